using System.Security.Cryptography;
using System.Text;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Sweeping;

/// <summary>How many plans of a kind, whose horizon begins in a year, show a light.</summary>
public sealed record SweptPlans(PlanKind Kind, int Year, Light Light, int Count);

/// <summary>How many findings of a rule, on plans of a kind and a year; both null where a finding is on no plan.</summary>
public sealed record SweptFindings(string Rule, PlanKind? Kind, int? Year, Severity Severity, Verdict Verdict, bool IsWaived, int Count);

/// <summary>What a district's judgement comes to in numbers; a finding on several plans is counted with the first of them.</summary>
public sealed record SweptCounts(IReadOnlyList<SweptPlans> Plans, IReadOnlyList<SweptFindings> Findings)
{
    public static SweptCounts Of(Judgement judgement)
    {
        var snapshot = judgement.Snapshot;
        return new(
            [.. snapshot.OwnPlans.Select(p => (p.Kind, p.Horizon.From, Light: judgement.LightOf(p))).Where(p => p.Light is not null)
                .GroupBy(p => p).OrderBy(g => g.Key).Select(g => new SweptPlans(g.Key.Kind, g.Key.From, g.Key.Light!.Value, g.Count()))],
            [.. judgement.Findings.Select(f => (f.Rule, Of: Subject(snapshot, f), f.Severity, f.Verdict, IsWaived: f.Waiver is not null))
                .GroupBy(f => f).OrderBy(g => g.Key)
                .Select(g => new SweptFindings(g.Key.Rule, g.Key.Of.Kind, g.Key.Of.Year, g.Key.Severity, g.Key.Verdict, g.Key.IsWaived,
                    g.Count()))]);
    }

    /// <summary>
    /// Equal for judgements of which nobody who watches findings is told a difference (<see cref="Conformance.Findings.NotIn"/>).
    /// </summary>
    public static string Mark(Judgement judgement) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        judgement.Findings.Select(f => $"{f.Key} {f.Verdict} {f.Severity} {f.IsConfirmed} {f.Waiver is null}")))))[..32];

    private static (PlanKind? Kind, int? Year) Subject(Snapshot snapshot, Finding finding) =>
        finding.Plans.Count > 0 && snapshot.Plan(finding.Plans[0]) is { } plan ? (plan.Kind, plan.Horizon.From) : (null, null);
}
