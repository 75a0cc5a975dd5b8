using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rectification;
using PlanRegistry.Rules;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

public enum FindingOrder { Severity, Plan, Rule, Since, Urgency, First }

/// <summary>Which findings: a finding must fit every part that is given.</summary>
public sealed record FindingFilter
{
    public IReadOnlyList<string>? Rules { get; init; }
    public IReadOnlyList<Severity>? Severities { get; init; }
    public IReadOnlyList<Verdict>? Verdicts { get; init; }
    public IReadOnlyList<string>? Capabilities { get; init; }
    public string? Plan { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }
    public PartialDate? ChangedSince { get; init; }
    public IReadOnlyList<Urgency>? Urgencies { get; init; }
    public bool? HandedOut { get; init; }
    public bool? Waived { get; init; }

    public Func<Finding, bool> Test(Scope scope)
    {
        var agencies = AgencyNames.Find(scope, Agencies);
        var (rules, capabilities) = (RuleNames.Known(Rules), RuleNames.Capabilities(Capabilities));
        var plans = PlanNames.Find(scope, Plan is null ? null : [Plan]);
        return finding =>
            (rules is null || rules.Contains(finding.Rule))
            && (Severities is null || Severities.Contains(finding.Severity))
            && (Verdicts is null || Verdicts.Contains(finding.Verdict))
            && (capabilities is null || capabilities.Contains(RuleBook.Of(finding.Rule).Capability))
            && (plans is null || finding.Plans.Any(plans.Contains))
            && (agencies is null || (finding.Responsible is { } responsible && agencies.Contains(responsible.Key)))
            && (ChangedSince is not { } day || finding.Since >= day.First)
            && (Urgencies is null || (finding.Urgency is { } urgency && Urgencies.Contains(urgency)))
            && (HandedOut is not { } isAsked
                || HandOuts.Of(scope.View, finding.Key, scope.Snapshot.AsOf) is not null == isAsked)
            && (Waived is not { } putOff || finding.Waiver is not null == putOff);
    }
}
