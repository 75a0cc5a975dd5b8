using PlanRegistry.Approval;
using PlanRegistry.Experts;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Experts;

public sealed class ExpertNode(Expert row, Scope scope) : RecordNode<Expert>(row, scope)
{
    internal static ExpertNode? Of(Key<Expert> key, Scope scope) =>
        Asking.Of(scope.View, key) is { } row ? new ExpertNode(row, scope) : null;

    public string Code => Row.Code;
    public string Name => Row.Name;
    public ExpertForm Form => Row.Form;
    public string? Employer => Row.Employer;
    public IReadOnlyList<string> Fields => Row.Fields;
    public IReadOnlyList<AgencyNode>? InterestedIn => Scope.Agencies(Row.InterestedIn);
    public IReadOnlyList<PlanNode>? Drafted => Row.Drafted?.Select(k => Scope.Plan(k)).OfType<PlanNode>().ToList();
    public PartialDate From => Row.From;
    public PartialDate? To => Row.To;
    public bool IsInPool => Row.IsInPoolOn(Scope.Snapshot.AsOf);
}

public sealed class ExpertDrawNode(ExpertDraw row, Scope scope) : RecordNode<ExpertDraw>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public ActAbout About => Row.About;
    public ExpertNode? Expert => ExpertNode.Of(Row.Expert, Scope);
    public PartialDate On => Row.On;
    public int? LotOf => Row.LotOf;
    public string? Lot => Row.Lot;
    public int? Time => Row.LotOf is { } lot ? Drawing.Before(Scope.View, Row.Plan, Row.About).TakeWhile(l => l < lot).Count() + 1 : null;
    public string? Reason => Row.Reason;
    public DocumentNode? Document => Scope.Document(Row.Document);
}

public sealed class ExpertOpinionNode(ExpertOpinion row, Scope scope) : RecordNode<ExpertOpinion>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public ActAbout About => Row.About;
    public ExpertNode? Expert => ExpertNode.Of(Row.Expert, Scope);
    public PartialDate On => Row.On;
    public ExpertConclusion Conclusion => Row.Conclusion;
    public string? Word => Row.Word;
    public DocumentNode? Document => Scope.Document(Row.Document);
}

/// <summary>One who was asked about a plan, with what came of it.</summary>
public sealed class AskedExpertNode(ExpertOnDay asked, Scope scope)
{
    public ExpertNode Expert => new(asked.Expert, scope);
    public ActAbout About => asked.About;
    public PartialDate On => asked.AskedOn;
    public ExpertDrawNode? Draw => asked.Draw is { } draw ? new ExpertDrawNode(draw, scope) : null;
    public ExpertOpinionNode? Opinion => asked.Opinion is { } opinion ? new ExpertOpinionNode(opinion, scope) : null;
    internal Text? Why => (asked.Interest ?? asked.OpenInterest)?.Why;
    public string? Clause => (asked.Interest ?? asked.OpenInterest)?.Clause;
    public bool? MayBeAsked => asked.Interest is not null ? false : asked.OpenInterest is not null ? null : true;
}
