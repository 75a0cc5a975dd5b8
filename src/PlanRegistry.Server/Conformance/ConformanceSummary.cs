using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

/// <summary>Counts over a judgement; plans without a light are not counted.</summary>
public sealed class ConformanceSummary(Scope scope)
{
    private readonly IReadOnlyList<Finding> findings = scope.Judgement.Findings;
    private readonly IReadOnlyList<Light> lights = scope.Judgement.Lights;

    /// <summary>What the counts do not speak of.</summary>
    internal Coverage Coverage => scope.Judgement.Coverage;

    public PartialDate RecordsFrom => Coverage.RecordsFrom;
    public int PlansBefore => Coverage.PlansBefore;
    public int ListsBefore => Coverage.ListsBefore;
    public int DutiesBefore => Coverage.DutiesBefore;
    public int Untold => Coverage.Untold;
    public int NeverJudged => Coverage.NeverJudged;

    public int Plans => lights.Count;
    public int Red => lights.Count(l => l == Light.Red);
    public int Yellow => lights.Count(l => l == Light.Yellow);
    public int Green => lights.Count(l => l == Light.Green);
    public int Grey => lights.Count(l => l == Light.Grey);
    public int Findings => findings.Count;
    public int Fail => findings.Count(f => f.Verdict == Verdict.Fail);
    public int Conditional => findings.Count(f => f.Verdict == Verdict.Conditional);
    public int ToConfirm => findings.Count(f => f is { Verdict: Verdict.Conditional, Waiver: null, IsConfirmed: false });
    public int Waived => findings.Count(f => f.Waiver is not null);
    public int Confirmed => findings.Count(f => f.IsConfirmed);
    public int Unknown => findings.Count(f => f.Verdict == Verdict.Unknown);

    /// <summary>
    /// Of the plans that have a light and are not over: whether each may receive district money to be carried out, the worst first.
    /// </summary>
    public IReadOnlyList<FundingCount> ByFunding
    {
        get
        {
            var verdicts = scope.Snapshot.OwnPlans.Where(p => !p.Status.IsOver() && scope.Judgement.LightOf(p) is not null)
                .Select(p => FundingReview.Of(scope.Judgement, p, Carried).Verdict).ToList();
            return [.. FundingReview.WorstFirst.Select(v => new FundingCount(v, verdicts.Count(x => x == v)))];
        }
    }

    private static FundingQuestion Carried { get; } = new(FundingPurpose.Implementation, FundingMoney.District);

    public IReadOnlyList<SeverityCount> BySeverity =>
        [.. Enum.GetValues<Severity>().Select(s => new SeverityCount(s, [.. findings.Where(f => f.Severity == s)]))];

    public IReadOnlyList<CapabilityCount> ByCapability =>
        [.. findings.GroupBy(f => RuleBook.Of(f.Rule).Capability)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CapabilityCount(g.Key, [.. g]))];

    public IReadOnlyList<AgencyCount> ByAgency =>
        [.. findings.Where(f => f.Responsible is not null).GroupBy(f => f.Responsible!.Key)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal)
            .Select(g => new AgencyCount(scope.Agency(g.First().Responsible)!, [.. g]))];
}

/// <summary>How many plans come to a verdict on money.</summary>
public sealed record FundingCount(FundingVerdict Verdict, int Count);

/// <summary>Findings counted, those to be checked (待核实) and those put off by leave apart.</summary>
public abstract record FindingCount(IReadOnlyList<Finding> Counted)
{
    public int Count => Counted.Count;
    public int Unknown => Counted.Count(f => f.Verdict == Verdict.Unknown);
    public int Waived => Counted.Count(f => f.Waiver is not null);
}

public sealed record SeverityCount(Severity Severity, IReadOnlyList<Finding> Counted) : FindingCount(Counted);

public sealed record CapabilityCount(string Capability, IReadOnlyList<Finding> Counted) : FindingCount(Counted);

public sealed record AgencyCount(AgencyNode Agency, IReadOnlyList<Finding> Counted) : FindingCount(Counted);
