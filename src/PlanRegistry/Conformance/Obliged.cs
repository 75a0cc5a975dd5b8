namespace PlanRegistry.Conformance;

/// <summary>What is owed by a rule: with a rule that is tried as if it were not in force it goes, by the law behind it it begins.</summary>
public enum Obliged
{
    AnnualReport, MidTermReport, FinalReport, MidTermSteps, MidTermFollowUp, Disclosure, FollowingAnAmendment, FollowingAnOutline, Filing,
    Decomposition, Scheme, AnnualTargets, Readings, PreliminaryReview, PreviousEvaluation, Listing, Money,
}
