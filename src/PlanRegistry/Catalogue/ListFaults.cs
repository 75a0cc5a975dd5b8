using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>What is wrong with a list, and what is not recorded of it. What is wrong goes before what is open.</summary>
public sealed record ListFaults(IReadOnlyList<Text> Defects, IReadOnlyList<Text> Gaps)
{
    public static readonly ListFaults None = new([], []);

    public bool Any => Defects.Count + Gaps.Count > 0;

    public bool AreBreaches => Defects.Count > 0;

    public bool AreOpen => Defects.Count == 0 && Gaps.Count > 0;

    public bool HaveGaps => Gaps.Count > 0;

    public Text DefectLine => Wording.Clauses(Defects);

    public Text GapLine => Wording.Clauses(Gaps);

    public ListFaults And(ListFaults other) => new([.. Defects, .. other.Defects], [.. Gaps, .. other.Gaps]);

}
