namespace PlanRegistry.Conformance;

/// <summary>What is owed by a rule: with a rule that is tried as if it were not in force it goes, by the law behind it it begins.</summary>
public sealed record Obliged
{
    public static readonly Obliged AnnualReport = new(nameof(AnnualReport));
    public static readonly Obliged MidTermReport = new(nameof(MidTermReport));
    public static readonly Obliged FinalReport = new(nameof(FinalReport));
    public static readonly Obliged MidTermSteps = new(nameof(MidTermSteps));
    public static readonly Obliged MidTermFollowUp = new(nameof(MidTermFollowUp));
    public static readonly Obliged Disclosure = new(nameof(Disclosure));
    public static readonly Obliged FollowingAnAmendment = new(nameof(FollowingAnAmendment));
    public static readonly Obliged FollowingAnOutline = new(nameof(FollowingAnOutline));
    public static readonly Obliged Filing = new(nameof(Filing));
    public static readonly Obliged Decomposition = new(nameof(Decomposition));
    public static readonly Obliged Scheme = new(nameof(Scheme));
    public static readonly Obliged AnnualTargets = new(nameof(AnnualTargets));
    public static readonly Obliged Readings = new(nameof(Readings));
    public static readonly Obliged PreliminaryReview = new(nameof(PreliminaryReview));
    public static readonly Obliged PreviousEvaluation = new(nameof(PreviousEvaluation));
    public static readonly Obliged Listing = new(nameof(Listing));
    public static readonly Obliged Money = new(nameof(Money));

    private Obliged(string name) => Name = name;

    public string Name { get; }
}
