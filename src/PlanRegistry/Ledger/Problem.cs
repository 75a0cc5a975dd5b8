using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>未通过校验: a refusal with a code, whole sentences, and where in the input.</summary>
public sealed record Problem(ProblemCode Code, Text Message, IReadOnlyList<string> Path, string? Clause = null);
