using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// The lawful routes, one table: which steps a plan of a kind, level and weight takes, and what must come before each. What the texts leave
/// open stands before nothing.
/// </summary>
internal static class ProcedureForms
{
    private const string Notice = "开州府办发〔2020〕95号";
    private const string Aligning = $"{Notice} 三、(二)";
    private const string Approving = $"{Notice} 三、(三)";
    private const string Decisions = "重大行政决策程序暂行条例 第二十五条";

    /// <summary>The Development Planning Law (参照): from when a draft is reviewed before the congress has it.</summary>
    internal static DateOnly PreliminaryReviewFrom(RegistryView view) => Law.From(view, Law.Planning, Obliged.PreliminaryReview);

    /// <summary>The same: from when the final evaluation goes with the next draft.</summary>
    internal static DateOnly FinalEvaluationFrom(RegistryView view) => Law.From(view, Law.Planning, Obliged.PreviousEvaluation);

    /// <summary>在报区人大审议前,须按程序报市发展改革委进行衔接.</summary>
    public static readonly StepNeed Replied = new(ActType.AlignmentReplied, Obligation.DevelopmentRoute, Aligning);

    public static ProcedureRoute RouteOf(Plan plan) => plan switch
    {
        { Kind: PlanKind.Development } => ProcedureRoute.Development,
        { Kind: PlanKind.Spatial } => ProcedureRoute.Spatial,
        { Importance: Importance.SpeciallyImportant } => ProcedureRoute.SpeciallyImportant,
        { MunicipalFiling: true } => ProcedureRoute.MunicipalFiling,
        _ => Powers.LevelOf(plan) switch
        {
            ApprovalLevel.Government => ProcedureRoute.Government,
            ApprovalLevel.Department => ProcedureRoute.Department,
            null => ProcedureRoute.Open,
            _ => ProcedureRoute.Other,
        },
    };

    /// <summary>重大行政决策: the outline of the district, and what is classified as major.</summary>
    public static bool IsMajorDecision(Plan plan) => plan.Kind == PlanKind.Development || plan.Importance != Importance.Ordinary;

    /// <summary>The step by which a plan of the route is approved.</summary>
    public static ActType ApprovalStep(Plan plan) => Powers.LevelOf(plan) switch
    {
        ApprovalLevel.Congress => ActType.CongressApproved,
        ApprovalLevel.Department => ActType.DepartmentApproved,
        ApprovalLevel.Municipal => ActType.MunicipalApproved,
        null when plan.Kind == PlanKind.Spatial => ActType.MunicipalApproved,
        _ => ActType.GovernmentApproved,
    };

    public static IReadOnlyList<StepForm> Of(PlanOnDay plan) => RouteOf(plan.Plan) switch
    {
        ProcedureRoute.Development => OfDevelopment(plan),
        ProcedureRoute.Spatial => [.. OfOthers(plan).Select(f => f with { Clause = $"{f.Clause}（依据：待市级规定确认）" })],
        _ => OfOthers(plan),
    };

