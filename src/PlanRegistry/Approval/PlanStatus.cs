namespace PlanRegistry.Approval;

/// <summary>拟编、编制中、报批中、已批准待发布、实施中、期满、已被替代、终止: computed from acts, never typed.</summary>
public enum PlanStatus { Proposed, Drafting, Submitted, Approved, InForce, Expired, Superseded, Withdrawn }

public static class PlanStatuses
{
    /// <summary>期满、已被替代或者已终止.</summary>
    public static bool IsOver(this PlanStatus status) => status is PlanStatus.Expired or PlanStatus.Superseded or PlanStatus.Withdrawn;
}
