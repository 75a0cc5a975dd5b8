using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>年度监测分析、中期评估、总结评估、公布实施进展、随上位规划调整、问题.</summary>
public enum DutyKind { Annual, MidTerm, Final, Disclosure, Amendment, Finding }

/// <summary>待办事项: one thing that an agency still owes on the day, from wherever it comes.</summary>
public sealed record OwedDuty
{
    public required DutyKind Kind { get; init; }

    /// <summary>Told apart from every other that is owed.</summary>
    public required string Id { get; init; }

    /// <summary>Null of a finding about a list or several plans.</summary>
    public Key<Plan>? Plan { get; init; }
    public int? Year { get; init; }
    public required DateOnly Due { get; init; }
    public required DutyState State { get; init; }
    public Agency? Agency { get; init; }
    public required Func<Text> Reason { get; init; }
    public Func<IReadOnlyList<Text>> Missing { get; init; } = () => [];

    /// <summary>The finding that it is, or that says that it is overdue.</summary>
    public Finding? Finding { get; init; }

    /// <summary>
    /// What is not done yet, by due day; of a plan that has ended nobody owes reports any more. A finding that only says that a duty is
    /// overdue is that duty's, and is owed once.
    /// </summary>
    public static IEnumerable<OwedDuty> Of(IEnumerable<PlanOnDay> plans, IEnumerable<Finding> findings)
    {
        var duties = plans.Where(p => !p.HasEnded)
            .SelectMany(p => p.ReviewDuties.Select(Of).Concat(p.DisclosureDuties.Select(Of)).Concat(AmendmentDuties.Of(p).Select(Of)))
            .Where(d => d.State is DutyState.Upcoming or DutyState.DueSoon or DutyState.Overdue).ToList();
        var open = findings.Where(f => f is { Due: not null, Urgency: not null, IsConfirmed: false }).ToList();
        var told = open.SelectMany(f => f.Facts, (f, fact) => (Key: (f.Plan, f.Due, fact.Type), Finding: f))
            .ToLookup(t => t.Key, t => t.Finding);
        var owed = duties.Select(d => d with { Finding = told[(d.Plan, d.Due, d.Fact)].FirstOrDefault() }).ToList();
        return owed.Concat(open.Except(owed.Select(d => d.Finding).OfType<Finding>()).Select(Of));
    }

    /// <summary>As a finding's facts name such a duty.</summary>
    private string Fact => Kind switch
    {
        DutyKind.Disclosure => nameof(DisclosureDuty),
        DutyKind.Amendment => nameof(AmendmentDuty),
        _ => nameof(ReviewDuty),
    };

    private static OwedDuty Of(ReviewDuty duty) => new()
    {
        Kind = duty.Kind switch
        {
            ReviewKind.Annual => DutyKind.Annual,
            ReviewKind.MidTerm => DutyKind.MidTerm,
            _ => DutyKind.Final,
        },
        Id = duty.Id.ToString(), Plan = duty.Plan, Year = duty.Year, Due = duty.Due, State = duty.State, Agency = duty.Of.LeadAgency,
        Reason = () => duty.Reason, Missing = () => duty.Missing,
    };

    private static OwedDuty Of(DisclosureDuty duty) => new()
    {
        Kind = DutyKind.Disclosure,
        Id = duty.Id.ToString(), Plan = duty.Plan, Year = duty.Year, Due = duty.Due, State = duty.State, Agency = duty.Of.LeadAgency,
        Reason = () => duty.Reason,
    };

    private static OwedDuty Of(AmendmentDuty duty) => new()
    {
        Kind = DutyKind.Amendment,
        Id = duty.Id.ToString(), Plan = duty.Plan, Due = duty.Due, State = duty.State, Agency = duty.Of.LeadAgency,
        Reason = () => duty.Reason,
    };

    private static OwedDuty Of(Finding finding) => new()
    {
        Kind = DutyKind.Finding,
        Id = finding.Key, Plan = finding.Plan, Due = finding.Due!.Value, Agency = finding.Responsible, Finding = finding,
        State = finding.Urgency switch
        {
            Urgency.Overdue => DutyState.Overdue,
            Urgency.DueSoon => DutyState.DueSoon,
            _ => DutyState.Upcoming,
        },
        Reason = () => finding.Sentence,
    };
}
