using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>申报: whether an application may be made, or made again.</summary>
public static class Applying
{
    private const string Silent = "本系统默认";

    /// <summary>SB-2026-001: the first free number of the year.</summary>
    public static string NextCode(RegistryView view, int year)
    {
        var taken = view.Of<EntryApplication>().Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"SB-{year}-{number:000}");
            if (!taken.Contains(code))
            {
                return code;
            }
        }
    }

    /// <summary>The plan that a text names; null where none or several do, which intake tells.</summary>
    public static Plan? PlanNamed(RegistryView view, string? text) => text is null ? null
        : view.Plan((PlanRows.Names.Find(new IntakeContext(view, []), new("plan", "规划"), text).Value as Key<Plan>?) ?? default);

    /// <summary>An application of the code is made again only where it was returned.</summary>
    public static Problem? ObjectionToAgain(RegistryView view, EntryApplication application, AsOfDay day) =>
        ApplicationCourse.Of(view, application, day) is { State: not ApplicationState.Returned } course
            ? new Problem(ProblemCode.Duplicate, new Text(
                $"申报{application.Code}的状态为{Terms.Of(course.State).Zh}，只有退回补正的才能再次申报；另有规划的，请另行申报。",
                $"The application {application.Code} is {Terms.Of(course.State).En}: only one that was returned is made again; "
                    + "for another plan make another."), ["code"], Silent)
            : null;

    /// <summary>The same once more: what it does not say stays, the word of the bureaus too, and nobody asks why it changes.</summary>
    public static Decision Again(Decision decision, EntryApplication was) => decision with
    {
        Changes = [.. decision.Changes.Select(c => c.Recorded is EntryApplication now ? c with { Recorded = Over(was, now) } : c)],
        Overwritten = [],
    };

    private static EntryApplication Over(EntryApplication was, EntryApplication now)
    {
        var whole = now with { };
        foreach (var column in RecordShape.Of<EntryApplication>().Columns.Where(c => c.Value(whole) is null))
        {
            column.Set(whole, column.Value(was));
        }
        return whole;
    }

    /// <summary>Why an application as it is to stand may not; null where it may.</summary>
    /// <param name="by">The department whose account applies; null where the reform commission does for another.</param>
    public static Problem? Objection(RegistryView view, EntryApplication application, Agency? by)
    {
        var applicant = view.Agency(application.Applicant)?.Name ?? application.Applicant.Code;
        return by is not null && by.Key != application.Applicant
            ? Refuse("applicant", ProblemCode.NotAllowed, $"部门只为本单位申报：{by.Name}不能代{applicant}申报。",
                $"A department applies for itself: {by.Name} cannot apply for {applicant}.")
            : !application.Leads.Contains(application.Applicant)
                ? Refuse("applicant", ProblemCode.InvalidValue, $"申报单位{applicant}既不是牵头单位，也不是会同单位。",
                    $"The applicant, {applicant}, is neither the lead agency nor one of those with it.")
            : Ended(view, application) is { } ended ? ended
            : OfOldLists(view, application) is { } old ? old
            : application.Kind == PlanKind.Development
                ? new(ProblemCode.InvalidValue, new Text("发展规划不须列入目录清单，不必申报。",
                    "A development plan stands on no directory list and is not applied for."), ["kind"], Screening.OfLists)
            : view.List(application.List) is { } list && ListFor(list, application.Kind) is { } unfit ? unfit
            : null;
    }

    /// <summary>
    /// Before the day from which records are complete, and before the list in force was approved: what it asked for was decided by that
    /// list, and is history that packs bring.
    /// </summary>
    private static Problem? OfOldLists(RegistryView view, EntryApplication application) =>
        view.Policy.RecordsFrom is var from && application.AppliedOn.Last < from
            && view.Of<DirectoryList>().Where(l => l.Covers(application.Kind)).Select(l => l.ApprovedOn?.First).Max() is { } approved
            && application.AppliedOn.Last < approved
            ? Refuse("appliedOn", ProblemCode.InvalidValue,
                $"申报日期{application.AppliedOn.InWords().Zh}早于资料录入完整之日（{from.InWords().Zh}），此后已有清单批准："
                    + "历史申报请以资料包导入，现提出的申报请填写实际日期。",
                $"The application of {application.AppliedOn} is before records are complete, from {from:yyyy-MM-dd}, and a list has been "
                    + "approved since: import old applications by a pack, and give the true day of one that is made now.")
            : null;

    /// <summary>A body that had ended by then applies for nothing and leads nothing: its successor does.</summary>
    private static Problem? Ended(RegistryView view, EntryApplication application)
    {
        var day = (application.ResubmittedOn ?? application.AppliedOn).First;
        (string Field, Key<Agency> Agency)[] named =
        [
            ("applicant", application.Applicant), ("leadAgency", application.LeadAgency),
            .. (application.CoLeadAgencies ?? []).Select(a => ("coLeadAgencies", a)),
        ];
        return named.Select(n => (n.Field, Word: EndedAgency.Of(view, n.Agency, day))).FirstOrDefault(n => n.Word is not null) is
            { Word: { } word, Field: var field }
            ? Refuse(field, ProblemCode.InvalidValue, $"{word.Zh}，不能申报或者牵头：请改由{word.SuccessorZh}申报。",
                $"{word.En} and neither applies nor leads: let {word.SuccessorEn} apply.")
            : null;
    }

    /// <summary>Why a list cannot take a plan of the kind; null where it can.</summary>
    internal static Problem? ListFor(DirectoryList list, PlanKind kind) =>
        list.ApprovedOn is not null || list.ApprovalDocument is not null
            ? new(ProblemCode.ApprovedContent, new Text($"目录清单{list.Code}已经批准，不再增列；须先建新一版清单，再列入新清单。",
                $"The directory list {list.Code} is approved and takes no more entries: make a new version first and list there."),
                ["list"], Screening.OfLists)
        : list.SubmittedOn is { } submitted
            ? Refuse("list", ProblemCode.ApprovedContent, $"目录清单{list.Code}已于{submitted.InWords().Zh}报批，报批期间不再增列。",
                $"The directory list {list.Code} was submitted on {submitted} and takes no entries until it is decided on.")
        : !list.Covers(kind)
            ? new(ProblemCode.InvalidValue, new Text($"目录清单{list.Code}是{Terms.Of(list.Track).Zh}清单，不列{Terms.Of(kind).Zh}。",
                $"The directory list {list.Code} is one of {Terms.Of(list.Track).En} and takes no {Terms.Of(kind).En}."),
                ["list"], Screening.OfLists)
        : null;

    private static Problem Refuse(string field, ProblemCode code, string zh, string en) => new(code, new Text(zh, en), [field], Silent);
}
