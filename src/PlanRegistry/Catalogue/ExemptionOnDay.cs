using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>An exemption that holds on the day, and whether its issuer may give one (003 三、(一): 市级相关部门和区委、区政府).</summary>
public sealed record ExemptionOnDay(Exemption Exemption, PlanOnDay Of, Agency? Issuer, Document? Document) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => Exemption.Id;

    public static IEnumerable<ExemptionOnDay> On(PlanOnDay plan) =>
        plan.Snapshot.View.ExemptionsOf[plan.Key]
            .Where(e => e.HoldsOn(plan.AsOf))
            .Select(e => new ExemptionOnDay(e, plan, plan.Snapshot.View.Agency(e.Issuer), plan.Snapshot.View.Document(e.Document)));

    public bool Covers(RuleReach rule) => Exemption.Covers(rule);

    /// <summary>Given by a body entitled to it, in a document that names the plan where the plans it names are recorded.</summary>
    public bool IsEntitled => NamesThePlan && MayDemand(Issuer) && (Document?.Issuer is null || MayDemand(DocumentIssuer));

    /// <summary>Why it is no exemption, where it is none.</summary>
    public Text Objection =>
        !NamesThePlan ? new($"{DocumentName.Zh}未写明{Of.Named.Zh}，不构成例外情形。", $"{DocumentName.En} does not name {Of.Title} and is no exemption.")
        : IsOffice(Unentitled)
            ? new($"{DocumentName.Zh}由{Name(Unentitled)}出具，未注明代区委或区政府出具，不构成例外情形。",
                $"{DocumentName.En} of {Name(Unentitled)} does not say that it was issued on "
                    + "behalf of the Party committee or the government and is no exemption.")
        : new($"{DocumentName.Zh}由{Name(Unentitled)}出具，该单位无权要求编制清单外的规划，不构成例外情形。",
            $"{DocumentName.En} was issued by {Name(Unentitled)}, which may not demand a plan outside the list, and is no exemption.");

    public FactLine Say() =>
        new("Exemption", Exemption.Id,
            new Text($"{Name(Issuer)}{DocumentName.Zh}明确要求编制本规划", $"{DocumentName.En} of {Name(Issuer)} demands this plan"));

    private bool NamesThePlan => Document?.Plans is not { } named || named.Any(p => Of.Snapshot.View.Canonical(p) == Plan);

    private Agency? DocumentIssuer => Of.Snapshot.View.Agency(Document?.Issuer);

    private Agency? Unentitled => MayDemand(Issuer) ? DocumentIssuer : Issuer;

    private Text DocumentName => Document?.Named ?? Exemption.Document.Code;

    // 003 names Party, government and department bodies; a congress above the district is none of them.
    private bool MayDemand(Agency? body) => body switch
    {
        null => false,
        { Tier: PlanTier.Municipal or PlanTier.National } => body.Role is not (AgencyRole.Congress or AgencyRole.StandingCommittee),
        { Tier: PlanTier.District, Role: AgencyRole.PartyCommittee or AgencyRole.Government } => true,
        _ => IsOffice(body) && Of.Snapshot.View.Agency(Document?.OnBehalfOf)
            is { Tier: PlanTier.District, Role: AgencyRole.PartyCommittee or AgencyRole.Government },
    };

    private static bool IsOffice(Agency? body) =>
        body is { Tier: PlanTier.District, Role: AgencyRole.PartyOffice or AgencyRole.GovernmentOffice };

    private string Name(Agency? body) => body?.Name ?? Exemption.Issuer.Code;
}
