using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>办理建议: the smallest act that clears a finding, and whose it is.</summary>
public sealed record Remedy(string Act, Agency? Agency, Text Text)
{
    public RemedyInput Input { get; init; } = new();
}

/// <summary>
/// What the act of a remedy is about, as far as the facts tell: each value under the name that the input of the act has for it.
/// Days and documents are never there: who acts knows them.
/// </summary>
public sealed record RemedyInput
{
    public Key<Plan>? Plan { get; init; }
    public Key<Plan>? Subordinate { get; init; }
    public Key<Plan>? Superior { get; init; }
    public ActType? Type { get; init; }
    public ActAbout? About { get; init; }
    public int? Year { get; init; }
    public int? Version { get; init; }
    public PlanVersion? Against { get; init; }
    public Key<Indicator>? Indicator { get; init; }

    /// <summary>Of an amendment or a draft: the one target that is to change.</summary>
    public RemedyTarget? Target { get; init; }

    /// <summary>What a superior has not handed down yet.</summary>
    public RemedyAllocations? Allocations { get; init; }

    public ListTrack? Track { get; init; }
    public Key<DirectoryList>? Replaces { get; init; }

    /// <summary>The plan that a list is to have.</summary>
    public Plan? Entry { get; init; }

    public PlanKind? Kind { get; init; }
    public PlanTier? Tier { get; init; }
    public Key<Agency>? Issuer { get; init; }

    /// <summary>The record that is to be mended.</summary>
    public RecordId? Record { get; init; }

    /// <summary>The act is about the finding itself.</summary>
    public bool IsOfTheFinding { get; init; }
}

/// <param name="Unit">In which value and base are told.</param>
public sealed record RemedyTarget(
    Key<Indicator> Indicator, IndicatorNature Nature, int Year, string Unit,
    decimal? Value = null, decimal? Low = null, decimal? High = null)
{
    /// <summary>Of the target as it stands: an amendment that leaves it out would lose it.</summary>
    public int? BaseYear { get; init; }
    public decimal? BaseValue { get; init; }
}

public sealed record RemedyAllocations(Key<Plan> Plan, IReadOnlyList<Indicator> Indicators);
