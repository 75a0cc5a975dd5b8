using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>已有、缺、待核实、不需.</summary>
public enum PaperState { Present, Missing, Unknown, NotNeeded }

/// <summary>One paper of the set: whether it is there, whose it is to supply, by which clause.</summary>
/// <param name="Why">Why it stands so, where that is not plain.</param>
public sealed record SubmissionLine(SubmissionPaper Paper, PaperState State, Text Holder, string Clause,
    Document? Document = null, PartialDate? On = null, Text Why = default);

/// <summary>
/// 审批要件: the papers that must go with a plan's submission, from its acts, its directory list, its alignment opinions and what was added
/// to the set. 003 三、(三) names five and ends with 等; what higher law adds depends on the plan's flags.
/// </summary>
public sealed class Submission
{
    private const string Notice = "开州府办发〔2020〕95号";
    private readonly Procedure procedure;
    private readonly PlanOnDay plan;
    private readonly ILookup<SubmissionPaper, SubmissionItem> items;

    private Submission(Procedure procedure)
    {
        (this.procedure, plan) = (procedure, procedure.Plan);
        items = plan.Snapshot.View.SubmissionItemsOf[plan.Key].Where(i => i.On.Last <= plan.AsOf).OrderByDescending(i => i.On.Last)
            .ThenBy(i => i.RecordCode, StringComparer.Ordinal).ToLookup(i => i.Paper);
        SubmissionLine[] lines =
        [
            ListApproval(), Added(SubmissionPaper.Draft), Added(SubmissionPaper.DraftingNote),
            Brought(SubmissionPaper.ArgumentationReport, true, $"{Notice} 三、(三)"),
            Brought(SubmissionPaper.AlignmentOpinion, true, $"{Notice} 三、(三)"), WhatWasAdopted(), Disputes(),
            Brought(SubmissionPaper.EiaConfirmation, Flag(e => e.EiaNeeded), $"{Notice} 三、(二)"),
            Brought(SubmissionPaper.WaterConfirmation, Flag(e => e.WaterNeeded), $"{Notice} 三、(二)"),
            Brought(SubmissionPaper.LegalityOpinion, ProcedureForms.IsMajorDecision(plan.Plan), "重大行政决策程序暂行条例 第二十五条"),
            PreviousFinalEvaluation(),
        ];
        Lines = [.. lines.Select(AsTold)];
    }

    public IReadOnlyList<SubmissionLine> Lines { get; }

    /// <summary>Papers were added to the set, so that what it lacks is missing.</summary>
    public bool IsTold => items.Count > 0;

    public IEnumerable<SubmissionLine> Missing => Lines.Where(l => l.State == PaperState.Missing);

    /// <summary>Nothing is missing and nothing is open.</summary>
    public bool IsComplete => Lines.All(l => l.State is PaperState.Present or PaperState.NotNeeded);

    public static Submission Of(Procedure procedure) => new(procedure);

    public static Submission Of(PlanOnDay plan) => new(Procedure.Of(plan));

    private SubmissionLine ListApproval()
    {
        var line = new SubmissionLine(SubmissionPaper.ListApproval, PaperState.Missing, LeadName, $"{Notice} 三、(三)");
        if (Item(line) is { } added)
        {
            return added;
        }
        if (plan.Entry is not { } entry)
        {
            return plan.Directory.Listing switch
            {
                PlanListing.NotRequired => line with { State = PaperState.NotNeeded },
                PlanListing.Unlisted when !plan.Directory.IsExcepted && !ExemptionOnDay.On(plan).Any(e => e.IsEntitled) =>
                    line with { Why = new("未列入目录清单", "it is on no directory list") },
                _ => line with
                {
                    State = PaperState.Unknown, Why = new("是否列入目录清单待核实，或者属例外情形", "whether it is listed is open, or it is an exception"),
                },
            };
        }
        var list = plan.Snapshot.View.List(entry.List)!;
        return plan.Snapshot.View.Document(list.ApprovalDocument) is { } paper
            ? line with { State = PaperState.Present, Document = paper, On = list.ApprovedOn, Why = entry.Place }
            : line with
            {
                State = PaperState.Unknown,
                Why = new($"{entry.Place.Zh}已列入，批准文件未录入", $"{entry.Place.En} lists it, and the document is not recorded"),
            };
    }

    private SubmissionLine Added(SubmissionPaper paper)
    {
        var line = new SubmissionLine(paper, PaperState.Missing, LeadName, $"{Notice} 三、(三)");
        return Item(line) ?? line;
    }

    /// <summary>Where the opinions are recorded the registry makes the table, and no paper says more than they do.</summary>
    private SubmissionLine WhatWasAdopted()
    {
        var line = Added(SubmissionPaper.AdoptionTable);
        var table = AdoptionTable.Of(plan);
        var rounds = table.Rounds.Where(r => IsBeforeIt(r.Round.OpenedOn)).ToList();
        var rows = table.Rows.Where(r => rounds.Contains(r.Round)).ToList();
        var undone = rows.Count(r => !r.Opinion.IsDone);
        return rounds.Count == 0 ? line
            : rounds.Exists(r => r.State == RoundState.Collecting) ? Lacking(new("征求意见尚未结束", "a round of consultation is not over"))
            : undone > 0 ? Lacking(new($"有{undone}条意见尚未办结", $"opinions not handled yet: {undone}"))
            : line with
            {
                State = PaperState.Present, Why = new($"意见{rows.Count}条，均已办理", $"opinions recorded: {rows.Count}, each handled"),
            };

        SubmissionLine Lacking(Text why) => line with { State = PaperState.Missing, Document = null, On = null, Why = why };
    }

