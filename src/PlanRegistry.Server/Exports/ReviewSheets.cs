using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Amendments;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Reviews;

namespace PlanRegistry.Server.Exports;

/// <summary>评估与调整.</summary>
internal static class ReviewSheets
{
    public static SheetForm Reviews { get; } = new SheetForm<ReviewDutyNode>(new("评估任务", "Review duties"), "District.reviewDuties",
        (scope, _) => scope.Plans.Where(p => !p.HasEnded).SelectMany(ReviewDuties.Told).Select(d => new ReviewDutyNode(d, scope)),
        r => r.Key,
        [
            new("种类", "Kind", 10, r => Cell.Of(r.Kind)),
            new("年度", "Year", 6, r => r.Year),
            new("规划代码", "Plan", 13, r => r.Plan.Code),
            new("规划", "Title", 24, r => r.Plan.Title),
            new("牵头单位", "Lead agency", 16, r => r.Plan.LeadAgencyOnDay?.Name),
            new("到期日", "Due", 12, r => r.Due),
            new("状态", "State", 8, r => Cell.Of(r.State)),
            new("报送日期", "Reported on", 12, r => r.Report?.On),
            new("抄送日期", "Copied on", 12, r => r.Report?.CopiedOn),
            new("报告文件", "Report", 20, r => PaperOf(r.Report?.Document)),
            new("应主送", "To", 16, r => NamesOf(r.Recipients)),
            new("应抄送", "Copies to", 16, r => NamesOf(r.Copies)),
            new("尚缺", "Missing", 24, r => Cell.Lines(r.Duty.Missing)),
            new("为何此日", "Why this day", 30, r => r.Duty.Reason),
        ]);

    public static SheetForm Amendments { get; } = new SheetForm<AmendmentNode>(new("调整修订", "Amendments"), "District.amendments",
        (scope, _) => scope.Plans.SelectMany(p => scope.View.AmendmentsOf[p.Key])
            .Where(a => a.ProposedOn.Last <= scope.Snapshot.AsOf).Select(a => new AmendmentNode(a, scope)), a => a.Id,
        [
            new("规划代码", "Plan", 14, a => a.Plan.Code),
            new("规划", "Title", 34, a => a.Plan.Title),
            new("版本", "Version", 6, a => a.Version),
            new("提出日期", "Proposed on", 12, a => a.ProposedOn),
            new("批准日期", "Approved on", 12, a => a.ApprovedOn),
            new("所改指标", "Changed indicators", 28, a => string.Join('、', a.ChangedIndicators?.Select(i => i.Name) ?? [])),
            new("评估依据", "Evaluation", 30, a => PaperOf(a.Evaluation)),
            new("理由", "Reason", 40, a => a.Reason),
            new("台账序号", "Ledger no.", 8, a => a.Seq),
        ]);

    public static SheetForm AmendmentDuties { get; } = new SheetForm<AmendmentDutyNode>(
        new("因上位规划调整而产生的任务", "What amendments above oblige"), "District.amendmentDuties",
        (scope, _) => scope.Plans.SelectMany(PlanRegistry.Amendments.AmendmentDuties.Of).Select(d => new AmendmentDutyNode(d, scope)),
        d => d.Key,
        [
            new("到期日", "Due", 12, d => d.Due),
            new("规划代码", "Plan", 16, d => d.Plan.Code),
            new("规划", "Title", 44, d => d.Plan.Title),
            new("牵头单位", "Lead agency", 26, d => d.Plan.LeadAgencyOnDay?.Name),
            new("状态", "State", 14, d => Cell.Of(d.State)),
            new("为何此日", "Why this day", 60, d => d.Why),
        ]);

    internal static string? PaperOf(DocumentNode? document) =>
        document is null ? null : document.Number is { } number ? $"{number} {document.Title}" : document.Title;

    private static string NamesOf(IEnumerable<AgencyNode> agencies) => string.Join('、', agencies.Select(a => a.Name));
}
