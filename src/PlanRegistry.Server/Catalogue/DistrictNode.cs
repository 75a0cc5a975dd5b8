using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

/// <summary>District: where every answer begins. Its day and moment hold for everything below it.</summary>
public sealed class DistrictNode(Scope scope) : INode
{
    internal Scope In { get; } = scope;

    private District Row => In.View.District!;

    public string Id => NodeId.Of(In, nameof(District), In.View.Code, In.View.Code.Value);
    public string Code => Row.Code.Value;
    public string Name => Row.Name;
    public PlanTier Tier => Row.Tier;
    public int Seq => In.View.Vector.Seq;
    public string Vector => In.View.Vector.ToString();
    public PartialDate AsOf => In.Snapshot.AsOf;
    public DateTimeOffset KnownAt => In.GivenKnownAt ?? In.Judgements.Now;
    public IReadOnlyList<AgencyNode> Agencies => [.. In.View.Own.Of<Agency>().Select(a => new AgencyNode(a, In))];
    public IReadOnlyList<DirectoryListNode> DirectoryLists => [.. In.View.Own.Of<DirectoryList>().OrderBy(l => l.Year).Select(l => new DirectoryListNode(l, In))];
}
