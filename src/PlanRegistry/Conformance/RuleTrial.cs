using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>A rule as if it were, or were not, in force from a day on; before that day it is as it is.</summary>
/// <param name="What">What is owed by it; null where nothing is but what it finds.</param>
public sealed record RuleTrial(string Code, bool InForce, DateOnly From, Obliged? What = null)
{
    /// <param name="isInForce">As it is.</param>
    public bool InForceOn(AsOfDay day, bool isInForce) => day >= From ? InForce : isInForce;
}
