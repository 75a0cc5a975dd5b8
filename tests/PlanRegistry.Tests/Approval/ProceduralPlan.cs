using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Approval;

/// <summary>A listed special plan of the transport department, led through its procedure in 2024 but for what a test leaves out.</summary>
internal sealed class ProceduralPlan
{
    public const string Day = "2024-12-31";

    public ProceduralPlan(Func<Plan, Plan>? with = null, Func<DirectoryEntry, DirectoryEntry>? entry = null,
        PlanKind kind = PlanKind.Special)
    {
        District.Plan("SPE", kind, 2024, 2028, p => (with ?? (x => x))(p with { ApprovalLevel = ApprovalLevel.Government }));
        District.List("L", kind == PlanKind.Spatial ? ListTrack.Spatial : ListTrack.SpecialAndRegional, 2024, "2024-01-15");
        District.Entry("L", "SPE", entry);
    }

    public TestDistrict District { get; } = new();

    /// <summary>Everything up to the submission, but for the types left out.</summary>
    public ProceduralPlan Prepared(params ActType[] without)
    {
        Act(ActType.DraftingStarted, "2024-02-01", "TRANS");
        Act(ActType.Consulted, "2024-03-01", "TRANS");
        Act(ActType.Argued, "2024-04-01", "TRANS");
        Act(ActType.Aligned, "2024-04-15", "DRC");
        return this;

        void Act(ActType type, string on, string agency)
        {
            if (!without.Contains(type))
            {
                District.Act("SPE", type, on, agency);
            }
        }
    }

    public Act Submitted(Func<Act, Act>? with = null) => District.Act("SPE", ActType.Submitted, "2024-05-10", "TRANS", with: a =>
        (with ?? (x => x))(a with { Hosts = [District.Key<Agency>("TRANS"), District.Key<Agency>("DRC")] }));

    public void Approved(string on = "2024-06-05") => District.Act("SPE", ActType.GovernmentApproved, on, "GOV");

    /// <summary>The five papers of 003 三、(三) that no step and no list brings, but for those left out.</summary>
    public ProceduralPlan WithPapers(params SubmissionPaper[] without)
    {
        foreach (var paper in new[]
        {
            SubmissionPaper.Draft, SubmissionPaper.DraftingNote, SubmissionPaper.ArgumentationReport, SubmissionPaper.AlignmentOpinion,
            SubmissionPaper.AdoptionTable,
        }.Except(without))
        {
            Paper(paper, paper == SubmissionPaper.AlignmentOpinion ? "DRC" : "TRANS");
        }
        return this;
    }

    public SubmissionItem Paper(SubmissionPaper paper, string? issuer, string on = "2024-05-01") => District.Add(new SubmissionItem
    {
        Plan = District.Key<Plan>("SPE"), Paper = paper,
        Document = District.Document($"PAPER-{paper}", issuer, d => d with { Kind = Terms.Of(paper).Zh }).Key,
        On = PartialDate.Parse(on),
    });

    public IReadOnlyList<string> Sentences(string rule, string day = Day) =>
        [.. District.Findings(rule, day).Select(f => $"{Names.Of(f.Verdict)} {f.Sentence.Zh}")];
}
