namespace PlanRegistry.Ledger;

/// <summary>A day (or month, or year) on which a command says that something happened.</summary>
/// <param name="Begins">The earliest day it can mean.</param>
/// <param name="Refusal">Why it cannot be, where that day lies after today.</param>
public sealed record Happening(DateOnly Begins, Func<DateOnly, Problem> Refusal);
