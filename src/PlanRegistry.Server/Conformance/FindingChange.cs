using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

/// <summary>Why findings changed: an entry of the district, of a superior, or a day that began.</summary>
public enum ChangeCause { Write, Superior, Day }

/// <summary>
/// One step of a district's findings: where it leads, and what differs. What was opened is seen as after it, what was cleared as before it.
/// </summary>
public sealed class FindingChange(
    ChangeCause cause, FindingCursor to, string cursor, Scope? scope, IReadOnlyList<FindingNode> opened, IReadOnlyList<FindingNode> cleared)
{
    public FindingCursor To { get; } = to;

    public string Cursor { get; } = cursor;

    /// <summary>Where anything opened or cleared there is one.</summary>
    public DistrictNode District => new(scope!);

    public PartialDate Day => To.Day;
    public int Seq => To.Vector.Seq;
    public ChangeCause Cause { get; } = cause;
    public IReadOnlyList<FindingNode> Opened { get; } = opened;
    public IReadOnlyList<FindingNode> Cleared { get; } = cleared;
}
