using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>Whose word a matter may be.</summary>
public abstract record Body(Text Name)
{
    internal abstract bool Is(Actor actor);

    /// <summary>The steps that are its own by their name: 政府批准 is the government's.</summary>
    internal abstract IReadOnlyList<ActType> OwnApprovals { get; }

    /// <summary>
    /// The acts by which it approves a plan: its own, those that are called after a body beneath it, and where it may, 印发 and 发布.
    /// </summary>
    internal abstract IReadOnlyList<ActType> Approvals { get; }

    public static Body Of(AgencyRole role) => new OfRole(role);

    /// <summary>003 names Party, government and department bodies above the district; a congress is none of them.</summary>
    public static readonly Body Above = new OfTierAbove();

    public static readonly Body MunicipalCommission = new MunicipalBody(AgencyRole.ReformCommission);

    public static readonly Body Lead = new LeadOfThePlan();

    /// <summary>The body that approved the plan, else the one recorded as its approver, else those of its level.</summary>
    public static readonly Body Approver = new ApproverOfThePlan();

    /// <summary>As offices say it: 区政府, 市委.</summary>
    internal static string At(PlanTier tier, AgencyRole role)
    {
        var place = tier switch { PlanTier.District => "区", PlanTier.Municipal => "市", _ => Terms.Of(tier).Zh };
        return role == AgencyRole.PartyCommittee && tier != PlanTier.National ? $"{place}委" : $"{place}{Terms.Of(role).Zh}";
    }

    private sealed record OfRole(AgencyRole Role)
        : Body(new Text(At(PlanTier.District, Role), $"the district's {Terms.Of(Role).En}"))
    {
        internal override bool Is(Actor actor) => actor.Agency.Is(Role, PlanTier.District);

        private static readonly ActType[] ByCongress = [ActType.CongressApproved];
        private static readonly ActType[] ByGovernment = [ActType.GovernmentApproved, ActType.GovernmentExamined];
        private static readonly ActType[] ByParty = [ActType.PartyReviewed];
        private static readonly ActType[] AllOfCongress = [.. ByCongress, ActType.GovernmentApproved, ActType.DepartmentApproved];
        private static readonly ActType[] AllOfGovernment =
            [.. ByGovernment, ActType.DepartmentApproved, ActType.Issued, ActType.Published];
        private static readonly ActType[] AllOfParty =
            [.. ByParty, ActType.GovernmentApproved, ActType.DepartmentApproved, ActType.Issued, ActType.Published];

        internal override IReadOnlyList<ActType> OwnApprovals => Role switch
        {
            AgencyRole.Congress => ByCongress,
            AgencyRole.Government => ByGovernment,
            AgencyRole.PartyCommittee => ByParty,
            _ => [],
        };

        /// <summary>What the Party committee issues in its own name it has reviewed.</summary>
        internal override IReadOnlyList<ActType> Approvals => Role switch
        {
            AgencyRole.Congress => AllOfCongress,
            AgencyRole.Government => AllOfGovernment,
            AgencyRole.PartyCommittee => AllOfParty,
            _ => [],
        };
    }

    private sealed record OfTierAbove()
        : Body(new Text("市级以上党委、政府和部门", "a Party, government or department body of the municipality or above"))
    {
        internal override bool Is(Actor actor) => actor.Agency.Tier is PlanTier.Municipal or PlanTier.National
            && actor.Agency.Role is not (AgencyRole.Congress or AgencyRole.StandingCommittee);

        internal override IReadOnlyList<ActType> OwnApprovals { get; } = [ActType.MunicipalApproved];

        internal override IReadOnlyList<ActType> Approvals { get; } =
            [ActType.MunicipalApproved, ActType.GovernmentApproved, ActType.DepartmentApproved, ActType.Issued, ActType.Published];
    }

    private sealed record MunicipalBody(AgencyRole Role)
        : Body(new Text($"市级{Terms.Of(Role).Zh}", $"the municipality's {Terms.Of(Role).En}"))
    {
        internal override bool Is(Actor actor) => actor.Agency.Is(Role, PlanTier.Municipal);

        internal override IReadOnlyList<ActType> OwnApprovals => [];

        internal override IReadOnlyList<ActType> Approvals => [];
    }

    private sealed record LeadOfThePlan() : Body(new Text("规划牵头单位", "the plan's lead agency"))
    {
        internal override bool Is(Actor actor) => actor.Plan is { } plan
            && (actor.IsOneWith(plan.LeadAgency) || (plan.CoLeadAgencies ?? []).Any(a => actor.IsOneWith(a)));

        internal override IReadOnlyList<ActType> OwnApprovals { get; } = [ActType.DepartmentApproved, ActType.Issued, ActType.Published];

        internal override IReadOnlyList<ActType> Approvals => OwnApprovals;
    }

    private sealed record ApproverOfThePlan() : Body(new Text("规划审批单位", "the plan's approver"))
    {
        internal override bool Is(Actor actor) => actor.Plan is { } plan
            && ((actor.View.History(plan.Key).ApprovedBy ?? plan.Approver) is { } approver
                ? actor.IsOneWith(approver)
                : Powers.Of(Matter.PlanApproval, plan).Bodies.Any(b => b.Is(actor)));

        internal override IReadOnlyList<ActType> OwnApprovals => [];

        internal override IReadOnlyList<ActType> Approvals => [];
    }
}

/// <summary>Who acted, about which plan.</summary>
/// <param name="On">The day of the act; null where a body is asked for without an act.</param>
internal sealed record Actor(RegistryView View, Agency Agency, PartialDate? On, Plan? Plan)
{
    /// <summary>The recorded body, or what it was called or had become on the day.</summary>
    public bool IsOneWith(Key<Agency>? recorded) => View.Agency(recorded) is { } body
        && (Bodies.Of(View).AreOne(body, Agency)
            || (On is { } on && Agency.ExistedIn(on)
                && (View.AgencyOn(body.Key, on.Last)?.Key == Agency.Key || View.AgencyOn(Agency.Key, DateOnly.MaxValue)?.Key == body.Key)));
}
