using System.CommandLine;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry verify: is the ledger whole, and does every row match it? Names the first that does not.</summary>
public static class VerifyCommand
{
    public static Command Create(Option<string> database)
    {
        var expect = new Option<string[]>("--expect")
        {
            Description = "A head hash noted earlier, HASH or DISTRICT:HASH: notices a tail that was cut.",
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new Command("verify", "Checks the chain of every ledger and every row against its entry.") { expect };
        command.SetAction(p => Run(p.GetRequiredValue(database), p.GetValue(expect) ?? [], Console.Out, Console.Error));
        return command;
    }

    /// <param name="expect">What --expect was given: hashes of entries noted earlier, each HASH or DISTRICT:HASH.</param>
    public static int Run(string file, IReadOnlyList<string> expect, TextWriter output, TextWriter errors)
    {
        var expected = new List<ExpectedHash>();
        foreach (var text in expect)
        {
            if (!ExpectedHash.TryParse(text, out var hash))
            {
                errors.WriteLine($"'{text}' is no hash to expect: write HASH or DISTRICT:HASH, with 64 hexadecimal digits.");
                return CommandLine.Usage;
            }
            expected.Add(hash);
        }
        try
        {
            using var storage = Homes.Of(file);
            storage.RequireCurrent();
            return Report(Verification.Of(storage, expected), output, errors);
        }
        catch (StorageException e)
        {
            errors.WriteLine(e.Message);
            return CommandLine.Environment;
        }
    }

    private static int Report(Verification verification, TextWriter output, TextWriter errors)
    {
        foreach (var ledger in verification.Ledgers)
        {
            output.WriteLine($"{ledger.District}  {ledger.Entries} entries, {ledger.Rows} rows, head {ledger.HeadHash}");
        }
        if (verification.Broken is { } sentence)
        {
            errors.WriteLine(sentence);
            return CommandLine.Refused;
        }
        output.WriteLine(verification.Ledgers.Count == 0
            ? "The registry is empty."
            : "Every ledger is whole, and every row matches its entry.");
        return CommandLine.Done;
    }
}
