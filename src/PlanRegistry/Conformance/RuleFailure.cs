namespace PlanRegistry.Conformance;

/// <summary>
/// A rule that threw on a plan or a list, for the log; its finding there stands among the others. The mistake is the registry's.
/// </summary>
/// <param name="On">The plan's code, or the list's.</param>
public sealed record RuleFailure(string Rule, string On, Exception Exception);
