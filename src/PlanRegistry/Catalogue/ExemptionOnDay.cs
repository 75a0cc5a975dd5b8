using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// An exemption that holds on the day, and whether its issuer may give one (003 三、(一): 市级相关部门和区委、区政府). It counts when row and
/// document are both of a body entitled to it and the document names the plan; what of that is not recorded leaves it open.
/// </summary>
public sealed record ExemptionOnDay(Exemption Exemption, PlanOnDay Of, Agency? Issuer, Document? Document) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => Exemption.Id;

    public static IEnumerable<ExemptionOnDay> On(PlanOnDay plan) => On(plan, plan.AsOf);

    /// <summary>From the later of its day and that of its document.</summary>
    public static IEnumerable<ExemptionOnDay> On(PlanOnDay plan, AsOfDay day) =>
        plan.Snapshot.View.ExemptionsOf[plan.Key].Select(e => For(plan, e)).Where(e => e.HoldsOn(day));

    public static ExemptionOnDay For(PlanOnDay plan, Exemption exemption) =>
        new(exemption, plan, plan.Snapshot.View.Agency(exemption.Issuer), plan.Snapshot.View.Document(exemption.Document));

    /// <summary>The later of its day and that of its document.</summary>
    public DateOnly From => Document?.IssuedOn?.Last is { } issued && issued > Exemption.From.Last ? issued : Exemption.From.Last;

    public bool HoldsOn(AsOfDay day) => Exemption.HoldsOn(day) && From <= day;

    /// <summary>When drafting of the plan began it was there.</summary>
    public bool HeldWhenItBegan => HoldsOn(Of.Directory.DraftingBeganBy);

    public bool Covers(RuleReach rule) => Exemption.Covers(rule);

    /// <summary>Given by a body entitled to it, in a document of its own or of another such, that names the plan.</summary>
    public bool IsEntitled => Words.All(w => w.IsGiven) && Document?.Issuers.Any() == true && NamesThePlan;

    /// <summary>Nothing says that it is none, and something that it needs is not recorded.</summary>
    public bool IsOpen => !IsEntitled && !Words.Any(w => w.IsDenied);

    /// <summary>Why it is open, where it is.</summary>
    public Text Gap => Words.FirstOrDefault(w => w.IsOpen) is { } open ? open.Why
        : Document?.Issuers.Any() != true ? new($"{DocumentName.Zh}的印发单位未录入", $"the issuer of {DocumentName.En} is not recorded")
        : new($"{DocumentName.Zh}未写明{Of.Named.Zh}", $"{DocumentName.En} does not name {Of.Title}");

    /// <summary>Why it is no exemption, where it is none.</summary>
    public Text Objection => Words.FirstOrDefault(w => w.IsDenied) is null ? default
        : new($"{DocumentName.Zh}由{Unentitled}出具，该单位无权要求编制清单外的规划，不构成例外情形。",
            $"{DocumentName.En} was issued by {Unentitled}, which may not demand a plan outside the list, and is no exemption.");

    public FactLine Say() =>
        new("Exemption", Exemption.Id,
            new Text($"{Name(Exemption.Issuer)}{DocumentName.Zh}明确要求编制本规划",
                $"{DocumentName.En} of {Name(Exemption.Issuer)} demands this plan"));

    private bool NamesThePlan => Document?.Plans is { } named && named.Any(p => Of.Snapshot.View.Canonical(p) == Plan);

    private Entitlement[] Words => Document is { } paper && paper.Issuers.Any() && !paper.Issuers.Contains(Exemption.Issuer)
        ? [WordOf(Exemption.Issuer), paper.Issuers.Select(WordOf).MinBy(w => w.State)!]
        : [WordOf(Exemption.Issuer)];

    private string Unentitled => WordOf(Exemption.Issuer).IsDenied ? Name(Exemption.Issuer)
        : string.Join('、', Document!.Issuers.Select(i => Name(i)));

    private Text DocumentName => Document?.Named ?? Exemption.Document.Code;

    private Entitlement WordOf(Key<Agency> body) =>
        Entitlement.Of(Of.Snapshot.View, Matter.Demand, body, Document?.IssuedOn ?? Exemption.From, Exemption.Document);

    private string Name(Key<Agency>? body) => Of.Snapshot.View.Agency(body)?.Name ?? body?.Code ?? "";
}
