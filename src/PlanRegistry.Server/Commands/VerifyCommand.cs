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
        command.SetAction(p => Run(p.GetRequiredValue(database), p.GetValue(expect) ?? [], Options.VoiceOf(p)));
        return command;
    }

    /// <param name="expect">What --expect was given: hashes of entries noted earlier, each HASH or DISTRICT:HASH.</param>
    public static int Run(string file, IReadOnlyList<string> expect, Voice voice)
    {
        var expected = new List<ExpectedHash>();
        foreach (var text in expect)
        {
            if (!ExpectedHash.TryParse(text, out var hash))
            {
                voice.Fail($"“{text}”不是可核对的散列值，请写作HASH或者DISTRICT:HASH，散列值为64位十六进制数字。",
                    $"'{text}' is no hash to expect: write HASH or DISTRICT:HASH, with 64 hexadecimal digits.");
                return CommandLine.Usage;
            }
            expected.Add(hash);
        }
        try
        {
            using var storage = Homes.Of(file);
            storage.RequireCurrent();
            return Report(Verification.Of(storage, expected), voice);
        }
        catch (StorageException e)
        {
            voice.Errors.WriteLine(e.Message);
            return CommandLine.Environment;
        }
    }

    private static int Report(Verification verification, Voice voice)
    {
        foreach (var ledger in verification.Ledgers)
        {
            voice.Say($"{ledger.District}  条目{ledger.Entries}条，记录{ledger.Rows}行，末条散列值{ledger.HeadHash}",
                $"{ledger.District}  {ledger.Entries} entries, {ledger.Rows} rows, head {ledger.HeadHash}");
        }
        if (verification.Broken is { } sentence)
        {
            voice.Errors.WriteLine(sentence);
            return CommandLine.Refused;
        }
        voice.Say(verification.Ledgers.Count == 0 ? "登记册是空的。" : "各台账完整，每一行都与其条目相符。",
            verification.Ledgers.Count == 0 ? "The registry is empty." : "Every ledger is whole, and every row matches its entry.");
        return CommandLine.Done;
    }
}
