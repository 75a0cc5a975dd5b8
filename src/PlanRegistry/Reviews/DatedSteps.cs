using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>A step that has a day by policy, and by what a finding is known that says that the day went by without it.</summary>
internal sealed record DatedStep(OwedDuty Duty, Func<Finding, bool> IsTold)
{
    /// <summary>Until its day; afterwards with what a rule says of it; null where no rule says that it was missed.</summary>
    public OwedDuty? Standing(IEnumerable<Finding> open) => Duty.State != DutyState.Overdue ? Duty
        : open.FirstOrDefault(f => f.IsBroken && f.Plan == Duty.Plan && IsTold(f)) is { } told ? Duty.PutOff(told) : null;
}

/// <summary>
/// The steps of plans that rules watch and that have a day before these speak: after a mid-term report and its deliberation, filing,
/// decomposing, schemes, annual targets, readings. Of a secret plan nothing of it is told.
/// </summary>
internal static class DatedSteps
{
    /// <summary>As many as are named one by one.</summary>
    private const int Named = 20;

    public static IEnumerable<DatedStep> Of(IEnumerable<PlanOnDay> plans) =>
        plans.Where(p => p is { Exists: true, HasEnded: false, Plan.IsSecret: false })
            .SelectMany(p => ReportOnDay.On(p).SelectMany(OfReport)
                .Concat(Filed(p)).Concat(Decomposed(p)).Concat(InSchemes(p)).Concat(Set(p)).Concat(Read(p)))
            .Where(s => s.Duty.State is DutyState.Upcoming or DutyState.DueSoon or DutyState.Overdue);

    private static IEnumerable<DatedStep> OfReport(ReportOnDay report)
    {
        if (report.Procedure is not { } procedure)
        {
            yield break;
        }
        var (plan, due, about) = (report.Of, procedure.Deadline, report.Act);
        foreach (var step in Lacking(procedure))
        {
            var taker = procedure.TakerOf(step);
            yield return new(Step(plan, DutyKind.MidTermStep, about, Names.Of(step), due, taker.Agency,
                () => new($"{report.Name.Zh}于{about.On.InWords().Zh}报送，应不晚于{due.InWords().Zh}经审定、审议。",
                    $"The {report.Name.En} was made on {about.On}; it is to be examined and deliberated by {due:yyyy-MM-dd}."),
                [new($"尚无{taker.Name.Zh}{Terms.Of(step).Zh}的记录", $"No record of {Terms.Of(step).En} ({taker.Name.En})")])
                    with { Step = step },
                f => f.AsJudged().Due == due && f.Facts.Any(x => x.Record == about.Id));
        }
        foreach (var step in procedure.FollowUp?.Missing ?? [])
        {
            var (last, deliberated) = (procedure.FollowUp!.Due, procedure.FollowUp.Deliberated.On);
            yield return new(Step(plan, DutyKind.MidTermFollowUp, about, Names.Of(step.Type), last, step.Taker.Agency,
                () => new($"{report.Name.Zh}于{deliberated.InWords().Zh}经审议，应不晚于{last.InWords().Zh}办理。",
                    $"The {report.Name.En} was deliberated on {deliberated}; due by {last:yyyy-MM-dd}."),
                [new($"尚无{step.Name.Zh}的记录", $"No record yet of {step.Name.En}")]) with { Step = step.Type },
                f => f.AsJudged().Due == last && f.Facts.Any(x => x.Record == about.Id));
        }
    }

    private static IEnumerable<ActType> Lacking(MidTermProcedure procedure) => new[]
    {
        (ActType.GovernmentExamined, procedure.Examined is null),
        (ActType.PartyAgreed, procedure.Agreed is null && procedure.NeedsConsent is true),
        (ActType.StandingCommitteeDeliberated, procedure.Deliberated is null),
    }.Where(s => s.Item2).Select(s => s.Item1);

    private static IEnumerable<DatedStep> Filed(PlanOnDay plan) => Filing.Owed(plan) is not { } owed ? []
        : [new(Step(plan, DutyKind.Filing, owed.Published, "", owed.Due, plan.LeadAgency,
            () => new($"{owed.Published.On.InWords().Zh}由部门发布，应不晚于{owed.Due.InWords().Zh}报区发展改革委备案。",
                $"It was published by its department on {owed.Published.On} and is to be filed by {owed.Due:yyyy-MM-dd}."),
            [new("尚无报区发展改革委备案的记录", "No filing with the district commission is recorded")]),
            f => owed.Fault.Say().Text is var fault && f.Facts.Any(x => x.Type == nameof(StepFault) && x.Text == fault))];

