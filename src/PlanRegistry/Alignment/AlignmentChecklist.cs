using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>One of the nine points, as the latest opinion answers it, or as the registry knows it itself.</summary>
/// <param name="Known">What the registry finds: true, false, or null where something is open; asked of points 2, 3 and 4 alone.</param>
/// <param name="Facts">What that rests on.</param>
public sealed record ChecklistPoint(
    AlignmentPoint Point, AlignmentAnswer? Answer, bool IsOfTheRegistry, bool? Known, IReadOnlyList<Text> Facts)
{
    /// <summary>Nobody has answered it: the registry's own points it answers itself, also where it finds something open.</summary>
    public bool IsOpen => Answer is null && !IsOfTheRegistry;
}

/// <summary>衔接重点 (003 三、(二)): the nine points of a plan. The registry fills in the procedure, the papers and the targets.</summary>
public static class AlignmentChecklist
{
    public static IReadOnlyList<ChecklistPoint> Of(PlanOnDay plan)
    {
        var view = plan.Snapshot.View;
        var answers = AlignmentOpinions.Of(view, plan.Key).Where(o => o.WasGivenBy(plan.AsOf))
            .SelectMany(o => AlignmentOpinions.AnswersOf(view, o)).GroupBy(a => a.Point).ToDictionary(g => g.Key, g => g.Last());
        return [.. Enum.GetValues<AlignmentPoint>().Select(point =>
        {
            var (isOurs, known, facts) = Found(plan, point);
            return new ChecklistPoint(point, answers.GetValueOrDefault(point), isOurs, known, facts);
        })];
    }

    private static (bool IsOurs, bool? Known, IReadOnlyList<Text> Facts) Found(PlanOnDay plan, AlignmentPoint point) => point switch
    {
        AlignmentPoint.Procedure => OfProcedure(Procedure.Of(plan)),
        AlignmentPoint.Papers => OfPapers(Submission.Of(plan)),
        AlignmentPoint.Targets => OfTargets(plan),
        _ => (false, null, []),
    };

    private static (bool, bool?, IReadOnlyList<Text>) OfProcedure(Procedure procedure)
    {
        var gaps = procedure.Steps.Where(s => s.State is StepState.Missing or StepState.NotRecorded).ToList();
        return (true, gaps.Exists(s => s.State == StepState.Missing) ? false : gaps.Count > 0 ? null : true,
            [.. gaps.Select(s => Said(Terms.Of(s.Step), Terms.Of(s.State)))]);
    }

    /// <summary>The opinion itself is the paper that is being made.</summary>
    private static (bool, bool?, IReadOnlyList<Text>) OfPapers(Submission set)
    {
        var gaps = set.Lines.Where(l => l.State is PaperState.Missing or PaperState.Unknown)
            .Where(l => l.Paper != SubmissionPaper.AlignmentOpinion).ToList();
        return (true, gaps.Exists(l => l.State == PaperState.Missing) ? false : gaps.Count > 0 ? null : true,
            [.. gaps.Select(l => Said(Terms.Of(l.Paper), Terms.Of(l.State)))]);
    }

    private static (bool, bool?, IReadOnlyList<Text>) OfTargets(PlanOnDay plan)
    {
        var facts = DemandSearch.On(plan).ToList();
        var weaker = facts.OfType<Comparison>().Where(c => c.IsWeaker).ToList();
        var open = facts.OfType<Comparison>().Where(c => c.IsUnknown).ToList();
        var softened = facts.OfType<Demand>().Where(d => d.IsSoftened).ToList();
        return (true, weaker.Exists(c => c.Theirs.IsBinding) || softened.Count > 0 ? false
                : weaker.Count + open.Count > 0 || facts.OfType<Unallocated>().Any() || plan.Indicators.Count == 0 ? null : true,
            [
                .. weaker.Select(c => Said(c.Demand.Indicator.Name,
                    new($"{c.OurAmount.Zh}{c.Relation.Zh}{c.TheirAmount.Zh}", $"{c.OurAmount.En} {c.Relation.En} {c.TheirAmount.En}"))),
                .. softened.Select(d => Said(d.Indicator.Name, new("上位为约束性，本规划列为预期性", "binding above and expected here"))),
                .. open.Select(c => Said(c.Demand.Indicator.Name, c.Unclear!.Value)),
                .. facts.OfType<Unallocated>().Select(u => Said(u.Names, new("分解下达值未录入", "allocation not recorded"))),
                .. plan.Indicators.Count == 0 ? new[] { new Text("未录入规划目标", "no target is recorded") } : [],
            ]);
    }

    private static Text Said(Text of, Text what) => new($"{of.Zh}：{what.Zh}", $"{of.En}: {what.En}");
}
