using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using static PlanRegistry.Catalogue.AgencyRole;

namespace PlanRegistry.Approval;

/// <summary>One row of the table: a matter, of which plans, and whose word it is.</summary>
/// <param name="Level">Null: of plans whose level is not recorded, or the matter asks for none.</param>
/// <param name="NeedsDocument">Without a document the word does not count.</param>
public sealed record Power(
    Matter Matter, PlanKind? Kind, ApprovalLevel? Level, IReadOnlyList<Body> Bodies, string Basis, bool NeedsDocument = false);

/// <summary>
/// Who may do what: the one table by matter, kind and level. The first row that fits holds. docs/entitlement.md is made from it.
/// </summary>
public static class Powers
{
    private const string Notice = "开州府办发〔2020〕95号";
    private const string Silent = "本系统默认";

    public static IReadOnlyList<Power> Table { get; } =
    [
        Any(Matter.ListApproval, $"{Notice} 三、(一)", Body.Of(Government)) with { NeedsDocument = true },
        Any(Matter.SpecialListDrafting, $"{Notice} 三、(一)", Body.Of(ReformCommission)),
        Any(Matter.SpatialListDrafting, $"{Notice} 三、(一)", Body.Of(NaturalResources)),
        Any(Matter.EiaOpinion, $"{Notice} 三、(一)", Body.Of(Ecology)),
        Any(Matter.WaterOpinion, $"{Notice} 三、(一)", Body.Of(Water)),
        Any(Matter.Demand, $"{Notice} 三、(一)", Body.Of(PartyCommittee), Body.Of(Government), Body.Above) with { NeedsDocument = true },
        Any(Matter.OutlineDrafting, $"{Notice} 一、(一)", Body.Of(ReformCommission), Body.Of(Government)),
        new(Matter.PlanApproval, PlanKind.Development, null, [Body.Of(Congress)], $"{Notice} 三、(三)"),
        At(ApprovalLevel.Congress, Body.Of(Congress)),
        At(ApprovalLevel.Government, Body.Of(Government), Body.Of(PartyCommittee)),
        At(ApprovalLevel.Department, Body.Lead, Body.Of(Government), Body.Of(PartyCommittee)),
        At(ApprovalLevel.Municipal, Body.Above),
        At(null, Body.Of(Congress), Body.Of(Government), Body.Of(PartyCommittee), Body.Above),
        Any(Matter.Report, $"{Notice} 三、(五)", Body.Lead, Body.Of(ReformCommission), Body.Of(Government)),
        Any(Matter.Disclosure, $"{Notice} 三、(四)", Body.Lead, Body.Of(ReformCommission), Body.Of(Government)),
        Any(Matter.MidTermExamination, $"{Notice} 三、(五)", Body.Of(Government)),
        Any(Matter.MidTermDeliberation, $"{Notice} 三、(五)", Body.Of(StandingCommittee), Body.Of(Congress)),
        Any(Matter.AmendmentProposal, $"{Notice} 三、(五)", Body.Of(Government)),
        Any(Matter.PartyConsent, $"{Notice} 三、(五)", Body.Of(PartyCommittee)),
        new(Matter.AmendmentApproval, PlanKind.Development, null, [Body.Of(StandingCommittee), Body.Of(Congress)], $"{Notice} 三、(五)"),
        Any(Matter.AmendmentApproval, $"{Notice} 三、(五)", Body.Approver),
        Any(Matter.DraftWithdrawal, Silent, Body.Lead, Body.Approver),
        Any(Matter.PlanWithdrawal, Silent, Body.Approver) with { NeedsDocument = true },
        Any(Matter.Supersession, Silent, Body.Lead, Body.Approver, Body.Of(Government)) with { NeedsDocument = true },
        Any(Matter.NoChange, $"{Notice} 三、(五)", Body.Lead, Body.Approver) with { NeedsDocument = true },
        Any(Matter.Policy, Silent, Body.Of(Government), Body.Of(GovernmentOffice), Body.Of(PartyCommittee), Body.Of(ReformCommission))
            with { NeedsDocument = true },
        Any(Matter.Alignment, $"{Notice} 三、(二)", Body.Of(ReformCommission)),
        Any(Matter.SpatialAlignment, $"{Notice} 三、(二)", Body.Of(NaturalResources)),
        Any(Matter.MunicipalAlignment, $"{Notice} 三、(二)", Body.MunicipalCommission),
        Any(Matter.OutOfOrder, Silent, Body.Of(PartyCommittee), Body.Of(Government), Body.Above) with { NeedsDocument = true },
        Any(Matter.Waiver, Silent, Body.Of(Government), Body.Of(PartyCommittee), Body.Above) with { NeedsDocument = true },
        Any(Matter.WaiverFromAbove, Silent, Body.Above) with { NeedsDocument = true },
        Any(Matter.Legality, "重大行政决策程序暂行条例 第二十五条", Body.Of(Justice), Body.Of(Government)),
    ];

    public static Power Of(Matter matter, Plan? plan) => Table.First(p => p.Matter == matter
        && (p.Kind is null || p.Kind == plan?.Kind)
        && (matter != Matter.PlanApproval || p.Kind is not null || p.Level == LevelOf(plan)));

    /// <summary>A plan of weight, or one filed with the municipality, is the government's though its department publishes it.</summary>
    internal static ApprovalLevel? LevelOf(Plan? plan) =>
        plan is { Kind: PlanKind.Development } ? ApprovalLevel.Congress
        : plan?.ApprovalLevel == ApprovalLevel.Department && (plan.Importance != Importance.Ordinary || plan.MunicipalFiling == true)
            ? ApprovalLevel.Government
        : plan?.ApprovalLevel;

    private static Power Any(Matter matter, string basis, params Body[] bodies) => new(matter, null, null, bodies, basis);

    private static Power At(ApprovalLevel? level, params Body[] bodies) =>
        new(Matter.PlanApproval, null, level, bodies, $"{Notice} 三、(三)");
}
