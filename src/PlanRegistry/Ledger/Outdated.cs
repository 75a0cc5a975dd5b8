using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>A row that stands no more, of those that an approval binds or is made of: what it said, and by which entry it went.</summary>
public sealed record Outdated(Record Row, int Until, DateTimeOffset RetiredAt)
{
    private static readonly HashSet<Type> Types =
        [typeof(Plan), typeof(Target), typeof(Indicator), typeof(Act), typeof(SubmissionItem), typeof(Document)];

    /// <summary>Whether rows of the type are remembered.</summary>
    public static bool IsKept(Type type) => Types.Contains(type);
}
