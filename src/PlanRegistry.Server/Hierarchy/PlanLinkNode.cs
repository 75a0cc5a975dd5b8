using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Hierarchy;

public sealed class PlanLinkNode(PlanLink row, Scope scope) : RecordNode<PlanLink>(row, scope)
{
    public PlanNode Subordinate => Scope.PlanOf(Row.Subordinate);
    public PlanNode Superior => Scope.PlanOf(Row.Superior);
    public PlanLinkKind Kind => Row.Kind;
    public string? Clause => Row.Clause;
    public PartialDate? From => Row.From;
    public PartialDate? To => Row.To;
}
