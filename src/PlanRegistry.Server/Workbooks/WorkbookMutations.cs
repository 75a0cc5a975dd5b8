using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Workbooks;

public abstract record WorkbookInput : SettingInput
{
    public required string Workbook { get; init; }
    public string? List { get; init; }
    public string? Plan { get; init; }
    public IReadOnlyList<WorkbookColumnInput>? Columns { get; init; }
    public bool? AcceptGoodRows { get; init; }
    public string? Document { get; init; }
}

public sealed record WorkbookColumnInput : IInputFields
{
    /// <summary>Of its heading: 附表1!C2.</summary>
    public required string Place { get; init; }
    public string? Field { get; init; }
}

public sealed record InspectWorkbookInput : WorkbookInput;

public sealed record ImportWorkbookInput : WorkbookInput
{
    public string? Confirmation { get; init; }
}

[Resolves("Mutation")]
public static class WorkbookMutations
{
    /// <summary>What importing it would come to; nothing is written, and nothing need be confirmed for it.</summary>
    public static InspectWorkbookPayload InspectWorkbook(InspectWorkbookInput input, [Service] CommandDesk desk,
        [Service] WorkbookShelf shelf)
    {
        var (outcome, decided) = Run("inspectWorkbook", input with { DryRun = true }, desk, shelf, _ => null);
        return new(outcome, decided, desk, shelf);
    }

    public static ImportWorkbookPayload ImportWorkbook(ImportWorkbookInput input, [Service] CommandDesk desk,
        [Service] WorkbookShelf shelf)
    {
        var (outcome, decided) = Run("importWorkbook", input, desk, shelf, reading =>
            reading.Confirmation == input.Confirmation || reading.Confirmation is null || input.DryRun == true ? null
            : Refusals.Invalid(null, "有推定事项尚未确认，或者与所确认的不同；请核对后以confirmation确认。",
                "What was inferred is not confirmed, or is not what was confirmed: look at it, and confirm it by confirmation.")
                with { Path = ["confirmation"] });
        return new(outcome, decided, desk, shelf);
    }

    private static (Outcome Outcome, WorkbookDecision? Decided) Run(string command, WorkbookInput input, CommandDesk desk,
        WorkbookShelf shelf, Func<WorkbookReading, Problem?> objection)
    {
        var found = shelf.Find(desk.Caller, input.Workbook);
        var book = found is null ? null : Read(found);
        // Of one who sees a part, the part is decided on first: that is what they are shown.
        WorkbookDecision? shown = null;
        var said = input.Columns?.GroupBy(c => c.Place).ToDictionary(g => g.Key, g => g.Last().Field, StringComparer.Ordinal);
        var outcome = desk.Run(command, input, Decide, input.Reason, input.Document);
        return (outcome, shown);

        Decision Decide(RegistryView view)
        {
            if (book is null)
            {
                return Decision.Refuse(Refusals.Invalid(null, WorkbookWords.Gone.Zh, WorkbookWords.Gone.En) with { Path = ["workbook"] });
            }
            var choice = new WorkbookChoice(input.List, input.Plan, said);
            var decided = WorkbookDecision.Of(book, view, choice, input.AcceptGoodRows == true, input.Document);
            shown = shown is null || desk.Caller.SightOf(view) is null ? decided : shown;
            if ((said?.Count != input.Columns?.Count ? WorkbookWords.SaidTwice : decided.Reading.Missaid) is { } wrong)
            {
                return Decision.Refuse(wrong with { Path = ["columns"] });
            }
            return decided.Decision.IsRefused || objection(decided.Reading) is not { } refusal ? decided.Decision
                : Decision.Refuse(refusal);
        }
    }

    private static GridBook Read(ShelvedWorkbook found)
    {
        try
        {
            return WorkbookFile.Read(found.Name, found.Bytes);
        }
        catch (PackException e)
        {
            throw RequestErrors.Request(e.Sentence.Zh, e.Sentence.En);
        }
    }
}
