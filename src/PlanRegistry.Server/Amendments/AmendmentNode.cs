using PlanRegistry.Amendments;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Amendments;

public sealed class AmendmentNode(Amendment row, Scope scope) : RecordNode<Amendment>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public int Version => Row.Version;
    public PartialDate ProposedOn => Row.ProposedOn;
    public string? Reason => Row.Reason;
    public DocumentNode? Evaluation => Scope.Document(Row.Evaluation);
    public IReadOnlyList<IndicatorNode>? ChangedIndicators => Row.ChangedIndicators?.Select(Scope.IndicatorOf).ToList();
    public IReadOnlyList<TargetNode> Targets =>
        [.. Scope.View.TargetsOf[Row.Plan].Where(t => t.Version == Row.Version).Select(t => new TargetNode(t, Scope))];

    public PartialDate? ApprovedOn =>
        TargetSet.VersionApprovals(Scope.View.History(Row.Plan)).Where(a => a.Version == Row.Version && a.On.Last <= Scope.Snapshot.AsOf)
            .Select(a => (PartialDate?)a.On).FirstOrDefault();
}
