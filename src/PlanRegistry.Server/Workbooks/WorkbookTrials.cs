using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Workbooks;

/// <summary>A workbook, and what is said of it, as <c>inspectWorkbook</c> takes them: what it would open is asked for as a file.</summary>
/// <param name="Id">Of <c>POST /workbooks</c>.</param>
public sealed record WorkbookAsked(string Id, string? List = null, string? Plan = null, IReadOnlyList<WorkbookColumnInput>? Columns = null,
    bool NewList = false, bool AcceptGoodRows = false, string? Reason = null, string? Document = null,
    IReadOnlyList<WorkbookAgencyInput>? Agencies = null)
{
    /// <summary>Behind what the access journal tells of a file.</summary>
    public string About => $" workbook:{Id[..Math.Min(Id.Length, 16)]}";

    public bool IsWhole => Id is not null && Columns?.Any(c => c?.Place is null) != true
        && Agencies?.Any(a => a?.Text is null || a.Agency is null) != true;
}

/// <summary>一张表体检: a district as it would stand with a workbook that is not recorded; it tells what that would open alone.</summary>
/// <param name="Before">The ledgers that it was tried on; the trial's own view counts an entry more, which there is not.</param>
public sealed record WorkbookTrial(string Name, Scope Scope, Vector Before)
{
    /// <summary>Behind the name of a file.</summary>
    public static Text Mark { get; } = new("（体检，未记入）", " (check, not recorded)");

    /// <summary>How a letter begins.</summary>
    public Text Checked => new($"经核对“{Name}”所列情况（尚未记入规划登记册）", $"By a check of \"{Name}\", which is not recorded");

    /// <summary>What the agency does with what it has done: nobody can enter anything of a plan that is not recorded.</summary>
    public static Text Reply { get; } = new("并将办理情况连同有关文件书面报送我单位。所列规划尚未记入规划登记册的，办理建议所称登记、录入、补录，"
            + "均为将有关内容书面报送我单位，由我单位统一记入",
        "and tell us in writing what was done, with its documents. Where a plan is not recorded yet, to enter or to record something means "
            + "to send it to us in writing: we record it");

    /// <summary>Which ledgers, and that the workbook stands in none of them.</summary>
    public Text Ledger => new($"{Before}（工作簿“{Name}”体检，未记入台账）", $"{Before} (check of the workbook \"{Name}\", recorded in no ledger)");
}

/// <summary>Tries workbooks for who asks, by the same way as inspecting them. One per request.</summary>
public sealed class WorkbookTrials(WorkbookDesk desk)
{
    /// <returns>Why there is none: not theirs, gone, or in error; in one sentence.</returns>
    public (WorkbookTrial? Trial, Exported? Refusal) Of(DistrictCode district, WorkbookAsked asked)
    {
        if (!desk.Caller.May("Mutation.inspectWorkbook"))
        {
            return (null, Departure.NotTheirs(desk.Caller));
        }
        if (desk.Find(asked.Id) is not { } found)
        {
            return (null, Departure.Refuse(StatusCodes.Status404NotFound, WorkbookWords.Gone));
        }
        var (outcome, _) = desk.Inspect(new InspectWorkbookInput
        {
            District = district.Value, Workbook = asked.Id, List = asked.List, Plan = asked.Plan, Columns = asked.Columns,
            NewList = asked.NewList, AcceptGoodRows = asked.AcceptGoodRows, Agencies = asked.Agencies,
            Reason = asked.Reason, Document = asked.Document,
        });
        return outcome.Result.Problems is [var first, ..] problems ? (null, InError(first, problems.Count))
            : (new WorkbookTrial(found.Name, outcome.After.Telling([.. outcome.Opened.Select(f => f.Finding)]),
                outcome.Result.Before.Vector), null);
    }

    private static Exported InError(Problem first, int count) => Departure.Refuse(StatusCodes.Status422UnprocessableEntity, new(
        $"工作簿有{count}处错误，请先在导入页改正：{first.Placed.Zh}",
        $"The workbook has {(count == 1 ? "an error" : $"{count} errors")}, to be mended on the page Import first: {first.Placed.En}"));
}
