using PlanRegistry.Approval;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

public sealed class ActNode(Act row, Scope scope) : RecordNode<Act>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public string Code => Row.Code;
    public ActType Type => Row.Type;
    public PartialDate On => Row.On;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public IReadOnlyList<AgencyNode>? CoAgencies => Scope.Agencies(Row.CoAgencies);
    public ActAbout About => Row.About;
    public int? Year => Row.Year;
    public int? Version => Row.Version;
    public string? Against => Row.Against?.Within(Row.Home);
    public DocumentNode? Document => Scope.Document(Row.Document);
    public IReadOnlyList<AgencyNode>? Recipients => Scope.Agencies(Row.Recipients);
    public IReadOnlyList<AgencyNode>? Copies => Scope.Agencies(Row.Copies);
    public PartialDate? CopiedOn => Row.CopiedOn;
    public IReadOnlyList<AgencyNode>? Hosts => Scope.Agencies(Row.Hosts);
    public ActResult? Result => Row.Result;
    public string? Note => Row.Note;
    public DocumentNode? Override => Scope.Document(Row.Override);
}
