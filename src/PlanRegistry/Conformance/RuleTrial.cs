namespace PlanRegistry.Conformance;

/// <summary>A rule as if it were, or were not, in force from a day on; before that day it is as it is.</summary>
public sealed record RuleTrial(string Code, bool InForce, DateOnly From)
{
    /// <param name="isInForce">As it is.</param>
    public bool InForceOn(DateOnly day, bool isInForce) => day >= From ? InForce : isInForce;
}
