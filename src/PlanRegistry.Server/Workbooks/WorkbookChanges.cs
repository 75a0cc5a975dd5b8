using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What a workbook does to one record: where it says so, what was and what becomes.</summary>
public sealed class WorkbookChangeNode
{
    private readonly Change change;
    private readonly RegistryView before, after;

    internal WorkbookChangeNode(Change change, string? place, RegistryView before, RegistryView after) =>
        (this.change, Place, this.before, this.after) = (change, place, before, after);

    /// <summary>附表1!C7; null where it comes from no row.</summary>
    public string? Place { get; }

    public ChangeAct Act => change.Recorded is null ? ChangeAct.Retired : change.Retired is null ? ChangeAct.Recorded : ChangeAct.Corrected;

    internal Text Kind => Tables.NameOf(Shape.Table);
    internal Text Named => change.Recorded is { } now ? RecordNames.Of(now, after) : RecordNames.Of(change.Retired!, before);

    public IReadOnlyList<FieldChangeNode> Fields => [.. Shape.Columns
        .Where(c => Act == ChangeAct.Corrected ? !c.Same(change.Retired!, change.Recorded!) : c.Read(Told) is not null)
        .Select(c => new FieldChangeNode(c, (change.Retired, before), (change.Recorded, after)))];

    private Record Told => (change.Recorded ?? change.Retired)!;
    private RecordShape Shape => RecordShape.Of(Told.GetType());

    /// <summary>One line: where, of what, and each field from what to what.</summary>
    internal Text Line
    {
        get
        {
            Text none = new("未录入", "not recorded");
            var fields = Fields.Select(f => (f.Words, Was: f.Before ?? none, Now: f.Now ?? none)).ToList();
            return new($"{Place} {Named.Zh}：{string.Join("；", fields.Select(f => $"{f.Words.Zh}由“{f.Was.Zh}”改为“{f.Now.Zh}”"))}。",
                $"{Place} {Named.En}: {string.Join("; ", fields.Select(f => $"{f.Words.En} from \"{f.Was.En}\" to \"{f.Now.En}\""))}.");
        }
    }

    /// <summary>Those that lose something first; the others as they were decided.</summary>
    internal static IEnumerable<WorkbookChangeNode> Of(IEnumerable<Change> changes, WorkbookReading reading, RegistryView before,
        RegistryView after) =>
        changes.OrderBy(c => c.Retired is null)
            .Select(c => new WorkbookChangeNode(c, reading.PlaceOf((c.Recorded ?? c.Retired)!), before, after));
}

[Resolves("WorkbookChange")]
public static class WorkbookChangeFields
{
    public static string Table(WorkbookChangeNode change, Language? language, [Service] Reader reader) =>
        reader.Told(change.Kind, language);

    public static string Name(WorkbookChangeNode change, Language? language, [Service] Reader reader) =>
        reader.Told(change.Named, language);
}
