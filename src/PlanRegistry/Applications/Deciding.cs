using System.Globalization;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>处理申报: who decides on an application, whether so, and the entry that it becomes.</summary>
public static class Deciding
{
    private const string Silent = "本系统默认";

    /// <summary>Who drafts the list that it would stand on: 003 三、(一).</summary>
    public static AgencyRole DeciderOf(PlanKind kind) =>
        kind == PlanKind.Spatial ? AgencyRole.NaturalResources : AgencyRole.ReformCommission;

    private static Matter MatterOf(PlanKind kind) => kind == PlanKind.Spatial ? Matter.SpatialListDrafting : Matter.SpecialListDrafting;

    /// <summary>Why a decision may not be written; null where it may.</summary>
    /// <param name="decision">As it is to stand; of one that lists, its entry may be empty still.</param>
    /// <param name="by">Who decides.</param>
    public static Problem? Objection(RegistryView view, EntryApplication application, ApplicationDecision decision, Agency? by) =>
        (decision.Outcome == ApplicationOutcome.Withdrawn ? ObjectionToWithdrawer(view, application, by)
            : ObjectionToDecider(view, application, decision, by))
        ?? ObjectionToDay(view, application, decision)
        ?? (decision.Outcome == ApplicationOutcome.Listed ? ObjectionToListing(view, application, decision)
            : string.IsNullOrWhiteSpace(decision.Reason)
                ? new Problem(ProblemCode.ReasonRequired, new Text($"{Terms.Of(decision.Outcome).Zh}的，须说明理由。",
                    $"Why it is {Terms.Of(decision.Outcome).En} is to be said."), ["reason"], Silent)
            : null);

