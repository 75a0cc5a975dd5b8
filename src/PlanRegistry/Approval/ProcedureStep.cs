using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>已办、缺、待办、不需、未录入: how a step of the procedure stands on the day.</summary>
public enum StepState { Done, Missing, ToDo, NotNeeded, NotRecorded }

/// <summary>报批路径 (003 三、(三)): which way of approval the plan's kind, level and weight lead to.</summary>
public enum ProcedureRoute { Development, Spatial, Government, SpeciallyImportant, MunicipalFiling, Department, Other, Open }

/// <summary>A step that must come before another.</summary>
/// <param name="Rule">Whose rule tells that it did not.</param>
/// <param name="Refuses">Whether the later step may not be recorded without it; else its absence is told, and refused to nobody.</param>
public sealed record StepNeed(ActType Step, Obligation Rule, string Clause, bool Refuses = true);

/// <summary>The obligation that a fault of the procedure breaks: each has one rule.</summary>
public enum Obligation
{
    SubmissionSet, Order, DevelopmentRoute, JointSubmission, SpeciallyImportant, DepartmentRoute, MunicipalFiling, Confirmations, Legality,
    PartyProposal, FinalEvaluation, Alignment, Checklist, SpatialAlignment,
}

/// <summary>What a step of a route is: by whom, with which paper, after which others, by which clause.</summary>
/// <param name="Needed">Whether this plan needs it; null: what decides is not recorded.</param>
/// <param name="Clause">Document and clause, or that they are still to be confirmed.</param>
internal sealed record StepForm(ActType Step, Text By, Text Paper, string Clause, bool? Needed, params IReadOnlyList<StepNeed> After);

/// <summary>A step of a plan's procedure, and how it stands.</summary>
/// <param name="Evidence">What says that it was done.</param>
/// <param name="Override">The act that was taken before this step, by leave; null where none was.</param>
public sealed record ProcedureStep(ActType Step, Text By, Text Paper, string Clause, IReadOnlyList<StepNeed> After, StepState State,
    StepEvidence? Evidence, Act? Override);
