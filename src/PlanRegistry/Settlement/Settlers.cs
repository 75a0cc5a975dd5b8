using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>Whose word settles a finding: never that of who leads the plan (本系统默认).</summary>
public static class Settlers
{
    /// <summary>
    /// The reform commission, of money the finance bureau; where that leads the plan, or there is only a list, the government.
    /// </summary>
    public static AgencyRole ConfirmingRole(Snapshot snapshot, IReadOnlyList<PlanOnDay> plans, bool isMoney)
    {
        var role = isMoney ? AgencyRole.Finance : AgencyRole.ReformCommission;
        return plans.Count > 0 && !plans.Any(p => Leads(snapshot.Agency(role), p)) ? role : AgencyRole.Government;
    }

    public static Agency? ConfirmerOf(Snapshot snapshot, IReadOnlyList<PlanOnDay> plans, bool isMoney) =>
        snapshot.Agency(ConfirmingRole(snapshot, plans, isMoney));

    /// <summary>The bodies whose word a document is: its issuers, or of an office its own body, where that is named (代章).</summary>
    public static IEnumerable<Agency> SpeakersOf(Snapshot snapshot, Document document) =>
        document.Issuers.Select(i => snapshot.View.Agency(i)).OfType<Agency>()
            .Select(issuer => Bodies.Of(snapshot.View).PrincipalIn(document, issuer) ?? issuer);

    internal static Problem? Objection(Unsettled finding, Agency speaker, SettlementKind kind)
    {
        if (Bodies.Of(finding.Snapshot.View).DoubtAbout(speaker, null) is { } doubt)
        {
            return Problem($"{doubt.Zh}，其文件不能作为办结的依据。", $"A finding is not settled by this document: {doubt.En}.");
        }
        if (kind == SettlementKind.Concluded)
        {
            return finding.Plans.Any(p => Leads(speaker, p))
                ? Problem($"核查结论不能由规划的牵头单位{speaker.Name}作出。", $"{speaker.Name} leads the plan and cannot conclude it.")
                : MayConclude(speaker) ? null
                : Problem($"核查结论须由审计机关、政府或者党委作出，文件的印发单位是{speaker.Name}。",
                    $"Audit, the government or the Party committee concludes a finding; the document is of {speaker.Name}.");
        }
        var role = ConfirmingRole(finding.Snapshot, finding.Plans, finding.IsMoney);
        var confirmer = finding.Snapshot.Agency(role);
        return confirmer is not null && speaker.Key == confirmer.Key ? null
            : Problem($"例外情形须由{confirmer?.Name ?? $"{Terms.Of(role).Zh}（未录入）"}确认，文件的印发单位是{speaker.Name}。",
                $"{confirmer?.Name ?? $"The {Terms.Of(role).En} (not recorded)"} confirms this; the document is of {speaker.Name}.");
    }

    /// <summary>Audit, government and Party committee, of the district or above it.</summary>
    private static bool MayConclude(Agency issuer) => issuer is
    {
        Tier: PlanTier.District or PlanTier.Municipal or PlanTier.National,
        Role: AgencyRole.Audit or AgencyRole.Government or AgencyRole.PartyCommittee,
    };

    internal static bool Leads(Agency? agency, PlanOnDay plan) => agency is not null
        && (agency.Key == plan.LeadAgency?.Key || agency.Key == plan.Plan.LeadAgency || plan.Plan.CoLeadAgencies?
        .Contains(agency.Key) == true);

    private static Problem Problem(string zh, string en) => Unsettled.Problem("document", zh, en);
}
