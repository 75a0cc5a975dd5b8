namespace PlanRegistry.Rules.Trials;

/// <summary>What is owed by which rule, beyond what it finds: in a trial of the rule the one goes, or begins, with the other.</summary>
public static class TriedRules
{
    private static readonly Dictionary<string, Obliged> Obliging = new(StringComparer.Ordinal)
    {
        ["REV-001"] = Obliged.AnnualReport, ["REV-002"] = Obliged.MidTermReport, ["REV-003"] = Obliged.FinalReport,
        ["REV-005"] = Obliged.MidTermSteps, ["REV-007"] = Obliged.MidTermFollowUp, ["PUB-001"] = Obliged.Disclosure,
        ["AME-003"] = Obliged.FollowingAnAmendment, ["HIE-006"] = Obliged.FollowingAnOutline, ["APR-006"] = Obliged.Filing,
        ["IND-002"] = Obliged.Decomposition, ["IND-004"] = Obliged.Scheme, ["IND-003"] = Obliged.AnnualTargets,
        ["IND-001"] = Obliged.Readings, ["APR-003"] = Obliged.PreliminaryReview, ["APR-011"] = Obliged.PreviousEvaluation,
        ["CAT-001"] = Obliged.Listing, ["FUN-001"] = Obliged.Money,
    };

    public static IReadOnlyDictionary<string, Obliged> All => Obliging;

    public static RuleTrial Of(string code, bool inForce, DateOnly from) =>
        new(code, inForce, from, Obliging.TryGetValue(code, out var what) ? what : null);
}
