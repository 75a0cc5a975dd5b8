using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// Who approves what at which level: whether an act is the approval that a plan of the district must have. True, false, or null where
/// something is not recorded: an office that does not say for whom it acts, or the level, when a department acted alone.
/// </summary>
internal sealed class ApprovalDemand(RegistryView view, Plan plan)
{
    private readonly ApprovalLevel? level = LevelOf(plan);

    public bool? IsMetBy(Act act) => level switch
    {
        ApprovalLevel.Congress => ByCongress(act),
        ApprovalLevel.Government => ByGovernment(act),
        ApprovalLevel.Municipal => ByMunicipality(act),
        ApprovalLevel.Department => Any(ByGovernment(act), ByDepartment(act)),
        _ => Any(ByCongress(act), ByGovernment(act), ByMunicipality(act)) is not false and var met ? met
            : ByDepartment(act) ? null : false,
    };

    /// <summary>区政府批准、审定、印发、发布，或者区委审定.</summary>
    public static Text Name(Plan plan) => LevelOf(plan) switch
    {
        ApprovalLevel.Congress => new("区人大批准", "the approval of the district congress"),
        ApprovalLevel.Municipal => new("市级单位批准", "the approval of a municipal body"),
        ApprovalLevel.Department => new("牵头单位发布", "publication by its lead agency"),
        ApprovalLevel.Government => new("区政府批准、审定、印发、发布或者区委审定",
            "approval, examination, issue or publication by the district government, or review by the Party committee"),
        _ => new("有权单位审批", "approval by a body entitled to it"),
    };

    /// <summary>A plan of weight, or one filed with the municipality, is the government's though its department publishes it.</summary>
    private static ApprovalLevel? LevelOf(Plan plan) =>
        plan.Kind == PlanKind.Development ? ApprovalLevel.Congress
        : plan.ApprovalLevel == ApprovalLevel.Department && (plan.Importance != Importance.Ordinary || plan.MunicipalFiling == true)
            ? ApprovalLevel.Government
        : plan.ApprovalLevel;

    private bool? ByCongress(Act act) => act.Type == ActType.CongressApproved && IsBy(act, AgencyRole.Congress, null) == true;

    private bool? ByGovernment(Act act) => act.Type switch
    {
        ActType.GovernmentApproved or ActType.GovernmentExamined => IsBy(act, AgencyRole.Government, AgencyRole.GovernmentOffice),
        // Nobody is assumed to have published it.
        ActType.Issued or ActType.Published => act.Agency is not null
            ? IsBy(act, AgencyRole.Government, AgencyRole.GovernmentOffice) : false,
        ActType.PartyReviewed => IsBy(act, AgencyRole.PartyCommittee, AgencyRole.PartyOffice),
        _ => false,
    };

    private bool? ByMunicipality(Act act) => act.Type switch
    {
        ActType.MunicipalApproved => act.Agency is null || Bodies(act).Any(b => b.Tier == PlanTier.Municipal),
        ActType.Issued or ActType.Published or ActType.GovernmentApproved => Bodies(act).Any(b => b.Tier == PlanTier.Municipal),
        _ => false,
    };

    private bool ByDepartment(Act act) =>
        act.Type is ActType.DepartmentApproved or ActType.Issued or ActType.Published
        && (act.Agency is null || plan.LeadAgency is null || Bodies(act).Any(b => b.Key == plan.LeadAgency));

    /// <summary>Where the row names nobody, its type says whose act it is.</summary>
    private bool? IsBy(Act act, AgencyRole body, AgencyRole? office) =>
        act.Agency is null || Bodies(act).Any(b => IsOurs(b, body)) ? true
        : office is not { } its || !Bodies(act).Any(b => IsOurs(b, its)) ? false
        : view.Agency(view.Document(act.Document)?.OnBehalfOf) is { } principal && IsOurs(principal, body) ? true
        : null;

    private bool IsOurs(Agency agency, AgencyRole role) => agency.Home == plan.Home && agency.Is(role, PlanTier.District);

    /// <summary>The bodies that acted, as they were: one of them must be entitled.</summary>
    private IEnumerable<Agency> Bodies(Act act) => view.Agency(act.Agency) is { } agency ? [agency] : [];

    private static bool? Any(params IEnumerable<bool?> answers)
    {
        var all = answers.ToList();
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }
}
