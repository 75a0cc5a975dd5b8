using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>日常工作、期限过短、是否需要政府发挥作用、可能重复.</summary>
public enum ScreeningKind { DailyWork, Short, NotForGovernment, Duplicate }

/// <summary>What speaks against an application, or is to be cleared up first.</summary>
/// <param name="Verdict">FAIL: not listed without a demand. CONDITIONAL: a person judges. UNKNOWN: it is not said.</param>
/// <param name="Other">What it may be the same as.</param>
public sealed record ScreeningDoubt(ScreeningKind Kind, Verdict Verdict, string Clause, Text Sentence, Record? Other = null);
