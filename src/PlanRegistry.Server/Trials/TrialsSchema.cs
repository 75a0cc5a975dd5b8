using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Trials;

internal static class TrialsSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<WhatIfNode>("WhatIf").Type<FundingShiftNode>("FundingShift").Type<MovedDueNode>("MovedDue")
            .Type<WaveNode>("AmendmentWave").Type<WaveReachNode>("WaveReach").Resolvers(typeof(WaveFields))
            .Type<RehearsedYear>("RehearsedYear").Resolvers(typeof(RehearsalSubscription))
            .Type<RepairNode>("Repair").Type<RepairStepNode>("RepairStep").Type<RepairActNode>("RepairAct")
            .Resolvers(typeof(PlanRepairFields)).Resolvers(typeof(RepairActFields))
            .Resolvers(typeof(WhatIfQueries)).Resolvers(typeof(WhatIfFields)).Resolvers(typeof(AmendmentWaveFields))
            .District("Query.whatIf(district:)").District("Subscription.rehearsed(district:)"));
}
