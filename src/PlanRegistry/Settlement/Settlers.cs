using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>Whose word settles a finding: never that of who leads the plan (本系统默认).</summary>
public static class Settlers
{
    /// <summary>
    /// The reform commission, of money the finance bureau; where that leads the plan, or there is only a list, the government.
    /// </summary>
    public static Agency? ConfirmerOf(Snapshot snapshot, IReadOnlyList<PlanOnDay> plans, bool isMoney)
    {
        var bureau = snapshot.Agency(isMoney ? AgencyRole.Finance : AgencyRole.ReformCommission);
        return plans.Count > 0 && !plans.Any(p => Leads(bureau, p)) ? bureau : snapshot.Agency(AgencyRole.Government);
    }

    public static bool Leads(Agency? agency, PlanOnDay plan) => agency is not null
        && (agency.Key == plan.LeadAgency?.Key || agency.Key == plan.Plan.LeadAgency
            || plan.Plan.CoLeadAgencies?.Contains(agency.Key) == true);

    /// <summary>Audit, government and Party committee, of the district or above it.</summary>
    public static bool MayConclude(Agency issuer) => issuer is
    {
        Tier: PlanTier.District or PlanTier.Municipal or PlanTier.National,
        Role: AgencyRole.Audit or AgencyRole.Government or AgencyRole.PartyCommittee,
    };

    /// <summary>The body whose word a document is: its issuer, or the one on whose behalf its office issued it (代章).</summary>
    public static Agency? SpeakerOf(Snapshot snapshot, Document document) =>
        snapshot.View.Agency(document.Issuer) is { Role: AgencyRole.GovernmentOffice or AgencyRole.PartyOffice } office
            ? snapshot.View.Agency(document.OnBehalfOf) ?? office
            : snapshot.View.Agency(document.Issuer);
}
