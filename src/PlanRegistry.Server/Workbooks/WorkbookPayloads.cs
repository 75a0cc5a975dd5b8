using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What was read of a workbook, what was derived, and what came of it.</summary>
public abstract class WorkbookPayload : Payload
{
    private const int MostAgencies = 100;
    private const int MostChanges = 100;
    private readonly WorkbookDesk desk;
    private readonly WorkbookDecision? decided;

    private protected WorkbookPayload(Outcome outcome, WorkbookDecision? decided, WorkbookDesk desk) : base(outcome) =>
        (this.decided, this.desk) = (decided, desk);

    public IReadOnlyList<WorkbookSheetNode> Sheets =>
        [.. (decided?.Reading.Sheets ?? []).Select(s => new WorkbookSheetNode(s, Outcome.After.View))];

    /// <summary>Agencies that cells name and nobody knows, or that were said.</summary>
    public IReadOnlyList<WorkbookAgencyNode> Agencies => [.. (decided?.Reading.Agencies.Asked ?? []).Take(MostAgencies)
        .Select(a => new WorkbookAgencyNode(a.Text, [.. a.Candidates.Select(c => Outcome.After.Agency(c)!)],
            Outcome.After.Agency(a.Said)))];
    public IReadOnlyList<WorkbookRemark> Notices => [.. decided?.Reading.Notices ?? []];
    public IReadOnlyList<WorkbookRemark> Inferred => [.. decided?.Reading.Inferred ?? []];
    public string? Confirmation => decided?.Reading.Confirmation;
    public int Recorded => Outcome.Result.Changes.Count - Corrected - Withdrawn;
    public int Corrected => Outcome.Result.Changes.Count(c => c is { Recorded: not null, Retired: not null });
    public int Withdrawn => Outcome.Result.Changes.Count(c => c.Recorded is null);

    /// <summary>What becomes of each record, as far as the caller sees what it names.</summary>
    internal IReadOnlyList<WorkbookChangeNode> ChangesOf(int first) => decided is null ? []
        : [.. WorkbookChangeNode.Of(Outcome.Result.Changes, decided.Reading, Outcome.After.Seen(Outcome.Result.Before), Outcome.After.View)
            .Take(Math.Min(first, MostChanges))];

    /// <summary>The rows that were not accepted, by their reasons.</summary>
    public IReadOnlyList<Problem> Returned => [.. (decided?.Returned ?? []).SelectMany(r => r.Problems)];

    /// <summary>The workbook of the rows that were not accepted; made for who asks.</summary>
    public string? ReturnedWorkbook => decided is not { Returned.Count: > 0 } ? null
        : desk.PutReturned(decided.Returned);
}

public sealed class InspectWorkbookPayload : WorkbookPayload
{
    internal InspectWorkbookPayload(Outcome outcome, WorkbookDecision? decided, WorkbookDesk desk) : base(outcome, decided, desk) { }
}

public sealed class ImportWorkbookPayload : WorkbookPayload
{
    internal ImportWorkbookPayload(Outcome outcome, WorkbookDecision? decided, WorkbookDesk desk) : base(outcome, decided, desk) { }
}

public sealed class WorkbookSheetNode
{
    private readonly SheetRead sheet;
    private readonly RegistryView view;

    internal WorkbookSheetNode(SheetRead sheet, RegistryView view) => (this.sheet, this.view) = (sheet, view);

    /// <summary>By which what is said of its columns is remembered.</summary>
    public string? Shape => sheet.Shape;

    /// <summary>Whether a column is read as it was said of the last workbook of its shape.</summary>
    public bool Remembered => sheet.IsRemembered;

    internal SheetUse? Use => sheet.Use;
    public string Name => sheet.Grid.Name;
    public int? HeaderRow => sheet.Header?.First + 1;
    public IReadOnlyList<string> Titles => sheet.Titles;
    public int RowCount => sheet.Rows.Count;
    public IReadOnlyList<WorkbookColumnNode> Columns =>
        [.. (sheet.Header?.Columns ?? []).Select(c => new WorkbookColumnNode(sheet, c, view))];

    /// <summary>What its columns can be said to hold; a year says itself which it is.</summary>
    public IReadOnlyList<WorkbookFieldNode> Fields => [.. (sheet.Use?.Columns.Keys ?? SheetUse.AllFields).Where(f => f != "year")
        .Select(f => new WorkbookFieldNode(f, Headings.First(f) ?? f))];

