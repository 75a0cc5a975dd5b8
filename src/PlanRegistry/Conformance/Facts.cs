using System.Globalization;
using PlanRegistry.Alignment;
using PlanRegistry.Amendments;
using PlanRegistry.Applications;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Experts;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Conformance;

/// <summary>
/// What facts are told of: the district (no code), one of its lists, a year of its budget, or one of its
/// plans. Rules never join facts of two plans, so a district is judged in parts.
/// </summary>
public readonly record struct FactPart(Type Of, string Code);

/// <summary>The facts of one part, and the kinds of facts that could not be computed.</summary>
public sealed record PartFacts(FactPart Part, IReadOnlyList<object> Facts, IReadOnlyList<FactFailure> Failures);

/// <summary>A mistake of ours: to compute facts of these types threw.</summary>
public sealed record FactFailure(IReadOnlyList<Type> Types, Exception Exception);

/// <summary>Facts that are computed together, and the types that they may be of.</summary>
public sealed record FactSource<T>(Func<T, IEnumerable<object>> Compute, params IReadOnlyList<Type> Types);

/// <summary>
/// Everything the rules may match for one snapshot. What is computed (ancestors, duties, comparisons) is a pure function of the view.
/// </summary>
/// <param name="money">The rule on money: whether an exemption covers it is a fact of the money.</param>
/// <param name="blocking">What stood in a plan's way on an earlier day.</param>
public sealed class Facts(RuleReach money, Func<PlanOnDay, DateOnly, IReadOnlyList<Finding>> blocking)
{
    public IReadOnlyList<FactSource<Snapshot>> OfDistrict { get; private init; } =
    [
        new(AllocationOnDay.On, typeof(AllocationOnDay)),
    ];

    public IReadOnlyList<FactSource<PlanOnDay>> OfPlan { get; private init; } =
    [
        new(plan => [plan], typeof(PlanOnDay)),
        new(plan => EarlierBlock.On(plan, blocking), typeof(EarlierBlock)),
        // Catalogue
        new(ExemptionOnDay.On, typeof(ExemptionOnDay)),
        new(plan => [PlanWorth.On(plan)], typeof(PlanWorth)),
        new(AppliedField.On, typeof(AppliedField)),
        // Hierarchy
        new(OverlappingDevelopmentPlan.On, typeof(OverlappingDevelopmentPlan)),
        new(plan => plan.Superiors, typeof(Superior)),
        new(ParallelSpatialPlan.On, typeof(ParallelSpatialPlan)),
        new(RegionOnDay.On, typeof(RegionOnDay)),
        new(SuperiorCycle.On, typeof(SuperiorCycle)),
        new(RequiredSuperior.On, typeof(RequiredSuperior)),
        new(HorizonDuty.On, typeof(HorizonDuty)),
        // Alignment and indicators
        new(plan => DemandSearch.On(plan), typeof(Demand), typeof(Comparison), typeof(Unallocated)),
        new(plan => plan.Indicators, typeof(HeldIndicator)),
        new(Progress.On, typeof(Progress)),
        new(OddReading.On, typeof(OddReading)),
        new(ReadingConflict.On, typeof(ReadingConflict)),
        new(AnnualTargetsOnDay.On, typeof(AnnualTargetsOnDay), typeof(AnnualPath)),
        // Approval and reviews
        new(PublicationOnDay.On, typeof(PublicationOnDay)),
        new(EndOnDay.On, typeof(EndOnDay)),
        new(StepFaults.On, typeof(StepFault)),
        new(plan => plan.DisclosureDuties.Where(d => d.State == DutyState.Overdue), typeof(DisclosureDuty)),
        new(plan => plan.ReviewDuties.Where(d => d.State == DutyState.Overdue), typeof(ReviewDuty)),
        new(ReportOnDay.On, typeof(ReportOnDay)),
        new(ArchiveGap.On, typeof(ArchiveGap)),
        // Implementation
        new(Decomposition.On, typeof(Decomposition)),
        new(HandedDown.On, typeof(HandedDown)),
        // Experts
        new(ExpertOnDay.On, typeof(ExpertOnDay)),
        // Amendments
        new(AmendmentDuties.Of, typeof(AmendmentDuty)),
        new(AmendedVersion.On, typeof(AmendedVersion)),
        new(BoundContent.On, typeof(BoundContent)),
        // Consultation
        new(ConsultedRound.On, typeof(ConsultedRound)),
        new(SubmittedDispute.On, typeof(SubmittedDispute)),
        // Funding
        new(plan => MoneyDay.On(plan, money), typeof(MoneyDay)),
    ];

    /// <summary>The same for who matches some types alone: what may be of no such type is not worked out.</summary>
    /// <param name="matched">Types, or what they are a kind of.</param>
    public Facts For(IReadOnlyCollection<Type> matched)
    {
        return new(money, blocking)
        {
            OfDistrict = Needed(OfDistrict), OfPlan = Needed(OfPlan), OfList = Needed(OfList), OfYear = Needed(OfYear),
        };

        IReadOnlyList<FactSource<T>> Needed<T>(IEnumerable<FactSource<T>> sources) =>
            [.. sources.Where(s => s.Types.Any(type => matched.Any(type.IsAssignableTo)))];
    }

    /// <summary>The district as a whole first.</summary>
    public static IEnumerable<FactPart> Parts(RegistryView view) =>
        [
            new(typeof(District), ""),
            .. view.Of<DirectoryList>().Select(l => new FactPart(typeof(DirectoryList), l.Code)),
            .. InvestmentBook.Of(view).Years.Select(y => new FactPart(typeof(InvestmentYear), $"{y}")),
            .. view.Plans.Where(p => p.Home == view.Code).OrderBy(p => p.Code, StringComparer.Ordinal)
                .Select(p => new FactPart(typeof(Plan), p.Code)),
        ];

    public PartFacts Of(Snapshot snapshot, FactPart part) =>
        part.Of == typeof(Plan) ? Of(part, OfPlan, snapshot.Plan(new(snapshot.View.Code, part.Code))!)
        : part.Of == typeof(DirectoryList) ? Of(part, OfList, (snapshot, new Key<DirectoryList>(snapshot.View.Code, part.Code)))
        : part.Of == typeof(InvestmentYear) ? Of(part, OfYear, (snapshot, int.Parse(part.Code, CultureInfo.InvariantCulture)))
        : Of(part, OfDistrict, snapshot);

    private IReadOnlyList<FactSource<(Snapshot Snapshot, Key<DirectoryList> List)>> OfList { get; init; } =
    [
        new(l => ListOnDay.On(l.Snapshot, l.List), typeof(ListOnDay)),
    ];

    public IReadOnlyList<FactSource<(Snapshot Snapshot, int Year)>> OfYear { get; private init; } =
    [
        new(y => InvestmentYear.FactsOf(y.Snapshot, y.Year), typeof(InvestmentYear), typeof(ProjectMoney)),
    ];

    private static PartFacts Of<T>(FactPart part, IEnumerable<FactSource<T>> sources, T of)
    {
        var (facts, failures) = (new List<object>(), new List<FactFailure>());
        foreach (var source in sources)
        {
            var before = facts.Count;
            try
            {
                facts.AddRange(source.Compute(of));
            }
            catch (Exception thrown)
            {
                facts.RemoveRange(before, facts.Count - before);
                failures.Add(new FactFailure(source.Types, thrown));
            }
        }
        return new PartFacts(part, facts, failures);
    }
}
