namespace PlanRegistry.Conformance;

/// <summary>A rule that threw on a plan or a list: what it is told as, and what to log. The mistake is the registry's.</summary>
public sealed record RuleFailure(Finding Finding, Exception Exception);
