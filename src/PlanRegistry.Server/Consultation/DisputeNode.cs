using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

public sealed class DisputeNode(Dispute row, Scope scope) : RecordNode<Dispute>(row, scope)
{
    private readonly DisputeOnDay onDay = new(scope.View, row, scope.Snapshot.AsOf);

    public string Code => Row.Code;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);

    /// <summary>Those of them that are seen.</summary>
    public IReadOnlyList<OpinionNode> Opinions => [.. (Row.Opinions ?? []).Select(o => ConsultationBook.Opinion(Scope.View, o))
        .OfType<Opinion>().Select(o => new OpinionNode(o, Scope))];

    public PartialDate OpenedOn => Row.OpenedOn;
    public string? Issue => Row.Issue;
    public string? Positions => Row.Positions;
    public string? HostPosition => Row.HostPosition;
    public string? Grounds => Row.Grounds;
    public DisputeStage? Stage => onDay.Stage;
    public bool Settled => onDay.IsSettled;
    public bool TellsAll => onDay.TellsAll;
    public int Days => onDay.Days;
    public bool ToEscalate => onDay.IsToEscalate;
    public bool Late => onDay.IsLate;
    public IReadOnlyList<DisputeStepNode> Steps => [.. onDay.Steps.Select(s => new DisputeStepNode(s, Scope))];
}

public sealed class DisputeStepNode(DisputeStep row, Scope scope) : RecordNode<DisputeStep>(row, scope)
{
    public DisputeStage Stage => Row.Stage;
    public PartialDate On => Row.On;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public string? Conclusion => Row.Conclusion;
    public DocumentNode? Document => Scope.Document(Row.Document);
}
