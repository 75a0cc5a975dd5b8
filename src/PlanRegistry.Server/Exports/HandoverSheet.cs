using System.Globalization;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Handover;

namespace PlanRegistry.Server.Exports;

/// <summary>跨期交接: the plans of the old period, and what of each is still to be done.</summary>
internal static class HandoverSheet
{
    public static SheetForm Form { get; } = new SheetForm<HandedOverPlanNode>(new("跨期交接", "Handover between periods"), "District.handover",
        (scope, choice) => Of(scope, choice) is { } handover ? handover.All.Select(p => new HandedOverPlanNode(p, scope)) : [],
        p => p.Key,
        [
            new("规划代码", "Plan", 12, p => p.Plan.Code),
            new("规划", "Title", 24, p => p.Plan.Title),
            new("类别", "Kind", 8, p => Cell.Of(p.Plan.Kind)),
            new("规划期始", "From", 6, p => p.Plan.Horizon.From),
            new("规划期止", "To", 6, p => p.Plan.Horizon.To),
            new("牵头单位", "Lead agency", 14, p => p.Plan.LeadAgencyOnDay?.Name),
            new("总结评估", "Final evaluation", 9, p => Cell.Of(p.Evaluation)),
            new("评估到期日", "Evaluation due", 11, p => p.EvaluationDuty?.Due),
            new("总结评估情况", "Said of it", 28, p => p.EvaluationInWords),
            new("接续规划", "Successor", 9, p => Cell.Of(p.Succession)),
            new("接续规划代码", "Successor's code", 12, p => Cell.Lines(p.Successors.Select(s => (Text)s.Code))),
            new("怎样得知", "How that is known", 24, p => p.Of.Succession.Why),
            new("延续到新一期", "Running on", 9, p => Cell.Of(p.Continuation)),
            new("办理期限", "Due", 11, p => p.ContinuationDue),
            new("延续办理情况", "Said of it", 30, p => p.ContinuationInWords),
            new("弱于新一期发展规划的指标", "Weaker than the new development plan", 12,
                p => Cell.Lines(p.WeakerThanOutline.Select(i => (Text)i.Name))),
        ],
        TitleOf);

    /// <summary>Of the period whose first year the page names; else of the one at hand.</summary>
    private static HandoverNode? Of(Scope scope, SheetChoice choice) => DistrictHandoverFields.Of(scope,
        int.TryParse(choice.From, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null);

    private static Text? TitleOf(Scope scope, SheetChoice choice) => Of(scope, choice)?.Of is not { } handover ? default(Text?)
        : new Text($"{scope.View.District!.Name}跨期交接清单（{handover.Old.InWords.Zh}到{handover.New.InWords.Zh}）",
            $"{scope.View.District!.Name}: handover from {handover.Old} to {handover.New}");
}
