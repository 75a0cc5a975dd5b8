namespace PlanRegistry.Approval;

/// <summary>事项: what counts only on the word of some bodies.</summary>
public enum Matter
{
    ListApproval, SpecialListDrafting, SpatialListDrafting, EiaOpinion, WaterOpinion, Demand, OutlineDrafting, PlanApproval,
    Report, Disclosure, MidTermExamination, MidTermDeliberation,
    AmendmentProposal, PartyConsent, AmendmentApproval, DraftWithdrawal, PlanWithdrawal,
    Supersession, NoChange, Policy, Alignment, SpatialAlignment, MunicipalAlignment, OutOfOrder, Legality,
    Waiver, WaiverFromAbove,
}
