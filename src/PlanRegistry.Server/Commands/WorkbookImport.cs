using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Workbooks;
using Calendar = PlanRegistry.Records.Calendar;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Commands;

/// <summary>What import is told of a workbook.</summary>
public sealed record WorkbookOrder
{
    public DistrictCode? District { get; init; }
    public WorkbookChoice Choice { get; init; } = new();
    public bool Confirm { get; init; }
    public bool AcceptGoodRows { get; init; }
    public bool DryRun { get; init; }
    public bool Replace { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
    public Encoding? Encoding { get; init; }
}

/// <summary>The options of import that concern a workbook alone.</summary>
internal sealed class WorkbookOptions
{
    private readonly Option<DistrictCode?> district = Options.District(required: false);
    private readonly Option<string?> list = new("--list")
    {
        Description = "Of a workbook: the directory list that its rows belong to, like SR-2024.",
    };

    private readonly Option<string?> plan = new("--plan") { Description = "Of a workbook: the plan that its targets belong to." };
    private readonly Option<bool> newList = new("--new-list")
    {
        Description = "Of a workbook: registers the directory list that its title names, where it is not registered.",
    };

    private readonly Option<Dictionary<string, string>?> agencies = new("--agency")
    {
        Description = "Of a workbook: which agency a cell's text means, as TEXT=AGENCY; may be given more than once.",
        CustomParser = Agencies,
    };

    private readonly Option<bool> confirm = new("--confirm") { Description = "Of a workbook: confirms what was inferred." };
    private readonly Option<bool> accept = new("--accept-good-rows")
    {
        Description = "Of a workbook: writes the good rows, and gives the rest back in a workbook beside it.",
    };

    public void AddTo(Command command)
    {
        district.Description = "Of a workbook: whose it is; not needed where the registry has one district of that tier.";
        foreach (var option in new Option[] { district, list, newList, plan, agencies, confirm, accept })
        {
            command.Add(option);
        }
    }

    public WorkbookOrder Of(ParseResult parsed) => new()
    {
        District = parsed.GetValue(district), Choice = new(parsed.GetValue(list), parsed.GetValue(plan), NewList: parsed.GetValue(newList),
            Agencies: parsed.GetValue(agencies)),
        Confirm = parsed.GetValue(confirm), AcceptGoodRows = parsed.GetValue(accept),
    };

    private static Dictionary<string, string>? Agencies(ArgumentResult result)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=') is not [{ Length: > 0 } text, { Length: > 0 } agency] || !said.TryAdd(text, agency))
            {
                Options.Refuse(result, $"--agency应为“单元格中的文字=单位”，同一文字只写一次，而不是“{token.Value}”。",
                    $"--agency is TEXT=AGENCY, each text once, and not \"{token.Value}\".");
                return null;
            }
        }
        return said;
    }
}

/// <summary>plan-registry import FILE.xlsx: what was read and left out, what was inferred, one line per problem, what was done.</summary>
public static class WorkbookImport
{
    private const int MostCorrections = 200;

    public static bool IsWorkbook(string path) => File.Exists(path) && WorkbookFile.IsNamed(path);

    /// <returns>0 done, also when nothing has changed; 1 refused; 2 it is not told whose it is.</returns>
    public static int Run(Registry registry, string path, string actor, WorkbookOrder order, Voice voice, TimeProvider? clock = null)
    {
        if (order.Replace)
        {
            voice.Fail("工作簿只记入、更正，不撤出，不能与--replace同用。",
                "A workbook records and corrects and withdraws nothing: --replace does not go with it.");
            return CommandLine.Usage;
        }
        if (DistrictOf(registry, order) is not { } district)
        {
            voice.Fail("请以--district注明所属行政区。", "Say by --district whose the workbook is.");
            return CommandLine.Usage;
        }
        try
        {
            var (name, bytes) = (Path.GetFileName(path), Bytes(path));
            var book = WorkbookFile.Read(name, bytes, order.Encoding, isCommand: true);
            return Run(registry, book, WorkbookSource.Of(name, bytes), path, actor, district, order, voice,
                Calendar.Today(clock ?? TimeProvider.System));
        }
        catch (PackException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Refused;
        }
    }

