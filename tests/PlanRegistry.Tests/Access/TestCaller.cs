using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Tests.Access;

/// <summary>Callers that tests ask for.</summary>
internal static class TestCaller
{
    /// <summary>Of a server without accounts.</summary>
    public static Caller Operator { get; } = new(Role.Operator, Actor.Named("officer"));
}
