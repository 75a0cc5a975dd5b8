using PlanRegistry.Access;
using static PlanRegistry.Access.Role;

namespace PlanRegistry.Server.Access;

/// <summary>
/// What each role may see and do: the one table, by the coordinates of the roots (Query, Mutation, Subscription) and of District, below
/// which everything else stands. What is not named here is denied to all. Which district, and of which plans, is told by
/// <see cref="Caller"/>.
/// </summary>
public static class Permissions
{
    private static readonly Role[] Signed = [ReformCommission, Department, Finance, Audit, Admin];
    private static readonly Role[] Everybody = [.. Signed, Public];
    private static readonly Role[] Readers = [ReformCommission, Department, Finance, Audit];
    private static readonly Role[] ReadWhole = [ReformCommission, Finance, Audit];
    private static readonly Role[] Supervisors = [ReformCommission, Audit];
    private static readonly Role[] Registrars = [ReformCommission];
    private static readonly Role[] Planners = [ReformCommission, Department];
    private static readonly Role[] Payers = [Finance];
    private static readonly Role[] Settlers = [ReformCommission, Finance];
    private static readonly Role[] Keepers = [Admin];

    /// <summary>By coordinate, in the order of the README.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Role>> Table { get; } = new Dictionary<string, IReadOnlyList<Role>>
    {
        ["Query.me"] = Everybody,
        ["Query.fundingCertificate"] = Everybody,
        ["Query.publicPlans"] = Everybody,
        ["Query.rules"] = Everybody,
        ["Query.rule"] = Everybody,
        ["Query.workingDays"] = Everybody,
        ["Query.articles"] = Everybody,
        ["Query.article"] = Everybody,
        ["Query.articleCoverage"] = Everybody,
        ["Query.district"] = Readers,
        ["Query.districts"] = Readers,
        ["Query.conformance"] = Supervisors,
        ["Query.whatIf"] = Readers,
        ["Query.node"] = Readers,
        ["Query.nodes"] = Readers,
        ["Query.accounts"] = Keepers,
        ["Query.tokens"] = Keepers,
        ["Query.accessJournal"] = [Audit, Admin],
        ["Query.lastBackup"] = Keepers,

        ["District.id"] = Readers,
        ["District.code"] = Readers,
        ["District.name"] = Readers,
        ["District.tier"] = Readers,
        ["District.asOf"] = Readers,
        ["District.knownAt"] = Readers,
        ["District.vector"] = Readers,
        ["District.seq"] = Readers,
        ["District.search"] = Readers,
        ["District.plan"] = Readers,
        ["District.plans"] = Readers,
        ["District.roots"] = Readers,
        ["District.planTree"] = Readers,
        ["District.directoryLists"] = Readers,
        ["District.agencies"] = Readers,
        ["District.plansToAlignWith"] = Readers,
        ["District.entryApplications"] = Readers,
        ["District.opinionMatters"] = Readers,
        ["District.documents"] = Readers,
        ["District.exemptions"] = Readers,
        ["District.waivers"] = Readers,
        ["District.indicators"] = Readers,
        ["District.acts"] = Readers,
        ["District.assignments"] = Readers,
        ["District.experts"] = Readers,
        ["District.findings"] = Readers,
        ["District.findingChanges"] = Readers,
        ["District.findingHistory"] = Readers,
        ["District.policy"] = Readers,
        ["District.comparison"] = Readers,
        ["District.handover"] = Readers,
        ["District.record"] = Readers,
        ["District.duties"] = Readers,
        ["District.digest"] = Readers,
        ["District.reviewDuties"] = Readers,
        ["District.amendments"] = Readers,
        ["District.consultations"] = Readers,
        ["District.amendmentDuties"] = Readers,
        ["District.fundingLines"] = Readers,
        ["District.certificates"] = Readers,
        ["District.conformance"] = ReadWhole,
        ["District.fundingCheck"] = ReadWhole,
        ["District.fundingSheet"] = ReadWhole,
        ["District.investmentYear"] = ReadWhole,
        ["District.ledger"] = Supervisors,
        ["District.ledgerEntry"] = Supervisors,
        ["District.ledgerFault"] = Supervisors,
        ["District.changes"] = Supervisors,
        ["District.corrections"] = Supervisors,

        ["Subscription.rehearsed"] = Readers,
        ["Subscription.findingChanged"] = Readers,

        ["Mutation.registerAgency"] = Registrars,
        ["Mutation.registerDocument"] = [ReformCommission, Department, Finance],
        ["Mutation.registerPlan"] = Registrars,
        ["Mutation.approveDirectoryList"] = Registrars,
        ["Mutation.applyForEntry"] = Planners,
        ["Mutation.decideApplication"] = Planners,
        ["Mutation.recordListOpinion"] = Planners,
        ["Mutation.grantExemption"] = Registrars,
        ["Mutation.linkPlans"] = Registrars,
        ["Mutation.setTargets"] = Planners,
        ["Mutation.allocateTargets"] = Registrars,
        ["Mutation.recordReading"] = Planners,
        ["Mutation.setAnnualTargets"] = Planners,
        ["Mutation.settleReadings"] = Planners,
        ["Mutation.recordAct"] = Planners,
        ["Mutation.addSubmissionItem"] = Planners,
        ["Mutation.requestAlignment"] = Planners,
        ["Mutation.recordAlignmentOpinion"] = Planners,
        ["Mutation.proposeAmendment"] = Planners,
        ["Mutation.approveAmendment"] = Registrars,
        ["Mutation.recordFunding"] = Payers,
        ["Mutation.setInvestmentPlan"] = Settlers,
        ["Mutation.issueFundingCertificate"] = Payers,
        ["Mutation.issueFundingCertificates"] = Payers,
        ["Mutation.signFundingCertificates"] = Payers,
        ["Mutation.returnFundingCertificates"] = Payers,
        ["Mutation.revokeFundingCertificate"] = Payers,
        ["Mutation.confirmExemption"] = Settlers,
        ["Mutation.settleFinding"] = Settlers,
        ["Mutation.grantWaiver"] = Registrars,
        ["Mutation.revokeWaiver"] = Registrars,
        ["Mutation.handOutFindings"] = Registrars,
        ["Mutation.declareNoChange"] = Planners,
        ["Mutation.setTasks"] = Planners,
        ["Mutation.decomposePlan"] = Planners,
        ["Mutation.takeUpAssignments"] = [ReformCommission, Department, Finance],
        ["Mutation.setTaskYear"] = Planners,
        ["Mutation.recordTaskProgress"] = [ReformCommission, Department, Finance],
        ["Mutation.registerExpert"] = Registrars,
        ["Mutation.drawExperts"] = Planners,
        ["Mutation.appointExpert"] = Planners,
        ["Mutation.recordExpertOpinion"] = Planners,
        ["Mutation.openConsultation"] = Planners,
        ["Mutation.recordOpinion"] = [ReformCommission, Department, Finance],
        ["Mutation.handleOpinion"] = Planners,
        ["Mutation.objectToHandling"] = [ReformCommission, Department, Finance],
        ["Mutation.reviewHandling"] = Planners,
        ["Mutation.closeConsultation"] = Planners,
        ["Mutation.openDispute"] = Planners,
        ["Mutation.recordDisputeStep"] = Planners,
        ["Mutation.setPolicy"] = Registrars,
        ["Mutation.inspectWorkbook"] = [ReformCommission, Department, Finance],
        ["Mutation.importWorkbook"] = [ReformCommission, Department, Finance],
        ["Mutation.forgetMapping"] = Planners,
        ["Mutation.correctRecord"] = [ReformCommission, Department, Finance],

        ["Mutation.inviteUser"] = Keepers,
        ["Mutation.grantRole"] = Keepers,
        ["Mutation.renewLink"] = Keepers,
        ["Mutation.endUser"] = Keepers,
        ["Mutation.linkProvider"] = Keepers,
        ["Mutation.unlinkProvider"] = Keepers,
        ["Mutation.resetFactor"] = Keepers,
        ["Mutation.makeToken"] = Keepers,
        ["Mutation.revokeToken"] = Keepers,
        ["Mutation.changePassword"] = Signed,
        ["Mutation.endSessions"] = Signed,
        ["Mutation.notePrint"] = ReadWhole,
        ["Mutation.beginFactor"] = Signed,
        ["Mutation.confirmFactor"] = Signed,
        ["Mutation.markSeen"] = Supervisors,
        ["Mutation.renewCalendarFeed"] = Planners,
    };