    private static IEnumerable<DatedStep> Decomposed(PlanOnDay plan) => Decomposition.On(plan).SelectMany(d => Items(plan,
        DutyKind.Decomposition, nameof(Decomposition), d.Undone, new("将指标和任务分解落实到牵头单位", "assigned to a lead agency each")));

    private static IEnumerable<DatedStep> InSchemes(PlanOnDay plan) => HandedDown.On(plan).SelectMany(h => Items(plan,
        DutyKind.ImplementationScheme, nameof(HandedDown), h.Undone, new("将市级下达的目标任务纳入实施方案", "taken up in an implementation scheme")));

    /// <summary>By the district government's office, which decomposes (003 三、(四)); one for each day.</summary>
    private static IEnumerable<DatedStep> Items(PlanOnDay plan, DutyKind kind, string fact, IEnumerable<OpenItem> undone, Text what) =>
        from items in undone.GroupBy(i => i.Due)
        let due = items.Key
        let sources = items.Select(i => i.Source.Id).ToHashSet()
        select new DatedStep(Step(plan, kind, null, $"{due:yyyy-MM-dd}", due, plan.Snapshot.Agency(AgencyRole.GovernmentOffice),
            () => new($"应不晚于{due.InWords().Zh}{what.Zh}，尚有{items.Count()}项。",
                $"They are to be {what.En} by {due:yyyy-MM-dd}; not done yet: {items.Count()}."),
            Some([.. items.Select(i => i.Name)])),
            f => f.Facts.Any(x => x.Type == fact) && f.Facts.Any(x => x.Record is { } record && sources.Contains(record)));

    /// <summary>What is missing after the day each indicator's finding tells.</summary>
    private static IEnumerable<DatedStep> Set(PlanOnDay plan) =>
        from paths in AnnualTargetsOnDay.Owed(plan)?.Paths.Where(p => p.Missing.Count > 0).GroupBy(p => p.Due) ?? []
        let due = paths.Key
        select new DatedStep(Step(plan, DutyKind.AnnualTargets, null, $"{due:yyyy-MM-dd}", due,
            plan.Snapshot.Agency(AgencyRole.ReformCommission),
            () => new($"主要指标的年度目标应不晚于{due.InWords().Zh}设置。", $"The annual targets are to be set by {due:yyyy-MM-dd}."),
            Some([.. paths.Select(p => new Text($"“{p.Indicator.Name}”的年度目标", p.Indicator.Name))])), _ => false);

    /// <summary>Of the last year and this one; what is missing after the day each indicator's finding tells.</summary>
    private static IEnumerable<DatedStep> Read(PlanOnDay plan) =>
        from year in new[] { plan.AsOf.Year - 1, plan.AsOf.Year }
        let due = plan.Snapshot.Policy.Of(PolicyKeys.ReadingExpectedBy, plan.AsOf, plan.Kind).In(year + 1)
        where due >= plan.AsOf
        let unread = Progress.Unread(plan, year).Select(h => new Text($"“{h.Indicator.Name}”的监测值", h.Indicator.Name)).ToList()
        where unread.Count > 0
        select new DatedStep(Step(plan, DutyKind.Reading, null, $"{year}", due, plan.LeadAgency,
            () => new($"约束性指标{year}年的监测值应不晚于{due.InWords().Zh}录入。",
                $"The readings of {year} of the binding indicators are expected by {due:yyyy-MM-dd}."), Some(unread)) with { Year = year },
            _ => false);

    private static IReadOnlyList<Text> Some(IReadOnlyList<Text> names) => names.Count <= Named ? names
        : [.. names.Take(Named), new($"等{names.Count}项", $"and others ({names.Count} in all)")];

    private static OwedDuty Step(PlanOnDay plan, DutyKind kind, Record? about, string more, DateOnly due, Agency? agency, Func<Text> reason,
        IReadOnlyList<Text> missing) => new()
    {
        Kind = kind, Id = $"{kind}|{plan.Id}|{about?.Id.Code}|{more}", Plan = plan.Key, Due = due, Agency = agency, About = about,
        State = ReviewDuties.StateOf(plan, due, null), Reason = reason, Missing = () => missing,
    };
}
