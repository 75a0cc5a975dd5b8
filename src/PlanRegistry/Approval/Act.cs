using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>办理记录: a dated step by an agency with a document.</summary>
[Table("acts", "办理记录")]
public sealed record Act : Record
{
    /// <summary>The pack's id; a row without one is known by what, about what, when and by whom.</summary>
    [KeyColumn, Column("办理记录编号", WhenSecret.AsCode)]
    public required string Code { get; init; }

    [Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [Column("办理环节", WhenSecret.Told)]
    public required ActType Type { get; init; }

    [Column("日期", WhenSecret.Told, Happened = true)]
    public required PartialDate On { get; init; }

    [Column("单位", WhenSecret.Told, MayBeNobody = true)]
    public Key<Agency>? Agency { get; init; }

    /// <summary>Those that took the step with it: 由发改局会同主管部门联合发布.</summary>
    [Column("会同单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? CoAgencies { get; init; }

    [Column("办理事项", WhenSecret.Told, Default = "PLAN")]
    public required ActAbout About { get; init; }

    [Column("年度", WhenSecret.Told, IsYear = true)]
    public int? Year { get; init; }

    [Column("版本", WhenSecret.Told)]
    public int? Version { get; init; }

    [Column("对应规划", WhenSecret.Told)]
    public PlanVersion? Against { get; init; }

    [Column("文件", WhenSecret.Told)]
    public Key<Document>? Document { get; init; }

    [Column("主送单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? Recipients { get; init; }

    [Column("抄送单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? Copies { get; init; }

    [Column("抄送日期", WhenSecret.Told, Happened = true)]
    public PartialDate? CopiedOn { get; init; }

    [Column("主办单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? Hosts { get; init; }

    [Column("结果", WhenSecret.Told)]
    public ActResult? Result { get; init; }

    [Column("备注", Length = 4000)]
    public string? Note { get; init; }

    /// <summary>越序依据: by which document the step was taken though one that belongs before it was not.</summary>
    [Column("越序依据", WhenSecret.Told)]
    public Key<Document>? Override { get; init; }

    /// <summary>Whose act it is: one body, or several together. Of several, one entitled body is enough.</summary>
    public IEnumerable<Key<Agency>> Agencies => Agency is { } first ? [first, .. CoAgencies ?? []] : CoAgencies ?? [];

    /// <summary>An act that failed counts for nothing.</summary>
    public bool Counts => Result != ActResult.Fail;

    public bool HappenedBy(AsOfDay day) => On.Last <= day;
}

/// <summary>办理环节.</summary>
public enum ActType
{
    DraftingStarted, PartyProposal, Consulted, Argued, Aligned, AlignmentReplied, EiaConfirmed, WaterConfirmed, LegalityReviewed,
    Submitted, GovernmentExamined, PartyReviewed, PreliminaryReviewed, GovernmentApproved, CongressApproved, DepartmentApproved,
    MunicipalApproved, Issued, Published, Filed, ProgressDisclosed, Reported, PartyAgreed, StandingCommitteeDeliberated,
    StandingCommitteeApproved, AmendmentProposed, AmendmentApproved, NoChangeDeclared, Correction, Superseded, Withdrawn,
    OpinionsAnswered, DeputiesInformed,
}

public enum ActAbout { Plan, Amendment, Annual, MidTerm, Final }

public enum ActResult { Pass, Fail }