    /// <summary>What came up after the plan was submitted is no matter of that submission.</summary>
    private bool IsBeforeIt(PartialDate day) =>
        procedure.EvidenceOf(ActType.Submitted).LastOrDefault() is not { } submitted || day.First <= submitted.On.Last;

    /// <summary>不能取得一致意见的，应当说明争议的主要问题，有关单位的意见，决策承办单位的意见、理由和依据.</summary>
    private SubmissionLine Disputes()
    {
        var unresolved = DisputeOnDay.Unresolved(plan).Where(d => IsBeforeIt(d.Dispute.OpenedOn)).ToList();
        var untold = unresolved.Where(d => !d.TellsAll).SelectMany(d => d.MissingParts).Distinct().ToList();
        return new(SubmissionPaper.DisputeStatement,
            unresolved.Count == 0 ? PaperState.NotNeeded : untold.Count == 0 ? PaperState.Present : PaperState.Missing,
            LeadName, "重大行政决策程序暂行条例 第十三条")
        {
            Why = untold.Count == 0 ? default
                : new($"缺{Text.Join(untold).Zh}", $"it lacks {Text.Join(untold).En}"),
        };
    }

    /// <summary>Added to the set, or brought by the step that makes it.</summary>
    /// <param name="needed">Null: what decides is not recorded.</param>
    private SubmissionLine Brought(SubmissionPaper paper, bool? needed, string clause)
    {
        var step = SubmissionPapers.StepOf(paper)!.Value;
        var holder = step == ActType.Argued || procedure.BodyOf(step) == default ? LeadName : procedure.BodyOf(step);
        var line = new SubmissionLine(paper, PaperState.Missing, holder, clause);
        var found = procedure.EvidenceOf(step);
        if (needed == false && found.Count == 0)
        {
            return line with { State = PaperState.NotNeeded };
        }
        var done = found.Where(e => e.Counts == true).ToList();
        if (done.Find(e => plan.Snapshot.View.Document(e.Document) is not null) is { } papered)
        {
            return line with { State = PaperState.Present, Document = plan.Snapshot.View.Document(papered.Document), On = papered.On };
        }
        return done.Count > 0 ? line with
            {
                State = PaperState.Unknown, On = done[0].On, Why = new("已办理，文件未录入", "the step is recorded and its paper is not"),
            }
            : found.FirstOrDefault(e => e.Counts is null) is { } open
                ? line with { State = PaperState.Unknown, On = open.On, Why = open.Word!.Why }
            : found.Count > 0 ? line with { Why = found[0].Word!.Why }
            : needed is null ? line with
            {
                State = PaperState.Unknown, Why = new("目录清单未说明是否需要", "the directory list does not say whether it is needed"),
            }
            : line;
    }

    private SubmissionLine PreviousFinalEvaluation()
    {
        var line = new SubmissionLine(SubmissionPaper.PreviousFinalEvaluation, PaperState.NotNeeded,
            Body.Of(AgencyRole.ReformCommission).Name, "国家发展规划法 第十六、三十一条（参照）");
        if (plan.Kind != PlanKind.Development
            || (procedure.EvidenceOf(ActType.Submitted).LastOrDefault()?.On.Last ?? plan.AsOf)
                < ProcedureForms.FinalEvaluationFrom(plan.Snapshot.View))
        {
            return line;
        }
        return Item(line) is { } added ? added
            : PreviousPlan.Of(plan) is not { } before ? line with
            {
                State = PaperState.Unknown, Why = new("上一期全区发展规划未录入", "the previous development plan is not recorded"),
            }
            : PreviousPlan.EvaluationOf(before, plan.AsOf) is not { } report ? line with { State = PaperState.Missing }
            : plan.Snapshot.View.Document(report.Document) is { } paper
                ? line with { State = PaperState.Present, Document = paper, On = report.On }
                : line with
                {
                    State = PaperState.Unknown, On = report.On, Why = new("已报告，报告未录入", "it was reported and the report is not recorded"),
                };
    }

    /// <summary>The latest that is that paper; else one of which it is open, or that is another body's.</summary>
    private SubmissionLine? Item(SubmissionLine line) => items[line.Paper].Select(i => Item(line, i))
        .MinBy(l => l.State switch { PaperState.Present => 0, PaperState.Unknown => 1, _ => 2 });

    private SubmissionLine Item(SubmissionLine line, SubmissionItem item)
    {
        var word = SubmissionPapers.WordOf(plan.Snapshot.View, item);
        return line with
        {
            State = word is null || word.IsGiven ? PaperState.Present : word.IsOpen ? PaperState.Unknown : PaperState.Missing,
            Document = plan.Snapshot.View.Document(item.Document), On = item.On, Why = word?.Why ?? default,
        };
    }

    /// <summary>
    /// Of a plan that is approved, or of before records are complete, and of which no paper was added, none is missing: none is recorded.
    /// One that its department publishes has no submission but its alignment.
    /// </summary>
    private SubmissionLine AsTold(SubmissionLine line) => line.State != PaperState.Missing || IsTold ? line
        : procedure.Route == ProcedureRoute.Department && line.Paper != SubmissionPaper.AlignmentOpinion
            ? line with { State = PaperState.NotNeeded, Why = new("由规划编制部门发布，不报区政府审批", "its department publishes it without a submission") }
        : procedure.IsOfOld || plan.IsApproved || plan.IsPublished
            ? line with { State = PaperState.Unknown, Why = new("未录入", "not recorded") }
        : line;

    private bool? Flag(Func<DirectoryEntry, bool?> of) => plan.Entry is { } entry ? of(entry)
        : plan.Kind == PlanKind.Development || plan.Directory.Listing == PlanListing.NotRequired ? false : null;

    private Text LeadName => ProcedureForms.LeadOf(plan);
}
