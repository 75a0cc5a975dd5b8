using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

/// <summary>District: where every answer begins. Its day and moment hold for everything below it.</summary>
public sealed class DistrictNode(Scope scope) : INode
{
    internal Scope Scope { get; } = scope;

    /// <summary>For a field that not every role that reads the district may use.</summary>
    internal Scope For(string coordinate)
    {
        Scope.Caller.Require(coordinate);
        return Scope;
    }

    private District Row => Scope.View.District!;

    public string Id => NodeId.Of(Scope, nameof(District), Scope.View.Code, Scope.View.Code.Value);
    public string Code => Row.Code.Value;
    public string Name => Row.Name;
    public PlanTier Tier => Row.Tier;
    public int Seq => Scope.View.Vector.Seq;
    public string Vector => Scope.View.Vector.ToString();
    public PartialDate AsOf => Scope.Snapshot.AsOf.Unwatched;
    public DateTimeOffset KnownAt => Scope.GivenKnownAt ?? Scope.Judgements.Now;
    public IReadOnlyList<AgencyNode> Agencies => [.. Scope.View.Own.Of<Agency>().Select(a => new AgencyNode(a, Scope))];
    public IReadOnlyList<DirectoryListNode> DirectoryLists =>
        [.. Scope.View.Own.Of<DirectoryList>().OrderBy(l => l.Year).Select(l => new DirectoryListNode(l, Scope))];
}