    /// <summary>
    /// 三员分立: whose of the three an administrator's acts are, where they are apart. What all who are signed in may stands in no row.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<AdminPost>> Posts { get; } = new Dictionary<string, IReadOnlyList<AdminPost>>
    {
        ["Query.accounts"] = [AdminPost.System, AdminPost.Security],
        ["Query.tokens"] = [AdminPost.Security],
        ["Query.accessJournal"] = [AdminPost.Audit],
        ["Query.lastBackup"] = [AdminPost.System],
        ["Mutation.inviteUser"] = [AdminPost.System],
        ["Mutation.renewLink"] = [AdminPost.System],
        ["Mutation.endUser"] = [AdminPost.System],
        ["Mutation.grantRole"] = [AdminPost.Security],
        ["Mutation.linkProvider"] = [AdminPost.Security],
        ["Mutation.unlinkProvider"] = [AdminPost.Security],
        ["Mutation.resetFactor"] = [AdminPost.Security],
        ["Mutation.makeToken"] = [AdminPost.Security],
        ["Mutation.revokeToken"] = [AdminPost.Security],
    };

    /// <summary>What is left to who has to do something else first, or waits.</summary>
    public static IReadOnlyList<string> OfOneself { get; } =
    [
        "Query.me", "Mutation.changePassword", "Mutation.endSessions", "Mutation.beginFactor", "Mutation.confirmFactor",
    ];

    /// <summary>What only a person does, who has a password, a device or a browser of their own.</summary>
    public static IReadOnlyList<string> OfPersons { get; } =
    [
        "Mutation.changePassword", "Mutation.endSessions", "Mutation.beginFactor", "Mutation.confirmFactor", "Mutation.renewCalendarFeed",
    ];

    /// <summary>Who runs the server without accounts may do what is done with plans, as ever.</summary>
    public static bool Allows(Role role, string coordinate) => Table.TryGetValue(coordinate, out var roles)
        && (role == Operator ? roles.Any(r => r is not Admin) : roles.Contains(role));

    /// <summary>Of an administrator where the three are apart: what is of a post, or everybody's who is signed in.</summary>
    public static bool AllowsPost(AdminPost? post, string coordinate) => Posts.TryGetValue(coordinate, out var posts)
        ? post is { } held && posts.Contains(held) : Table.TryGetValue(coordinate, out var roles) && Signed.All(roles.Contains);
}
