using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>办理记录: a dated step by an agency with a document.</summary>
[Table("acts")]
public sealed record Act : Record
{
    /// <summary>The pack's id; a row without one is known by what, about what, when and by whom.</summary>
    [KeyColumn] public required string Code { get; init; }
    public required Key<Plan> Plan { get; init; }
    public required ActType Type { get; init; }
    public required PartialDate On { get; init; }
    public Key<Agency>? Agency { get; init; }
    public required ActAbout About { get; init; }
    public int? Year { get; init; }
    public int? Version { get; init; }
    public PlanVersion? Against { get; init; }
    public Key<Document>? Document { get; init; }
    public IReadOnlyList<Key<Agency>>? Recipients { get; init; }
    public IReadOnlyList<Key<Agency>>? Copies { get; init; }
    public PartialDate? CopiedOn { get; init; }
    public IReadOnlyList<Key<Agency>>? Hosts { get; init; }
    public ActResult? Result { get; init; }
    public string? Note { get; init; }

    /// <summary>An act that failed counts for nothing.</summary>
    public bool Counts => Result != ActResult.Fail;

    public bool HappenedBy(DateOnly day) => On.Last <= day;
}

/// <summary>办理环节.</summary>
public enum ActType
{
    DraftingStarted, PartyProposal, Consulted, Argued, Aligned, AlignmentReplied, EiaConfirmed, WaterConfirmed, LegalityReviewed,
    Submitted, GovernmentExamined, PartyReviewed, PreliminaryReviewed, GovernmentApproved, CongressApproved, DepartmentApproved,
    MunicipalApproved, Issued, Published, Filed, ProgressDisclosed, Reported, PartyAgreed, StandingCommitteeDeliberated,
    StandingCommitteeApproved, AmendmentProposed, AmendmentApproved, NoChangeDeclared, Correction, Superseded, Withdrawn,
}

public enum ActAbout { Plan, Amendment, Annual, MidTerm, Final }

public enum ActResult { Pass, Fail }
