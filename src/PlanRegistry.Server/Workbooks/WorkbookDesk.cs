using PlanRegistry.Access;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Workbooks;

/// <summary>Inspects and imports the workbooks that lie on the shelf, for whoever asks. One per request.</summary>
public sealed class WorkbookDesk(CommandDesk desk, WorkbookShelf shelf, Mappings mappings)
{
    public Caller Caller => desk.Caller;

    /// <summary>What importing it would come to; nothing is written, and nothing need be confirmed for it.</summary>
    internal (Outcome Outcome, WorkbookDecision? Decided) Inspect(WorkbookInput input) =>
        Run("inspectWorkbook", input with { DryRun = true }, _ => null);

    internal (Outcome Outcome, WorkbookDecision? Decided) Import(ImportWorkbookInput input)
    {
        var (outcome, decided) = Run("importWorkbook", input, reading =>
            reading.Confirmation == input.Confirmation || reading.Confirmation is null || input.DryRun == true ? null
            : Refusals.Invalid(null, "有推定事项尚未确认，或者与所确认的不同；请核对后以confirmation确认。",
                "What was inferred is not confirmed, or is not what was confirmed: look at it, and confirm it by confirmation.")
                with { Path = ["confirmation"] });
        if (decided is not null && outcome.Result.Entry is { } entry)
        {
            mappings.Keep(Caller, entry.District, decided.Reading);
        }
        return (outcome, decided);
    }

    /// <summary>The file that was sent; null where the caller has sent none under this id, or longer ago.</summary>
    internal ShelvedWorkbook? Find(string id) => shelf.Find(Caller, id);

    /// <returns>The id of the workbook of the rows that were given back, made for who asks.</returns>
    internal string PutReturned(IReadOnlyList<ReturnedRow> rows) =>
        shelf.Put(Caller, "退回表.xlsx", ReturnedRows.Write(rows, Language.Zh));

    private (Outcome Outcome, WorkbookDecision? Decided) Run(string command, WorkbookInput input, Func<WorkbookReading, Problem?> objection)
    {
        var sent = Find(input.Workbook);
        var book = sent is null ? null : Read(sent);
        // Of one who sees a part, the part is decided on first: that is what they are shown.
        WorkbookDecision? shown = null;
        var said = input.Columns?.GroupBy(c => c.Place).ToDictionary(g => g.Key, g => g.Last().Field, StringComparer.Ordinal);
        var agencies = input.Agencies?.GroupBy(a => a.Text).ToDictionary(g => g.Key, g => g.Last().Agency, StringComparer.Ordinal);
        var remembered = DistrictCode.TryParse(input.District, out var district) && Caller.May("Mutation." + command)
            ? RequestErrors.Telling(() => mappings.Of(Caller, district)) : null;
        var outcome = desk.Run(command, input, Decide, input.Reason, input.Document,
            sent is null ? null : WorkbookSource.Of(sent.Name, sent.Bytes));
        return (shown is null ? outcome : Placed(outcome, shown, input), shown);

        Decision Decide(RegistryView view)
        {
            if (book is null)
            {
                return Decision.Refuse(Refusals.Invalid(null, WorkbookWords.Gone.Zh, WorkbookWords.Gone.En) with { Path = ["workbook"] });
            }
            var choice = new WorkbookChoice(input.List, input.Plan, said, input.NewList == true, remembered, agencies,
                Caller.Role == Role.ReformCommission ? null : Caller.OwnAgency(view));
            var decided = WorkbookDecision.Of(book, view, choice, input.AcceptGoodRows == true, input.Document, desk.Judgements.Today);
            shown = shown is null || Caller.SightOf(view) is null ? decided : shown;
            if ((said?.Count != input.Columns?.Count ? WorkbookWords.SaidTwice : decided.Reading.Missaid) is { } wrong)
            {
                return Decision.Refuse(wrong with { Path = ["columns"] });
            }
            if (WorkbookWords.Missaid(input.Agencies) is { } wrongly)
            {
                return Decision.Refuse(wrongly with { Path = ["agencies"] });
            }
            return decided.Decision.IsRefused || objection(decided.Reading) is not { } refusal ? decided.Decision
                : Decision.Refuse(refusal);
        }
    }

    /// <summary>What the caller may not write is told by the first sheet, and where it can be the row, that would write it.</summary>
    private Outcome Placed(Outcome outcome, WorkbookDecision decided, WorkbookInput input)
    {
        if (outcome.Result.Problems is not [{ Code: ProblemCode.NotAllowed, Path.Count: 0 } refusal]
            || decided.Decision.Changes.FirstOrDefault(c => Caller.Objection(outcome.Result.Before, Decision.Write([c])) is not null)
                is not { } change)
        {
            return outcome;
        }
        var problem = decided.Reading.At(change.Recorded ?? change.Retired!, refusal);
        return new(outcome.Result with { Problems = [problem] }, desk.Judgements, Caller, input.ClientMutationId);
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