    private static IReadOnlyList<StepForm> OfDevelopment(PlanOnDay plan)
    {
        var lead = LeadOf(plan);
        StepNeed[] proposed = [new(ActType.PartyProposal, Obligation.PartyProposal, $"{Notice} 一、(一)", Refuses: false)];
        StepNeed legal = new(ActType.LegalityReviewed, Obligation.Legality, Decisions, Refuses: false);
        return
        [
            new(ActType.PartyProposal, Name(AgencyRole.PartyCommittee), new("区委关于制定五年规划的建议", "the Party committee's proposal"),
                $"{Notice} 一、(一)", true),
            new(ActType.DraftingStarted, lead, default, $"{Notice} 一、(一)", true),
            new(ActType.Consulted, lead, new("规划草案（征求意见稿）", "draft for comment"), Approving, true, proposed),
            new(ActType.Argued, lead, Terms.Of(SubmissionPaper.ArgumentationReport), "国家发展规划法 第十三、十五条（参照）", true),
            new(ActType.Aligned, Name(AgencyRole.ReformCommission), Terms.Of(SubmissionPaper.AlignmentOpinion), Aligning, true),
            .. Confirmations(plan),
            new(ActType.LegalityReviewed, Name(AgencyRole.Justice), Terms.Of(SubmissionPaper.LegalityOpinion), Decisions, true),
            new(ActType.GovernmentExamined, Name(AgencyRole.Government), new("常务会议纪要", "minutes of the government's meeting"),
                Approving, true, legal),
            new(ActType.AlignmentReplied, new("市发展改革委", "the municipal commission"),
                new("市级衔接回复", "the municipality's reply"), Aligning, true),
            new(ActType.PartyReviewed, Name(AgencyRole.PartyCommittee), new("区委审定文件", "the Party committee's decision"), Approving, true),
            new(ActType.Submitted, Name(AgencyRole.Government), new("规划草案（送审稿）和审批要件", "draft for review, with its papers"), Approving, true,
                [new(ActType.Aligned, Obligation.Alignment, Aligning, Refuses: false), .. ConfirmationNeeds(plan)]),
            new(ActType.PreliminaryReviewed, new("区人大", "the district congress"), new("初步审查意见", "preliminary review"),
                "国家发展规划法 第十八条（参照）", plan.AsOf >= PreliminaryReviewFrom(plan.Snapshot.View)),
            new(ActType.CongressApproved, Name(AgencyRole.Congress), new("人大批准决议", "the congress's resolution"), Approving, true,
                new(ActType.PartyReviewed, Obligation.DevelopmentRoute, Approving), Replied,
                new(ActType.PreliminaryReviewed, Obligation.DevelopmentRoute, "国家发展规划法 第十八条（参照）", Refuses: false)),
            new(ActType.Published, Name(AgencyRole.Government), new("印发文件", "the issued document"), Approving, true,
                new StepNeed(ActType.CongressApproved, Obligation.Order, Approving)),
        ];
    }

    private static IReadOnlyList<StepForm> OfOthers(PlanOnDay plan)
    {
        var (lead, route, approval) = (LeadOf(plan), RouteOf(plan.Plan), ApprovalStep(plan.Plan));
        var (isMajor, isByDepartment) = (IsMajorDecision(plan.Plan), route == ProcedureRoute.Department);
        var isFiled = isByDepartment || plan.Plan.MunicipalFiling == true;
        StepNeed examined = new(ActType.GovernmentExamined, Obligation.MunicipalFiling, Approving);
        StepNeed aligned = isByDepartment ? new(ActType.Aligned, Obligation.DepartmentRoute, Approving, Refuses: false)
            : new(ActType.Aligned, Obligation.Alignment, Aligning, Refuses: false);
        var approver = route == ProcedureRoute.Open ? new("审批单位（层级未录入）", "its approver (level not recorded)")
            : Text.Join(Powers.Of(Matter.PlanApproval, plan.Plan).Bodies.Take(1).Select(b => b.Name));
        return
        [
            new(ActType.DraftingStarted, lead, default, $"{Notice} 三、(一)", true),
            new(ActType.Consulted, lead, new("规划草案（征求意见稿）", "draft for comment"), Approving, true),
            new(ActType.Argued, lead, Terms.Of(SubmissionPaper.ArgumentationReport), Approving, true),
            new(ActType.Aligned, Name(AgencyRole.ReformCommission), Terms.Of(SubmissionPaper.AlignmentOpinion), Aligning, true),
            .. Confirmations(plan),
            new(ActType.LegalityReviewed, Name(AgencyRole.Justice), Terms.Of(SubmissionPaper.LegalityOpinion), Decisions, isMajor),
            .. isByDepartment ? Array.Empty<StepForm>() :
            [
                new(ActType.Submitted, WithTheCommission(plan, lead),
                    new("规划草案（送审稿）和审批要件", "draft for review, with its papers"), Approving, true,
                    [.. route is ProcedureRoute.Other or ProcedureRoute.Open || Powers.LevelOf(plan.Plan) != ApprovalLevel.Government
                        ? Array.Empty<StepNeed>() : [aligned], .. ConfirmationNeeds(plan)]),
            ],
            new(ActType.PartyReviewed, Name(AgencyRole.PartyCommittee), new("区委审定文件", "the Party committee's decision"), Approving,
                plan.Plan.Importance == Importance.SpeciallyImportant),
            new(approval, approver, new("审批文件", "document of approval"), Approving, route == ProcedureRoute.Open ? null : true,
                [.. route is ProcedureRoute.Government or ProcedureRoute.SpeciallyImportant or ProcedureRoute.MunicipalFiling
                    ? new[] { new StepNeed(ActType.Submitted, Obligation.Order, Approving) } : [],
                    .. isMajor && !isByDepartment
                        ? new[] { new StepNeed(ActType.LegalityReviewed, Obligation.Legality, Decisions, Refuses: false) } : []]),
            new(ActType.Published, route == ProcedureRoute.SpeciallyImportant ? Name(AgencyRole.Government) : lead,
                new("印发文件", "the issued document"), Approving, true,
                [.. isByDepartment ? new[] { aligned } : [new(approval, Obligation.Order, Approving)],
                    .. plan.Plan.Importance == Importance.SpeciallyImportant
                        ? new[] { new StepNeed(ActType.PartyReviewed, Obligation.SpeciallyImportant, Approving) } : [],
                    .. plan.Plan.MunicipalFiling == true ? new[] { examined } : []]),
            new(ActType.Filed, lead, new("备案回执", "receipt of filing"), Approving, isFiled,
                plan.Plan.MunicipalFiling == true ? [examined] : []),
        ];
    }

