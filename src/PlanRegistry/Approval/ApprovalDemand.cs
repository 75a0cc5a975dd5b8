using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// Who approves what at which level: whether an act is the approval that a plan of the district must have. True, false, or null where
/// something is not recorded: an office that does not say for whom it acts, or the level, when a department acted alone.
/// </summary>
internal sealed class ApprovalDemand(RegistryView view, Plan plan)
{
    private readonly IReadOnlyList<Body> bodies = Powers.Of(Matter.PlanApproval, plan).Bodies;

    public bool? IsMetBy(Act act) =>
        NamesOthersOnly(act) is not null ? IsMetByItsBodies(act) is false ? false : null : IsMetByItsBodies(act);

    private bool? IsMetByItsBodies(Act act) =>
        Answers.Any(bodies.Where(b => b.Approvals.Contains(act.Type)).Select(b => IsBy(b, act))) is not false and var met ? met
        : Powers.LevelOf(plan) is null && Body.Lead.Approvals.Contains(act.Type) && IsBy(Body.Lead, act) is not false ? null
        : false;

    /// <summary>Why it is open whether the act approves.</summary>
    public Entitlement WordOf(Act act) => NamesOthersOnly(act) is { } paper
        ? new(EntitlementState.Doubtful,
            new($"批准文件{paper.Named.Zh}未写明本规划", $"the approval document {paper.Named.En} does not name the plan"))
        : Entitlement.By(view, [.. bodies.Where(b => b.Approvals.Contains(act.Type))], Told(act));

    /// <summary>区政府批准、审定、印发、发布，或者区委审定.</summary>
    public static Text Name(Plan plan) => Powers.LevelOf(plan) switch
    {
        ApprovalLevel.Congress => new("区人大批准", "the approval of the district congress"),
        ApprovalLevel.Municipal => new("市级单位批准", "the approval of a municipal body"),
        ApprovalLevel.Department => new("牵头单位发布", "publication by its lead agency"),
        ApprovalLevel.Government => new("区政府批准、审定、印发、发布或者区委审定",
            "approval, examination, issue or publication by the district government, or review by the Party committee"),
        _ => new("有权单位审批", "approval by a body entitled to it"),
    };

    /// <summary>The paper of an act, where it names plans and this one is not among them.</summary>
    private Document? NamesOthersOnly(Act act) => view.Document(act.Document) is { Plans: { Count: > 0 } named } paper
        && !named.Any(p => view.Canonical(p) == plan.Key) ? paper : null;

    /// <summary>
    /// Where nobody is recorded, it is open whether the body acted that the type of the act is called after; nobody is assumed to have
    /// published for the government.
    /// </summary>
    private bool? IsBy(Body body, Act act) =>
        Told(act) is var told && !told.Agencies.Any() ? body.OwnApprovals.Contains(act.Type) ? null : false
        : body == Body.Lead && plan.LeadAgency is null ? true
        : Entitlement.By(view, [body], told).Answer;

    /// <summary>Where the row names nobody, its document tells whose act it is.</summary>
    private Act Told(Act act) => !act.Agencies.Any() && view.Document(act.Document) is { } paper
        ? act with { CoAgencies = [.. paper.Issuers] } : act;
}
