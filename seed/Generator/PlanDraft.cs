using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>A generated plan, how its drafting goes, and what is wrong with it.</summary>
internal sealed record PlanDraft
{
    public required Plan Plan { get; init; }
    public required Wave Wave { get; init; }
    public required PlanningField Field { get; init; }
    public required Key<Agency> Lead { get; init; }
    public required Key<Agency> Approver { get; init; }
    public required DateOnly DraftingFrom { get; init; }
    public required DateOnly SubmittedOn { get; init; }
    public required DateOnly ApprovedOn { get; init; }
    public required DateOnly PublishedOn { get; init; }

    /// <summary>How far it gets; most run through as far as the world has lived.</summary>
    public required Stage Stage { get; init; }
    public required Defect Defect { get; init; }

    public Key<Plan> Key => Plan.Key;
    public string Code => Plan.Code;
    public PlanKind Kind => Plan.Kind;
    public Horizon Horizon => Plan.Horizon;

    public bool IsDevelopment => Kind == PlanKind.Development;

    public bool IsApproved => Stage >= Stage.Approved && World.HasSeen(ApprovedOn);

    public bool IsPublished => Stage == Stage.Published && World.HasSeen(PublishedOn);

    public bool Has(Defect defect) => Defect == defect;
}

internal enum Stage { Proposed, Drafting, Submitted, Approved, Published }

/// <summary>What is wrong with a generated plan; one thing at most, so that a finding shows its cause.</summary>
internal enum Defect
{
    None, Unlisted, Exempted, UnlinkedEntry, DailyWork, TooShort, NoSuperior, WeakerTarget, OnlyExpected, LateReports,
    MissingReports, MissingCopies, UndisclosedProgress, UnapprovedAmendment, BehindItsPath, Secret,
}