    /// <summary>The first number of the list that is free.</summary>
    public static string NextEntry(RegistryView view, Key<DirectoryList> list)
    {
        var taken = view.EntriesIn[list].Select(e => e.Code).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue - 1).Select(n => n.ToString(CultureInfo.InvariantCulture)).First(c => !taken.Contains(c));
    }

    /// <summary>What an application becomes, with the bureaus' word as far as it is given.</summary>
    public static DirectoryEntry EntryOf(EntryApplication application, Key<DirectoryList> list, string code) => new()
    {
        Home = application.Home, List = list, Code = code, Title = application.Title, Kind = application.Kind,
        LeadAgency = application.LeadAgency, CoLeadAgencies = application.CoLeadAgencies,
        HorizonFrom = application.HorizonFrom, HorizonTo = application.HorizonTo, Category = application.Field, Due = application.Due,
        Plan = application.Plan, EiaNeeded = application.EiaNeeded, EiaOpinion = application.EiaOpinion,
        WaterNeeded = application.WaterNeeded, WaterOpinion = application.WaterOpinion,
    };

    public static Problem NoList { get; } = new(ProblemCode.InvalidValue,
        new Text("列入的，须写明列入哪一份未批准的目录清单；尚无清单的，须先建新一版清单。",
            "Say on which list, not yet approved, it is listed; where there is none, make a new version first."), ["list"], Silent);

    private static Problem? ObjectionToDecider(RegistryView view, EntryApplication application, ApplicationDecision decision, Agency? by)
    {
        if (by is not null && Entitlement.Of(view, MatterOf(application.Kind), by.Key, decision.On).IsGiven)
        {
            return null;
        }
        var decider = view.AgencyFor(DeciderOf(application.Kind), PlanTier.District, decision.On.Last)?.Name
            ?? $"区{Terms.Of(DeciderOf(application.Kind)).Zh}";
        return new(ProblemCode.NotAllowed, new Text(
            $"{Terms.Of(application.Kind).Zh}的申报由{decider}处理，{by?.Name ?? "未录入的单位"}不能处理。",
            $"An application for a {Terms.Of(application.Kind).En} is decided by {decider}, "
                + $"not by {by?.Name ?? "a body that is not recorded"}."),
            ["application"], Screening.OfLists);
    }

    /// <summary>Who applied may think better of it, until it is decided.</summary>
    private static Problem? ObjectionToWithdrawer(RegistryView view, EntryApplication application, Agency? by) =>
        by is not null && view.Agency(application.Applicant)?.Key == by.Key ? null
            : new(ProblemCode.NotAllowed, new Text(
                $"申报由申报单位{view.Agency(application.Applicant)?.Name}撤回，{by?.Name ?? "未录入的单位"}不能撤回。",
                $"An application is withdrawn by who applied, {view.Agency(application.Applicant)?.Name}, "
                    + $"not by {by?.Name ?? "a body that is not recorded"}."),
                ["application"], Silent);

    private static Problem? ObjectionToDay(RegistryView view, EntryApplication application, ApplicationDecision decision)
    {
        var course = ApplicationCourse.Of(view, application, DateOnly.MaxValue);
        var (came, isReturned) = (application.ResubmittedOn ?? application.AppliedOn, course.State == ApplicationState.Returned);
        return course.IsClosed
            ? new(ProblemCode.Duplicate, new Text(
                $"申报{application.Code}已于{course.Since.InWords().Zh}处理（{Terms.Of(course.State).Zh}）；须重新考虑的，请另行申报。",
                $"The application {application.Code} was decided on {course.Since} ({Terms.Of(course.State).En}): "
                    + "to reconsider it, apply again."),
                ["application"], Silent)
            // Who returned it may wait no longer; whether it is listed, or returned once more, is decided of what has come again.
            : isReturned && decision.Outcome is not (ApplicationOutcome.Declined or ApplicationOutcome.Withdrawn)
                ? new(ProblemCode.InvalidValue, new Text(
                    $"申报{application.Code}已于{course.Since.InWords().Zh}退回补正，补正后再处理；不再等待补正的，可以处理为不列入。",
                    $"The application {application.Code} was returned on {course.Since} and is decided when it has come again; "
                        + "without waiting for that it can be declined."),
                    ["application"], Silent)
            : isReturned && decision.On.IsBefore(course.Since) == true
                ? new(ProblemCode.InvalidValue, new Text(
                    $"处理日期{decision.On.InWords().Zh}早于退回补正的{course.Since.InWords().Zh}。",
                    $"The decision of {decision.On} is before the application was returned, on {course.Since}."), ["on"], Silent)
            : decision.On.IsBefore(came) == true
                ? new(ProblemCode.InvalidValue, new Text($"处理日期{decision.On.InWords().Zh}早于申报日期{came.InWords().Zh}。",
                    $"The decision of {decision.On} is before the application of {came}."), ["on"], Silent)
            : null;
    }

    private static Problem? ObjectionToListing(RegistryView view, EntryApplication application, ApplicationDecision decision) =>
        view.List(decision.List) is not { } list ? NoList
            : Applying.ListFor(list, application.Kind)
                ?? (Twin(view, application, list) is { } twin
                    ? new(ProblemCode.Duplicate, new Text($"{twin.Place.Zh}已是{twin.Named.Zh}，不重复列入；可在该条目上更正。",
                        $"{twin.Place.En} is {twin.Named.En} already and is not listed twice: correct that entry."), ["list"], Silent)
                    : ObjectionToCode(view, list, decision.Entry) ?? ObjectionToScreening(view, application, decision));

    /// <summary>Also the number of an entry that was dropped is taken.</summary>
    private static Problem? ObjectionToCode(RegistryView view, DirectoryList list, string? code) =>
        view.EntriesIn[list.Key].FirstOrDefault(e => e.Code == code) is not { } other ? null
            : new(ProblemCode.Duplicate, new Text(
                $"{other.Place.Zh}已登记为{other.Named.Zh}，请另写条目编号；不写编号的，由系统编排。",
                $"{other.Place.En} is taken by {other.Named.En}: give another code, or none, and the next free one is taken."),
                ["entry"], Silent) { Value = code };

    private static DirectoryEntry? Twin(RegistryView view, EntryApplication application, DirectoryList list) =>
        view.EntriesIn[list.Key].FirstOrDefault(e => e.Dropped != true
            && ((application.Plan is { } plan && e.Plan is { } other && view.Canonical(other) == view.Canonical(plan))
                || (!application.IsUntold && TitleKey.Same(e.Title, application.Title) && e.Horizon == application.Horizon)));

    /// <summary>A likely duplicate, and whether it is daily work, are answered before it is listed: by who applies or a reason.</summary>
    private static Problem? ObjectionToDoubts(IReadOnlyList<ScreeningDoubt> doubts) => doubts.Count == 0 ? null
        : new(ProblemCode.ReasonRequired, new Text(
            $"筛选尚有疑问：{Wording.Clauses(doubts.Select(d => d.Sentence.WithoutStop())).Zh}；仍予列入的，须说明理由。",
            $"The screening has open doubts: {Wording.Clauses(doubts.Select(d => d.Sentence.WithoutStop())).En}; "
                + "to list it all the same, say why."),
            ["reason"], Screening.OfLists);

    /// <summary>除市级相关部门和区委、区政府有明确要求外: what the screening speaks against is listed by such a paper alone.</summary>
    private static Problem? ObjectionToScreening(RegistryView view, EntryApplication application, ApplicationDecision decision)
    {
        var screening = Screening.Of(view, application, decision.On.Last);
        var against = screening.Against.ToList();
        if (against.Count == 0)
        {
            return string.IsNullOrWhiteSpace(decision.Reason) ? ObjectionToDoubts([.. screening.Unanswered]) : null;
        }
        if (decision.Demand is null)
        {
            return new(ProblemCode.NotAllowed, new Text(
                $"筛选不通过：{Wording.Clauses(against.Select(d => d.Sentence.WithoutStop())).Zh}；市级相关部门或区委、区政府有明确要求的，须写明该文件。",
                $"The screening speaks against it: {Wording.Clauses(against.Select(d => d.Sentence.WithoutStop())).En}; "
                    + "where a municipal department, the district Party committee or the government demands it, name that document."),
                ["demand"], Screening.OfLists);
        }
        if (view.Document(decision.Demand) is not { } paper)
        {
            return new(ProblemCode.NotAllowed, new Text($"文件“{decision.Demand.Value.Code}”未登记，不能作为明确要求：请先登记，写明印发单位。",
                $"The document \"{decision.Demand.Value.Code}\" is not registered and is no such demand: "
                    + "register it first, with its issuer."),
                ["demand"], Screening.OfLists);
        }
        return Entitlement.OfPaper(view, Matter.Demand, paper) is { IsGiven: false } word
            ? new(ProblemCode.NotAllowed, new Text($"文件{paper.Named.Zh}不能作为明确要求：{word.Why.Zh}。",
                $"The document {paper.Named.En} is no such demand: {word.Why.En}."), ["demand"], Screening.OfLists)
            : null;
    }
}
