using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>
/// What a submitted plan lacks of its alignment, where opinions are recorded for it: points without an answer, and the spatial plan.
/// </summary>
internal static class AlignmentFaults
{
    public static IEnumerable<StepFault> On(Procedure procedure, IReadOnlyList<Act> taken)
    {
        var plan = procedure.Plan;
        if (taken.LastOrDefault(a => a.Type == ActType.Submitted) is not { } submitted)
        {
            return [];
        }
        // One that was asked for after the submission is of what comes after it.
        var opinions = AlignmentOpinions.Of(plan.Snapshot.View, plan.Key).Where(o => (o.On ?? o.RequestedOn)?.Last <= plan.AsOf
            && (o.RequestedOn ?? o.On)?.First <= submitted.On.Last).ToList();
        return opinions.Count == 0 ? [] : [.. Checklist(plan, submitted), .. Spatial(plan, submitted, opinions)];
    }

    private static IEnumerable<StepFault> Checklist(PlanOnDay plan, Act submitted)
    {
        var points = AlignmentChecklist.Of(plan);
        var departing = points.Where(p => p.Answer?.Answer == PointAnswer.Departs).ToList();
        var blank = points.Where(p => p.IsOpen).ToList();
        return departing.Count > 0 ? [Fault(FaultState.Broken, departing, "衔接重点{0}不符合", "these points of alignment depart: {0}")]
            : blank.Count > 0 ? [Fault(FaultState.Open, blank, "衔接重点{0}没有答复", "these points of alignment have no answer: {0}")]
            : [];

        StepFault Fault(FaultState state, IEnumerable<ChecklistPoint> of, string zh, string en)
        {
            var names = Text.Join(of.Select(p => Terms.Of(p.Point)));
            return new(plan, Obligation.Checklist, state, Terms.Of(ActType.Submitted), submitted.On.Last,
                new(zh.Replace("{0}", names.Zh, StringComparison.Ordinal), en.Replace("{0}", names.En, StringComparison.Ordinal)))
            {
                About = [submitted, .. of.Select(p => p.Answer).OfType<AlignmentAnswer>()],
            };
        }
    }

    /// <summary>Whether a plan has anything spatial is not recorded: that nobody asked the bureau leaves it open.</summary>
    private static IEnumerable<StepFault> Spatial(PlanOnDay plan, Act submitted, IReadOnlyList<AlignmentOpinion> opinions)
    {
        var view = plan.Snapshot.View;
        if (plan.Kind is not (PlanKind.Special or PlanKind.Regional))
        {
            return [];
        }
        var spatial = opinions.Where(o => AlignmentOpinions.WhoseOf(view, o) == Aligner.Spatial).ToList();
        if (spatial.Exists(o => o.Passes))
        {
            return [];
        }
        var refused = spatial.FindLast(o => o.Result == AlignmentResult.Fail);
        var others = opinions.Where(o => o.Against is { } against
            && view.Plan(against) is { Kind: PlanKind.Spatial, Tier: PlanTier.District }
            && AlignmentOpinions.WhoseOf(view, o) is null).ToList();
        var other = others.Count > 0 ? view.Agency(others[0].Agency)?.Name : null;
        var (state, what) = refused is not null
                ? (FaultState.Broken, new Text("区规划自然资源局的衔接结果为不通过",
                    "the spatial bureau found that it does not go with the spatial plan"))
            : others.Count > 0 ? (FaultState.Broken, new Text(
                $"与空间规划的衔接意见由{other}出具，应由区规划自然资源局出具",
                $"the opinion on its alignment with the spatial plan is {other}'s and not the spatial bureau's"))
            : spatial.Count > 0 ? (FaultState.Open, new("区规划自然资源局的衔接意见尚未出具",
                "the spatial bureau has been asked and has not answered"))
            : (FaultState.Open, new Text("未见区规划自然资源局关于与空间规划衔接的意见", "no opinion of the spatial bureau on its alignment is recorded"));
        return [new(plan, Obligation.SpatialAlignment, state, Terms.Of(ActType.Submitted), submitted.On.Last, what)
        {
            About = [submitted, .. spatial.Concat(others)],
        }];
    }
}
