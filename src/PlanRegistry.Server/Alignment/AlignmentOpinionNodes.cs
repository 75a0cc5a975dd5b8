using GraphQLEngine;
using PlanRegistry.Alignment;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Alignment;

public sealed class AlignmentOpinionNode(AlignmentOpinion row, Scope scope) : RecordNode<AlignmentOpinion>(row, scope)
{
    public string Code => Row.Code;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public PlanNode? Against => Scope.Plan(Row.Against);
    public PartialDate? RequestedOn => Row.RequestedOn;
    public PartialDate? On => Row.On;
    public AlignmentResult? Result => Row.Result;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public string? Note => Row.Note;
    public IReadOnlyList<AlignmentAnswerNode> Answers =>
        [.. AlignmentOpinions.AnswersOf(Scope.View, Row).Select(a => new AlignmentAnswerNode(a, Scope))];
}

public sealed class AlignmentAnswerNode(AlignmentAnswer row, Scope scope) : RecordNode<AlignmentAnswer>(row, scope)
{
    public AlignmentPoint Point => Row.Point;
    public PointAnswer Answer => Row.Answer;
    public string? Reason => Row.Reason;
    public string? OurClause => Row.OurClause;
    public string? TheirClause => Row.TheirClause;
}

public sealed class PlanAlignmentNode(PlanOnDay plan, Scope scope)
{
    public IReadOnlyList<AlignmentOpinionNode> Opinions => [.. AlignmentOpinions.Of(scope.View, plan.Key)
        .Where(o => (o.RequestedOn ?? o.On)?.Last <= plan.AsOf).Select(o => new AlignmentOpinionNode(o, scope))];

    public IReadOnlyList<ChecklistPointNode> Points => [.. AlignmentChecklist.Of(plan).Select(p => new ChecklistPointNode(p, scope))];
}

public sealed class ChecklistPointNode(ChecklistPoint point, Scope scope)
{
    internal ChecklistPoint Of { get; } = point;

    public AlignmentPoint Point => Of.Point;
    public AlignmentAnswerNode? Answer => Of.Answer is { } row ? new AlignmentAnswerNode(row, scope) : null;
    public bool IsOfTheRegistry => Of.IsOfTheRegistry;
    public bool? IsFound => Of.Known;
}

[Resolves("ChecklistPoint")]
public static class ChecklistPointFields
{
    public static IReadOnlyList<string> Facts(ChecklistPointNode point, Language? language, [Service] Reader reader) =>
        [.. point.Of.Facts.Select(f => reader.Told(f, language))];
}

[Resolves("Plan")]
public static class PlanAlignmentFields
{
    public static PlanAlignmentNode Alignment(PlanNode plan) => new(plan.OnDay, plan.Scope);
}
