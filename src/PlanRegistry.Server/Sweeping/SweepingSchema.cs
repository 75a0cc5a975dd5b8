using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Sweeping;

internal static class SweepingSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<Overview>("ConformanceOverview").Type<OverviewCounts>("ConformanceCounts").Type<OverviewGroup>("ConformanceGroup")
            .Connection<OverviewGroup>("ConformanceGroup")
            .Resolvers(typeof(OverviewQueries)).Resolvers(typeof(OverviewFields)).Resolvers(typeof(OverviewGroupFields)));
}
