using System.Globalization;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Settlement;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Server.Exports;

/// <summary>台账, 政策与规则, 暂缓整改台账.</summary>
internal static class OtherSheets
{
    public static SheetForm Ledger { get; } = new SheetForm<LedgerEntry>(new("台账", "Ledger"), "District.ledger",
        EntriesOf, e => e.Seq.ToString(CultureInfo.InvariantCulture),
        [
            new("序号", "No.", 8, e => e.Seq),
            new("时刻（北京时间）", "When (Beijing time)", 20,
                e => Calendar.InShanghai(e.RecordedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
            new("操作人", "By", 14, e => e.Actor.Name),
            new("操作人标识", "Id", 20, e => e.Actor.Id),
            new("角色", "Role", 14, e => RoleOf(e.Actor.Role)),
            new("操作", "Command", 24, e => CommandWords.Of(e.Command)),
            new("原因", "Reason", 36, e => e.Reason),
            new("记录数", "Records", 8, e => e.Changes),
            new("校验值", "Hash", 34, e => e.Hash),
        ]);

    public static SheetForm Policy { get; } = new SheetForm<PolicyValueNode>(new("参数", "Parameters"), "District.policy",
        (scope, _) => DistrictConformanceFields.PolicyOf(scope), v => v.Id,
        [
            new("参数", "Parameter", 44, v => v.Words),
            new("键", "Key", 30, v => v.Key),
            new("取值", "Value", 30, v => v.Said),
            new("类别", "Kind", 14, v => Cell.Of(v.Kind)),
            new("依据", "Basis", 40, v => ReviewSheets.PaperOf(v.Document)),
            new("条款", "Clause", 16, v => v.Clause is { } clause ? Wording.Clause(clause) : null),
            new("起始", "From", 12, v => v.From),
            new("截止", "To", 12, v => v.To),
        ]);

    public static SheetForm Rules { get; } = new SheetForm<RuleCard>(new("评估日生效的规则", "Rules in force"), "Query.rules",
        (scope, _) => RuleBook.Cards.Where(c => c.InForceOn(scope.Snapshot.AsOf)), r => r.Code,
        [
            new("规则", "Rule", 10, r => r.Code),
            new("规则内容", "Obligation", 70, r => r.Sentence),
            new("最高严重程度", "Highest severity", 14, r => Cell.Of(r.Severity)),
            new("依据", "Basis", 50, r => Cell.Lines(r.Bases.Select(b => (Text)$"{b.Document} {Wording.Clause(b.Clause)}"))),
            new("起始", "From", 12, r => RuleFields.EffectiveFrom(r)),
            new("截止", "To", 12, r => RuleFields.EffectiveTo(r)),
        ]);

    public static SheetForm Waivers { get; } = new SheetForm<WaiverNode>(new("暂缓整改台账", "Waivers"), "District.waivers",
        (scope, _) => DistrictWaiverFields.Known(scope).Select(w => new WaiverNode(w, scope)), w => w.Id,
        [
            new("状态", "Standing", 10, w => Cell.Of(w.Standing)),
            new("情况", "Why", 26, w => w.OnDay.Why),
            new("规则", "Rule", 9, w => w.Rule?.Code),
            new("规划代码", "Plan", 13, w => w.Plan?.Code),
            new("规划或清单", "Plan or list", 28, w => w.Plan?.Title ?? w.List?.Code),
            new("所暂缓的问题", "Puts off", 40, w => Cell.Lines(w.Waives.Select(f => f.Finding.Sentence))),
            new("批准文件", "Leave", 28, w => ReviewSheets.PaperOf(w.Document)),
            new("起日", "From", 11, w => w.From),
            new("最后一日", "Last day", 11, w => w.LastDay),
            new("撤销文件", "Revocation", 18, w => ReviewSheets.PaperOf(w.Revocation)),
            new("理由", "Reason", 28, w => w.Reason),
        ]);

    /// <summary>As the page says it; null where there was none.</summary>
    private static Cell RoleOf(string? role) => Names.TryParse<Role>(role ?? "", out var known) ? Cell.Of(known) : role;

    /// <summary>A ledger is longer than a page: what is asked for is read, and nothing after the moment.</summary>
    private static IEnumerable<LedgerEntry> EntriesOf(Scope scope, SheetChoice choice) => choice.Rows
        .Select(r => int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq <= scope.View.Vector.Seq
            ? scope.Judgements.Registry.Entry(scope.View.Code, seq) : null).OfType<LedgerEntry>();
}
