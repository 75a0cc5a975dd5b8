using PlanRegistry.Alignment;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// 办理程序 (003 三、(二)、(三)): the lawful route of a plan and how each step of it stands on the day, from what is recorded.
/// </summary>
public sealed class Procedure
{
    private readonly Dictionary<ActType, IReadOnlyList<StepEvidence>> evidence = [];
    private readonly IReadOnlyList<StepForm> forms;
    private bool? told;

    private Procedure(PlanOnDay plan)
    {
        Plan = plan;
        forms = ProcedureForms.Of(plan);
    }

    public PlanOnDay Plan { get; }

    public ProcedureRoute Route => ProcedureForms.RouteOf(Plan.Plan);

    public IReadOnlyList<ProcedureStep> Steps => field ??= [.. forms.Select(Told)];

    /// <summary>Something of what leads to a submission is recorded, so that the absence of another step of it says something.</summary>
    public bool IsTold => told ??= Plan.ActsAbout(ActAbout.Plan).Any(a => IsPreparation(a.Type))
        || Plan.Snapshot.View.SubmissionItemsOf[Plan.Key].Any() || AlignmentOpinions.Of(Plan.Snapshot.View, Plan.Key).Any(LedToIt);

    /// <summary>It was begun before records were complete: what is missing may lie in the archive.</summary>
    public bool IsOfOld => Plan.History.FirstActOn < Plan.Snapshot.RecordsFrom;

    public static Procedure Of(PlanOnDay plan) => new(plan);

    /// <summary>What must come before an act of the plan itself; nothing for a step that the route does not have.</summary>
    public IReadOnlyList<StepNeed> NeedsOf(Act act) => act.About != ActAbout.Plan || FormOf(act) is not { } form ? []
        : ProcedureForms.IsToTheCongress(Plan, act) ? [.. form.After, ProcedureForms.Replied] : form.After;

    /// <summary>How a needed step stands to an act.</summary>
    public NeedStanding StandingOf(StepNeed need, Act act) => NeedStanding.Of(EvidenceOf(need.Step), act);

    public IReadOnlyList<StepEvidence> EvidenceOf(ActType step) =>
        evidence.TryGetValue(step, out var known) ? known : evidence[step] = StepEvidence.Of(Plan, step);

    /// <summary>Who takes the step, as the route has it.</summary>
    public Text BodyOf(ActType step) => forms.FirstOrDefault(f => f.Step == step)?.By ?? default;

    /// <summary>An act that approves the plan is the step of approval, whatever it is called.</summary>
    private StepForm? FormOf(Act act) =>
        forms.FirstOrDefault(f => f.Step == (act.Type == ActType.Issued ? ActType.Published : act.Type))
        ?? (act.Type is ActType.GovernmentExamined or ActType.GovernmentApproved or ActType.DepartmentApproved
            && Plan.History.IsApproval(act) is true ? forms.FirstOrDefault(f => f.Step == ProcedureForms.ApprovalStep(Plan.Plan)) : null);

    /// <summary>Asked for once the plan was approved, it is of what comes after.</summary>
    private bool LedToIt(AlignmentOpinion opinion) =>
        (opinion.RequestedOn ?? opinion.On) is not { } day || Plan.History.ApprovedOn is not { } approved || day.First <= approved.Last;

    private ProcedureStep Told(StepForm form)
    {
        var found = EvidenceOf(form.Step);
        var done = found.FirstOrDefault(e => e.Counts == true) ?? found.FirstOrDefault(e => e.Counts is null);
        var later = done is null ? LaterThan(form.Step) : null;
        var state = done is not null ? StepState.Done
            : form.Needed == false ? StepState.NotNeeded
            : form.Needed is null ? StepState.NotRecorded
            : later is null ? StepState.ToDo
            : later.On.Last < Plan.Snapshot.RecordsFrom || IsOfOld || !IsTold ? StepState.NotRecorded
            : StepState.Missing;
        return new(form.Step, form.By, form.Paper, form.Clause, form.After, state, done, later?.Override is null ? null : later);
    }

    /// <summary>The first act of a later step of the route; the publication, before which all of them belong, is one of all.</summary>
    private Act? LaterThan(ActType step)
    {
        var after = forms.SkipWhile(f => f.Step != step).Skip(1)
            .Where(f => f.Step is ActType.Submitted or ActType.Published || f.Step == ProcedureForms.ApprovalStep(Plan.Plan)
                || f.After.Any(n => n.Step == step)).Where(f => f.Step != ActType.Filed).ToList();
        return after.SelectMany(f => EvidenceOf(f.Step)).Select(e => e.Act).OfType<Act>().MinBy(a => a.On.Last);
    }

    private static bool IsPreparation(ActType type) => type is ActType.Consulted or ActType.Argued or ActType.Aligned
        or ActType.AlignmentReplied or ActType.EiaConfirmed or ActType.WaterConfirmed or ActType.LegalityReviewed;
}
