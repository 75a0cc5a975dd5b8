using PlanRegistry.Approval;
using PlanRegistry.Catalogue;

namespace PlanRegistry.Intake;

/// <summary>Whose act a type of act is, where its row does not say.</summary>
internal static class ActAgencies
{
    /// <summary>The role that acts; null: the plan's lead agency.</summary>
    public static AgencyRole? RoleFor(ActType type) => type switch
    {
        ActType.CongressApproved => AgencyRole.Congress,
        ActType.StandingCommitteeDeliberated or ActType.StandingCommitteeApproved => AgencyRole.StandingCommittee,
        ActType.PartyProposal or ActType.PartyReviewed or ActType.PartyAgreed => AgencyRole.PartyCommittee,
        ActType.GovernmentExamined or ActType.GovernmentApproved => AgencyRole.Government,
        ActType.Aligned => AgencyRole.ReformCommission,
        ActType.EiaConfirmed => AgencyRole.Ecology,
        ActType.WaterConfirmed => AgencyRole.Water,
        _ => null,
    };

    /// <summary>Acts that several bodies may take: nobody is assumed.</summary>
    public static bool IsOpen(ActType type) => type is ActType.MunicipalApproved or ActType.AmendmentApproved or ActType.AlignmentReplied;
}
