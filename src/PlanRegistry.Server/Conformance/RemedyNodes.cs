using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

/// <summary>A remedy's input as the act takes it: codes within the district, ids of what is seen.</summary>
public sealed class RemedyInputNode(RemedyInput input, FindingNode finding)
{
    private readonly DistrictCode home = finding.Scope.View.Code;

    public string? Plan => input.Plan?.Within(home);
    public string? Subordinate => input.Subordinate?.Within(home);
    public string? Superior => input.Superior?.Within(home);
    public ActType? Type => input.Type;
    public ActAbout? About => input.About;
    public int? Year => input.Year;
    public int? Version => input.Version;
    public string? Against => input.Against?.Within(home);
    public string? Indicator => input.Indicator?.Within(home);
    public IReadOnlyList<RemedyTargetNode>? Targets => input.Target is { } target ? [new(target, home)] : null;
    public IReadOnlyList<RemedyAllocationNode>? Allocations => input.Allocations is { } missing
        ? [.. missing.Indicators.Select(i => new RemedyAllocationNode(missing.Plan.ToString(), new Key<Indicator>(i.Home, i.Code), home))]
        : null;
    public ListTrack? Track => input.Track;
    public string? Replaces => input.Replaces?.Within(home);
    public IReadOnlyList<RemedyEntryNode>? Entries => input.Entry is { } plan ? [new(plan, home)] : null;
    public PlanKind? Kind => input.Kind;
    public PlanTier? Tier => input.Tier;
    public string? Issuer => input.Issuer?.Within(home);
    public string? Id => input.Record is { } record ? finding.Scope.Node(record)?.Id : null;
    public string? Finding => input.IsOfTheFinding ? finding.Id : null;
}

public sealed class RemedyTargetNode(RemedyTarget target, DistrictCode home)
{
    public string Indicator => target.Indicator.Within(home);
    public IndicatorNature Nature => target.Nature;
    public int TargetYear => target.Year;
    public decimal? TargetValue => target.Value;
    public decimal? TargetLow => target.Low;
    public decimal? TargetHigh => target.High;
    public int? BaseYear => target.BaseYear;
    public decimal? BaseValue => target.BaseValue;
    public string Unit => target.Unit;
}

public sealed class RemedyAllocationNode(string plan, Key<Indicator> indicator, DistrictCode home)
{
    public string Plan => plan;
    public string Indicator => indicator.Within(home);
    public string ToDistrict => home.ToString();
}

public sealed class RemedyEntryNode(Plan plan, DistrictCode home)
{
    public string Title => plan.Title;
    public PlanKind Kind => plan.Kind;
    public string? LeadAgency => plan.LeadAgency?.Within(home);
    public Horizon Horizon => plan.Horizon;
    public string Plan => plan.Key.Within(home);
}