    private static IEnumerable<StepForm> Confirmations(PlanOnDay plan) =>
    [
        new(ActType.EiaConfirmed, Name(AgencyRole.Ecology), Terms.Of(SubmissionPaper.EiaConfirmation), Aligning,
            Flag(plan, plan.Entry?.EiaNeeded)),
        new(ActType.WaterConfirmed, Name(AgencyRole.Water), Terms.Of(SubmissionPaper.WaterConfirmation), Aligning,
            Flag(plan, plan.Entry?.WaterNeeded)),
    ];

    private static IEnumerable<StepNeed> ConfirmationNeeds(PlanOnDay plan) => new[]
    {
        (Step: ActType.EiaConfirmed, Flag: plan.Entry?.EiaNeeded), (Step: ActType.WaterConfirmed, Flag: plan.Entry?.WaterNeeded),
    }.Where(c => c.Flag == true).Select(c => new StepNeed(c.Step, Obligation.Confirmations, Aligning, Refuses: false));

    /// <summary>A development plan stands on no list, which is where it would be said.</summary>
    private static bool? Flag(PlanOnDay plan, bool? said) => plan.Kind == PlanKind.Development && plan.Entry is null ? false : said;

    /// <summary>提交区人大: to whom it was sent, or else that the government sent it once the Party committee had reviewed it.</summary>
    public static bool IsToTheCongress(PlanOnDay plan, Act sent)
    {
        var view = plan.Snapshot.View;
        return plan.Kind == PlanKind.Development && sent.Type == ActType.Submitted && (sent.Recipients is { Count: > 0 } to
            ? to.Any(r => view.Agency(r)?.Role is AgencyRole.Congress or AgencyRole.StandingCommittee)
            : Entitlement.By(view, [Body.Of(AgencyRole.Government)], sent).IsGiven
                && plan.ActsAbout(ActAbout.Plan).Any(a => a.Type == ActType.PartyReviewed && a.On.IsBefore(sent.On) == true));
    }

    internal static Text LeadOf(PlanOnDay plan) =>
        plan.LeadAgency?.Name is { } name ? name : new Text("规划编制部门（未录入）", "its lead agency (not recorded)");

    /// <summary>规划编制部门会同区发展改革委; the commission's own plans it submits alone.</summary>
    private static Text WithTheCommission(PlanOnDay plan, Text lead) => plan.LeadAgency is { Role: AgencyRole.ReformCommission } ? lead
        : new($"{lead.Zh}会同区发展改革委", $"{lead.En} with the district commission");

    /// <summary>The two that everybody calls by their short names.</summary>
    private static Text Name(AgencyRole role) => role switch
    {
        AgencyRole.PartyCommittee => new("区委", "the district Party committee"),
        AgencyRole.Government => new("区政府", "the district government"),
        _ => new($"区{Terms.Of(role).Zh}", $"the district's {Terms.Of(role).En}"),
    };
}