    private static int Run(Registry registry, GridBook book, string source, string path, string actor, DistrictCode district,
        WorkbookOrder order, Voice voice, DateOnly today)
    {
        WorkbookDecision? decided = null;
        Decision Decide(RegistryView view)
        {
            decided = WorkbookDecision.Of(book, view, order.Choice, order.AcceptGoodRows, order.Document, today);
            return decided.Decision.IsRefused || order.DryRun || order.Confirm || decided.Reading.Confirmation is null ? decided.Decision
                : Decision.Refuse(Intake.Refusals.Invalid(null, "有推定事项尚未确认，请核对以上推定后以--confirm确认。",
                    "what was inferred is not confirmed: look at it above, and confirm it by --confirm."));
        }
        var header = new CommandHeader
        {
            District = district, Actor = Actor.Named(actor), Command = "importWorkbook", Reason = order.Reason, Document = order.Document,
            Source = source,
        };
        var result = order.DryRun ? registry.Rehearse(header, Decide) : registry.Execute(header, Decide);
        if (decided is { } reading)
        {
            TellReading(reading.Reading, voice);
        }
        if (result.IsRefused)
        {
            return ImportCommand.Refuse(result.Problems, voice);
        }
        if (decided!.Returned.Count > 0)
        {
            GiveBack(decided.Returned, path, order.DryRun, voice);
        }
        if (order.DryRun)
        {
            TellCorrections(result, decided.Reading, voice);
        }
        return ImportCommand.Tell(result, district, decided.Reading.Written.Sum(s => s.Rows.Count) - decided.Returned.Count, today, voice);
    }

    private static void TellReading(WorkbookReading reading, Voice voice)
    {
        foreach (var sheet in reading.Sheets.Where(s => s.Use is not null))
        {
            voice.Say($"{sheet.Grid.Name}：{sheet.Use!.Name.Zh}{sheet.Rows.Count}行，表头在第{sheet.Header!.First + 1}行。",
                $"{sheet.Grid.Name}: {sheet.Rows.Count} rows of {sheet.Use.Name.En}; the heading is in row {sheet.Header.First + 1}.");
        }
        foreach (var notice in reading.Notices)
        {
            voice.Say($"{notice.Place}：{notice.Said.Zh}", $"{notice.Place}: {notice.Said.En}");
        }
        foreach (var inferred in reading.Inferred)
        {
            voice.Say($"推定  {inferred.Place}：{inferred.Said.Zh}", $"inferred  {inferred.Place}: {inferred.Said.En}");
        }
    }

    /// <summary>Which records would say something else, from what to what; those that are new stand in the workbook.</summary>
    private static void TellCorrections(WriteResult result, WorkbookReading reading, Voice voice)
    {
        foreach (var change in WorkbookChangeNode.Of(result.Changes, reading, result.Before, result.After)
            .Where(c => c.Act == ChangeAct.Corrected).Take(MostCorrections))
        {
            voice.Say($"更正  {change.Line.Zh}", $"corrects  {change.Line.En}");
        }
    }

    private static void GiveBack(IReadOnlyList<ReturnedRow> rows, string path, bool dryRun, Voice voice)
    {
        foreach (var problem in rows.SelectMany(r => r.Problems).DistinctBy(p => p.Placed.Zh))
        {
            voice.Fail(problem.Placed);
        }
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Path.GetFileNameWithoutExtension(path)}-退回表.xlsx");
        if (dryRun)
        {
            voice.Say($"将退回{rows.Count}行。", $"{rows.Count} rows would be given back.");
            return;
        }
        if (File.Exists(file))
        {
            file = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(path)}-退回表-{Hash(rows)}.xlsx");
        }
        File.WriteAllBytes(file, ReturnedRows.Write(rows, voice.Language));
        voice.Say($"退回{rows.Count}行，见“{Path.GetFileName(file)}”。", $"{rows.Count} rows are given back in '{Path.GetFileName(file)}'.");
    }

    /// <summary>Two tables of other rows have other names, and none is written over.</summary>
    private static string Hash(IReadOnlyList<ReturnedRow> rows)
    {
        using var hash = new TextHash();
        foreach (var problem in rows.SelectMany(r => r.Problems))
        {
            hash.Add(problem.Placed.Zh);
        }
        return hash.ToHex()[..8];
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            // One more than is read at most: enough to be refused for.
            using var file = File.OpenRead(path);
            var bytes = new byte[(int)Math.Min(file.Length, WorkbookLimits.Bytes + 1)];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackException($"“{path}”不能读取：{e.Message.TrimEnd('.')}。", $"'{path}' cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }

    /// <summary>The one that is told, or the only one of the lowest tier.</summary>
    private static DistrictCode? DistrictOf(Registry registry, WorkbookOrder order) => order.District
        ?? (registry.Districts().Where(d => d.Tier == PlanTier.District).ToList() is [var one] ? one : null);
}
