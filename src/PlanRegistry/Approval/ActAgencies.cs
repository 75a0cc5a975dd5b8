using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>Whose act a type of act is, where its row does not say.</summary>
internal sealed class ActAgencies
{
    private readonly IntakeContext context;
    private readonly Dictionary<(AgencyRole, PlanTier, DateOnly), Agency?> byRole = [];
    private List<Agency>? all;

    private ActAgencies(IntakeContext context) => this.context = context;

    public static ActAgencies Of(IntakeContext context) => context.Part(c => new ActAgencies(c));

    /// <summary>Null where nobody is assumed or found.</summary>
    public Key<Agency>? For(ActType type, Key<Plan> key, PartialDate on)
    {
        if (IsOpen(type))
        {
            return null;
        }
        var plans = PlansAtHand.Of(context);
        var plan = plans.PlanOf(key);
        if (RoleFor(type) is not { } role)
        {
            return plan is null ? plans.StubOf(key)?.Issuer : plan.LeadAgency;
        }
        var tier = plan?.Tier ?? key.District.Tier;
        // A township's plans are examined and approved by the bodies of its district.
        return With(role, tier == PlanTier.Township ? PlanTier.District : tier, on.Last)?.Key;
    }

    private Agency? With(AgencyRole role, PlanTier tier, DateOnly day)
    {
        if (!byRole.TryGetValue((role, tier, day), out var agency))
        {
            if (all is null)
            {
                var learned = context.Learned<Agency>().ToDictionary(a => a.Key);
                all = [.. learned.Values, .. context.View.All<Agency>().Where(a => !learned.ContainsKey(a.Key))];
            }
            var fitting = all.Where(a => a.Is(role, tier)).OrderBy(a => a.Home == context.Home ? 0 : 1).ToList();
            byRole[(role, tier, day)] = agency = fitting.FirstOrDefault(a => a.ExistsOn(day)) ?? fitting.FirstOrDefault();
        }
        return agency;
    }

    /// <summary>The role that acts; null: the plan's lead agency.</summary>
    private static AgencyRole? RoleFor(ActType type) => type switch
    {
        ActType.CongressApproved => AgencyRole.Congress,
        ActType.StandingCommitteeDeliberated or ActType.StandingCommitteeApproved => AgencyRole.StandingCommittee,
        ActType.PartyProposal or ActType.PartyReviewed or ActType.PartyAgreed => AgencyRole.PartyCommittee,
        ActType.GovernmentExamined or ActType.GovernmentApproved or ActType.OpinionsAnswered => AgencyRole.Government,
        ActType.Aligned => AgencyRole.ReformCommission,
        ActType.EiaConfirmed => AgencyRole.Ecology,
        ActType.WaterConfirmed => AgencyRole.Water,
        _ => null,
    };

    /// <summary>Acts that several bodies may take: nobody is assumed.</summary>
    private static bool IsOpen(ActType type) => type is ActType.MunicipalApproved or ActType.AmendmentApproved or ActType.AlignmentReplied
        or ActType.DeputiesInformed;
}
