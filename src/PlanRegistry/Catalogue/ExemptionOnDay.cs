using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>An exemption that holds on the day, and whether its issuer may give one (003 三、(一): 市级相关部门和区委、区政府).</summary>
public sealed record ExemptionOnDay(Exemption Exemption, PlanOnDay Of, Agency? Issuer, Document? Document) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => Exemption.Id;

    public static IEnumerable<ExemptionOnDay> On(Snapshot snapshot) =>
        snapshot.OwnPlans.SelectMany(p => snapshot.View.ExemptionsOf[p.Key]
            .Where(e => e.HoldsOn(snapshot.AsOf))
            .Select(e => new ExemptionOnDay(e, p, snapshot.View.Agency(e.Issuer), snapshot.View.Document(e.Document))));

    public bool Covers(string rule) => Exemption.Covers(rule);

    /// <summary>Given by a body entitled to it, in a document that names the plan where the plans it names are recorded.</summary>
    public bool IsEntitled => NamesThePlan && IssuerIsEntitled;

    private bool NamesThePlan => Document?.Plans is not { } named || named.Contains(Plan);

    private bool IssuerIsEntitled => Issuer switch
    {
        null => false,
        { Tier: PlanTier.Municipal or PlanTier.National } => true,
        { Tier: PlanTier.District, Role: AgencyRole.PartyCommittee or AgencyRole.Government } => true,
        { Tier: PlanTier.District, Role: AgencyRole.PartyOffice } => Principal is { Role: AgencyRole.PartyCommittee },
        { Tier: PlanTier.District, Role: AgencyRole.GovernmentOffice } => Principal is { Role: AgencyRole.Government },
        _ => false,
    };

    private Agency? Principal => Of.Snapshot.View.Agency(Document?.OnBehalfOf);

    public FactLine Say()
    {
        var issuer = Issuer?.Name ?? Exemption.Issuer.Code;
        var document = Document?.Number ?? Document?.Title ?? Exemption.Document.Code;
        return new("Exemption", Exemption.Id, new Text($"{issuer}{document}明确要求编制本规划", $"{document} of {issuer} demands this plan"));
    }
}
