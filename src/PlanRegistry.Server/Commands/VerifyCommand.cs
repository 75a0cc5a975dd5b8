using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry verify: is the ledger whole, and does every row match it? Names the first that does not.</summary>
public static class VerifyCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(Option<string> database)
    {
        var expect = new Option<string[]>("--expect")
        {
            Description = "A head hash noted earlier, HASH or DISTRICT:HASH: notices a tail that was cut.",
            AllowMultipleArgumentsPerToken = false,
        };
        var json = new Option<bool>("--json") { Description = "JSON, for programs." };
        var command = new Command("verify",
            "Checks the chain of every ledger, every row against its entry, the files of documents, and the database itself.")
        {
            expect, json,
        };
        command.SetAction(p => Run(p.GetRequiredValue(database), p.GetValue(expect) ?? [], Options.VoiceOf(p), p.GetValue(json)));
        return command;
    }

    /// <param name="expect">What --expect was given: hashes of entries noted earlier, each HASH or DISTRICT:HASH.</param>
    public static int Run(string file, IReadOnlyList<string> expect, Voice voice, bool json = false)
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
            return json
                ? Print(Files(Verification.Of(storage, expected), storage, file), voice)
                : Tell(Files(Verification.Of(storage, expected, ledger => Tell(ledger, voice)), storage, file), voice);
        }
        catch (StorageException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Environment;
        }
    }

    /// <summary>Where the ledgers are whole, they prove the files of documents.</summary>
    private static Verification Files(Verification found, IStorage storage, string file)
    {
        if (found.Broken is not null)
        {
            return found;
        }
        var store = new DocumentStore(DocumentSettings.OfTheProgram().FolderOf(storage.DocumentsFolder), TimeProvider.System);
        var (broken, remark) = StoredDocuments.Of(storage, store);
        return found with { Broken = broken, Remark = remark };
    }

    /// <summary>As soon as it is found whole, so that who waits sees how far it is.</summary>
    private static void Tell(VerifiedLedger ledger, Voice voice) => voice.Say(
        $"{ledger.District}  条目{ledger.Entries}条，记录{ledger.Rows}行，末条散列值{ledger.HeadHash}",
        $"{ledger.District}  {ledger.Entries} entries, {ledger.Rows} rows, head {ledger.HeadHash}");

    private static int Tell(Verification verification, Voice voice)
    {
        if (verification.Broken is { } sentence)
        {
            voice.Fail(sentence);
            return CommandLine.Refused;
        }
        voice.Say(verification.Ledgers.Count == 0 ? "登记册是空的。" : "各台账完整，每一行都与其条目相符。",
            verification.Ledgers.Count == 0 ? "The registry is empty." : "Every ledger is whole, and every row matches its entry.");
        if (verification.Remark is { } remark)
        {
            voice.Say(remark.Zh, remark.En);
        }
        return CommandLine.Done;
    }

    private static int Print(Verification verification, Voice voice)
    {
        var found = new
        {
            whole = verification.Broken is null, ledgers = verification.Ledgers, broken = verification.Broken?.In(voice.Language),
            remark = verification.Remark?.In(voice.Language),
        };
        voice.Output.WriteLine(JsonSerializer.Serialize(found, Json));
        return verification.Broken is null ? CommandLine.Done : CommandLine.Refused;
    }
}
