using PlanRegistry.Alignment;
using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Conformance;

/// <summary>What facts are told of: the district (no code), one of its lists, or one of its plans.</summary>
public readonly record struct FactPart(Type Of, string Code);

/// <summary>Everything the rules may match for one snapshot. What is computed (ancestors, duties, comparisons) is a pure function of the view.</summary>
public static class Facts
{
    public static IEnumerable<object> Of(Snapshot snapshot) => Parts(snapshot.View).SelectMany(part => Of(snapshot, part));

    /// <summary>Each part's facts are computed for themselves, from what they ask of the snapshot's view.</summary>
    public static IEnumerable<FactPart> Parts(RegistryView view) =>
    [
        new(typeof(District), ""),
        .. view.Of<DirectoryList>().Select(l => new FactPart(typeof(DirectoryList), l.List)),
        .. view.Plans.Where(p => p.Home == view.Code).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => new FactPart(typeof(Plan), p.Code)),
    ];

    public static IEnumerable<object> Of(Snapshot snapshot, FactPart part) =>
        part.Of == typeof(Plan) ? OfPlan(snapshot.Plan(new(snapshot.View.Code, part.Code))!)
        : part.Of == typeof(DirectoryList) ? ListOnDay.On(snapshot, new(snapshot.View.Code, part.Code))
        : [new Assessment(snapshot), .. AllocationOnDay.On(snapshot)];

    private static IEnumerable<object> OfPlan(PlanOnDay plan)
    {
        IEnumerable<IEnumerable<object>> facts =
        [
            [plan],
            // Catalogue
            ExemptionOnDay.On(plan),
            [PlanWorth.On(plan)],
            // Hierarchy
            plan.Superiors,
            SuperiorCycle.On(plan),
            RequiredSuperior.On(plan),
            HorizonDuty.On(plan),
            // Alignment and indicators
            DemandSearch.On(plan),
            plan.Indicators,
            Progress.On(plan),
            // Approval and reviews
            plan.DisclosureDuties.Where(d => d.State == DutyState.Overdue),
            plan.ReviewDuties.Where(d => d.State == DutyState.Overdue),
            ReportOnDay.On(plan),
            ArchiveGap.On(plan),
            // Amendments
            AmendmentDuties.Of(plan),
            AmendedVersion.On(plan),
            // Funding
            MoneyDay.On(plan),
        ];
        return facts.SelectMany(f => f);
    }
}
