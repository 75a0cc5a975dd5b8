using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Amendments;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Rectification;
using PlanRegistry.Server.Reviews;

namespace PlanRegistry.Server.Exports;

/// <summary>The lists that pages show, by the names under which they ask for them.</summary>
internal static class SheetForms
{
    public static IReadOnlyDictionary<string, SheetForm> All { get; } = new Dictionary<string, SheetForm>(StringComparer.Ordinal)
    {
        ["plans"] = Plans, ["findings"] = Findings, ["duties"] = Duties,
        ["reviews"] = ReviewSheets.Reviews, ["amendments"] = ReviewSheets.Amendments, ["amendmentDuties"] = ReviewSheets.AmendmentDuties,
        ["entries"] = ListSheets.Entries, ["difference"] = ListSheets.Difference, ["comparison"] = ComparisonSheet.Form,
        ["handover"] = HandoverSheet.Form,
        ["ledger"] = OtherSheets.Ledger, ["policy"] = OtherSheets.Policy, ["rules"] = OtherSheets.Rules,
        ["waivers"] = OtherSheets.Waivers,
    };

    private static SheetForm Plans => new SheetForm<PlanNode>(new("规划目录", "Plans"), "District.plans",
        (scope, _) => scope.Plans.Select(p => new PlanNode(p, scope)), p => p.Code,
        [
            new("灯", "Light", 6, p => p.Light is { } light ? Terms.Of(light) : new Text("不评判", "not judged")),
            new("代码", "Code", 14, p => p.Code),
            new("名称", "Title", 42, p => p.Title),
            new("类别", "Kind", 12, p => Cell.Of(p.Kind)),
            new("规划期始", "From", 8, p => p.Horizon.From),
            new("规划期止", "To", 8, p => p.Horizon.To),
            new("牵头单位", "Lead agency", 22, p => p.LeadAgencyOnDay?.Name),
            new("状态", "Status", 14, p => Cell.Of(p.Status)),
            new("状态起始日", "Status since", 12, p => p.StatusSince),
            new("是否列入清单", "Listing", 12, p => Cell.Of(p.Listing)),
            new("清单条目", "Entry", 18, p => p.DirectoryEntry is { } e ? $"{e.List.Code} {e.Code}" : null),
            new("问题", "Findings", 7,
                p => p.Scope.FindingsOf(p.OnDay.Key).Count(f => f.Verdict != PlanRegistry.Conformance.Verdict.Unknown)),
            new("待核实", "To verify", 8,
                p => p.Scope.FindingsOf(p.OnDay.Key).Count(f => f.Verdict == PlanRegistry.Conformance.Verdict.Unknown)),
            new("下一到期", "Next due", 12, NextDue),
        ]);

    private static SheetForm Findings => new SheetForm<FindingNode>(new("问题台", "Findings"), "District.findings",
        (scope, _) => scope.Findings.Select(scope.Finding), f => f.Id,
        [
            new("严重程度", "Severity", 8, f => Cell.Of(f.Severity)),
            new("结论", "Verdict", 10, f => f.Finding.Word),
            new("规则", "Rule", 9, f => f.Rule.Code),
            new("规划代码", "Plan", 13, f => f.Plan?.Code),
            new("规划或清单", "Plan or list", 22, f => f.Plan is { } plan ? plan.Title : new Text("清单或多个规划", "a list, or several plans")),
            new("一句话", "In a sentence", 40, f => f.Finding.Sentence),
            new("责任单位", "Responsible", 14, f => f.Responsible?.Name),
            new("起始日", "Since", 12, f => f.Since),
            new("期限", "Due", 12, f => f.Due),
            new("办理缓急", "Urgency", 8, f => Cell.Of(f.Urgency)),
            new("交办", "Handed out", 12, HandedOut),
            new("依据", "Basis", 22, f => Cell.Lines(f.Basis.Select(b => (Text)$"{b.Document} {Wording.Clause(b.Clause)}"))),
            new("办理建议", "What clears it", 34, f => Cell.Lines(f.Remedies.Select(r => r.Words))),
        ]);

    private static SheetForm Duties => new SheetForm<DutyNode>(new("待办事项", "Duties"), "District.duties",
        (scope, _) => scope.Owed.Select(d => new DutyNode(d, scope)), d => d.Key,
        [
            new("到期日", "Due", 12, d => d.Due),
            new("最后一个工作日", "Last working day", 12, d => d.LastWorkingDay),
            new("事项", "Matter", 14, d => Cell.Of(d.Kind)),
            new("年度", "Year", 6, d => d.Year),
            new("规划代码", "Plan", 14, d => d.Plan?.Code),
            new("规划", "Title", 34, d => d.Plan?.Title),
            new("状态", "State", 8, d => Cell.Of(d.State)),
            new("责任单位", "Responsible", 20, d => d.Agency?.Name),
            new("责任人", "Person", 10, d => d.Person),
            new("尚缺", "Missing", 36, d => Cell.Lines(d.Duty.Missing())),
            new("为何此日", "Why this day", 50, d => d.Duty.Reason()),
        ]);

    private static Cell HandedOut(FindingNode finding) => HandOutFields.HandedOut(finding) is not { } handed ? default
        : (Cell)$"{handed.Agency?.Name} {handed.On}";

    /// <summary>Of a plan that has ended nobody owes any.</summary>
    private static Cell NextDue(PlanNode plan) => plan.OnDay.HasEnded ? default
        : (PartialDate?)ReviewDuties.Of(plan.OnDay).Where(d => d.State is DutyState.Overdue or DutyState.DueSoon or DutyState.Upcoming)
            .OrderBy(d => d.Due).Select(d => (DateOnly?)d.Due).FirstOrDefault();
}