    /// <summary>The first rows, as they were read.</summary>
    internal IReadOnlyList<WorkbookRowNode> Rows(int first) => [.. sheet.Rows.Take(first).Select(r => new WorkbookRowNode(sheet, r, view))];
}

public sealed class WorkbookColumnNode
{
    private readonly SheetRead sheet;
    private readonly MappedColumn column;
    private readonly RegistryView view;

    internal WorkbookColumnNode(SheetRead sheet, MappedColumn column, RegistryView view) =>
        (this.sheet, this.column, this.view) = (sheet, column, view);

    public string Place => sheet.Grid.Place(sheet.Header!.Last, column.Index);
    public string Heading => column.Heading;

    /// <summary>What is read of it; null: it is not read.</summary>
    public string? Field => column.IsRead ? column.Meaning?.Field : null;

    /// <summary>The pack's column that it fills; null: it is not read.</summary>
    public string? Column => column.IsRead ? sheet.Use?.Columns.GetValueOrDefault(column.Meaning!.Value.Field) : null;

    /// <summary>What is recorded of its first rows, each once.</summary>
    internal IEnumerable<Text> ReadAs(int first) => !column.IsRead || sheet.Use is null ? []
        : sheet.Rows.Take(first).Select(r => new ReadAs(sheet, view).Of(r, column)).OfType<Text>().Distinct();
}

/// <param name="Text">As it stands in the cell.</param>
/// <param name="Candidates">Who may be meant, the nearest first.</param>
public sealed record WorkbookAgencyNode(string Text, IReadOnlyList<AgencyNode> Candidates, AgencyNode? Said);

/// <param name="Field">Of a heading (headings.tsv).</param>
/// <param name="Heading">What offices most often call it.</param>
public sealed record WorkbookFieldNode(string Field, string Heading);

public sealed class WorkbookRowNode
{
    private readonly RowRead row;
    private readonly RegistryView view;
    private readonly PackTable? table;

    internal WorkbookRowNode(SheetRead sheet, RowRead row, RegistryView view) =>
        (this.row, this.view, table) = (row, view, Tables.ByName(sheet.Use?.Table ?? ""));

    public int Row => row.Row + 1;
    public IReadOnlyList<WorkbookValueNode> Values =>
        [.. row.Texts.Where(t => t.Value is not null).Select(t => new WorkbookValueNode(t.Key, t.Value!, Shown(t.Key, t.Value!)))];

    /// <summary>Agencies by their names.</summary>
    private string Shown(string column, string text) =>
        table?.Shape.Columns.FirstOrDefault(c => c.Name == column)?.References != typeof(Agency) ? text
        : string.Join('、', text.Split(';').Select(code =>
            (Key<Agency>.TryParse(code, view.Code, out var key) ? view.Agency(key)?.Name : null) ?? code));
}

/// <param name="Column">Of a pack's row.</param>
/// <param name="Shown">To be read: an agency by its name.</param>
public sealed record WorkbookValueNode(string Column, string Text, string Shown);

public sealed class ForgetMappingPayload((bool Forgotten, Problem? Problem) done, AccessInput input) : AccessPayload(done.Problem, input)
{
    public bool Forgotten => done.Forgotten;
}

[Resolves("InspectWorkbookPayload")]
public static class InspectWorkbookPayloadFields
{
    public static IReadOnlyList<WorkbookChangeNode> Changes(InspectWorkbookPayload payload, int? first) => payload.ChangesOf(first!.Value);
}

[Resolves("ImportWorkbookPayload")]
public static class ImportWorkbookPayloadFields
{
    public static IReadOnlyList<WorkbookChangeNode> Changes(ImportWorkbookPayload payload, int? first) => payload.ChangesOf(first!.Value);
}

[Resolves("WorkbookSheet")]
public static class WorkbookSheetFields
{
    public static string? Use(WorkbookSheetNode sheet, Language? language, [Service] Reader reader) =>
        sheet.Use is { } use ? reader.Told(use.Name, language) : null;

    public static IReadOnlyList<WorkbookRowNode> Rows(WorkbookSheetNode sheet, int? first) => sheet.Rows(first!.Value);
}

[Resolves("WorkbookColumn")]
public static class WorkbookColumnFields
{
    public static IReadOnlyList<string> ReadAs(WorkbookColumnNode column, int? first, Language? language, [Service] Reader reader) =>
        [.. column.ReadAs(first!.Value).Select(t => reader.Told(t, language))];
}

[Resolves("WorkbookRemark")]
public static class WorkbookRemarkFields
{
    public static string Said(WorkbookRemark remark, Language? language, [Service] Reader reader) => reader.Told(remark.Said, language);
}
