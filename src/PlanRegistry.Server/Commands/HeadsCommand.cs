using System.CommandLine;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>
/// plan-registry heads: a sheet of the ledgers' last hashes, to be signed and filed on paper. Only of ledgers that are whole.
/// </summary>
public static class HeadsCommand
{
    public static Command Create(Option<string> database)
    {
        var command = new Command("heads", "Prints a sheet of the ledgers' last hashes, to be signed and filed on paper: 台账校验值封存单.");
        command.SetAction(p => Run(p.GetRequiredValue(database), TimeProvider.System, Options.VoiceOf(p)));
        return command;
    }

    public static int Run(string file, TimeProvider clock, Voice voice)
    {
        try
        {
            using var storage = Homes.Of(file);
            storage.RequireCurrent();
            var verification = Verification.Of(storage);
            if (verification.Broken is { } broken)
            {
                voice.Fail(broken);
                return CommandLine.Refused;
            }
            Write(storage, verification.Ledgers, Calendar.Today(clock), voice);
            return CommandLine.Done;
        }
        catch (StorageException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Environment;
        }
    }

    private static void Write(IStorage storage, IReadOnlyList<VerifiedLedger> ledgers, DateOnly today, Voice voice)
    {
        voice.Say("台账校验值封存单", "Ledger hashes, to be filed");
        voice.Say($"登记册：{storage.Name}", $"Registry: {storage.Name}");
        voice.Say($"制表日期：{today.InWords().Zh}", $"Made on: {today:yyyy-MM-dd}");
        foreach (var ledger in ledgers)
        {
            Write(storage, ledger, voice);
        }
        voice.Output.WriteLine();
        voice.Say("核对方法：plan-registry verify --expect DISTRICT:HASH。台账此后可以增加，但不得少于本单所列。",
            "To check: plan-registry verify --expect DISTRICT:HASH. "
                + "The ledger may have grown since; what stands here must still be in it.");
        voice.Output.WriteLine();
        voice.Say("制表人（签字）：________________    日期：________________", "Made by (signature): ________________    Date: ________________");
        voice.Say("监督人（签字）：________________    日期：________________", "Witness (signature): ________________    Date: ________________");
        voice.Say("存放处：________________________", "Filed at: ________________________");
    }

    private static void Write(IStorage storage, VerifiedLedger ledger, Voice voice)
    {
        var district = DistrictCode.Parse(ledger.District);
        var name = storage.Load(new LedgerHead(district, ledger.Entries)).Of<District>().FirstOrDefault()?.Name ?? "";
        var day = Calendar.DayOf(storage.Entry(district, ledger.Entries)!.RecordedAt);
        voice.Output.WriteLine();
        voice.Say($"行政区：{district} {name}".TrimEnd(), $"District: {district} {name}".TrimEnd());
        voice.Say($"台账末号：第{ledger.Entries}号（{day.InWords().Zh}）", $"Last entry: {ledger.Entries} ({day:yyyy-MM-dd})");
        voice.Say($"校验值（SHA-256）：{ledger.HeadHash}", $"Hash (SHA-256): {ledger.HeadHash}");
    }
}
