namespace PlanRegistry.Articles;

/// <summary>
/// What carries a paragraph beside the rules that cite it: a rule that cites another clause, a command that refuses what is against it, a
/// step, a duty, a paper, a parameter, an answer.
/// </summary>
public enum CarrierKind { Rule, Command, Step, Duty, Paper, Policy, Answer }
