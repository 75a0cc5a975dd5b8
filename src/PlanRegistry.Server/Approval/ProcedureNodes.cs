using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

public sealed class SubmissionItemNode(SubmissionItem row, Scope scope) : RecordNode<SubmissionItem>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public SubmissionPaper Paper => Row.Paper;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public PartialDate On => Row.On;
}

public sealed class ProcedureNode(Procedure procedure, Scope scope)
{
    public ProcedureRoute Route => procedure.Route;
    public IReadOnlyList<ProcedureStepNode> Steps => [.. procedure.Steps.Select(s => new ProcedureStepNode(s, scope))];
}

public sealed class ProcedureStepNode(ProcedureStep step, Scope scope)
{
    internal ProcedureStep Of { get; } = step;

    public ActType Step => Of.Step;
    public string Clause => Of.Clause;
    public IReadOnlyList<StepNeedNode> After => [.. Of.After.Select(n => new StepNeedNode(n))];
    public StepState State => Of.State;
    public PartialDate? On => Of.Evidence?.On;
    public ActNode? Act => scope.Node(Of.Evidence?.Act?.Id) as ActNode;
    public DocumentNode? Document => scope.Document(Of.Evidence?.Document);
    public ActNode? TakenBefore => scope.Node(Of.Override?.Id) as ActNode;
}

public sealed class StepNeedNode(StepNeed need)
{
    public ActType Step => need.Step;
    public string Clause => need.Clause;
}

[Resolves("ProcedureStep")]
public static class ProcedureStepFields
{
    public static string By(ProcedureStepNode step, Language? language, [Service] Reader reader) => reader.Told(step.Of.By, language);

    public static string? Paper(ProcedureStepNode step, Language? language, [Service] Reader reader) =>
        step.Of.Paper == default ? null : reader.Told(step.Of.Paper, language);
}

public sealed class SubmissionNode(Submission submission, Scope scope)
{
    public bool IsComplete => submission.IsComplete;
    public IReadOnlyList<SubmissionLineNode> Lines => [.. submission.Lines.Select(l => new SubmissionLineNode(l, scope))];
}

public sealed class SubmissionLineNode(SubmissionLine line, Scope scope)
{
    internal SubmissionLine Of { get; } = line;

    public SubmissionPaper Paper => Of.Paper;
    public PaperState State => Of.State;
    public string Clause => Of.Clause;
    public DocumentNode? Document => scope.Document(Of.Document?.Key);
    public PartialDate? On => Of.On;
}

[Resolves("SubmissionLine")]
public static class SubmissionLineFields
{
    public static string Holder(SubmissionLineNode line, Language? language, [Service] Reader reader) =>
        reader.Told(line.Of.Holder, language);

    public static string? Why(SubmissionLineNode line, Language? language, [Service] Reader reader) =>
        line.Of.Why == default ? null : reader.Told(line.Of.Why, language);
}
