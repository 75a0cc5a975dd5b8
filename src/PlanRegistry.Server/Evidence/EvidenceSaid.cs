using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Evidence;

/// <summary>The answer as a person reads it: what of <c>answer.json</c> stands on the page.</summary>
internal static class EvidenceSaid
{
    public static IEnumerable<(Text Label, Text Value)> Of(Scope scope, EvidenceSubject subject) => subject.Kind switch
    {
        "plan" => OfPlan(new PlanNode(scope.Plans.First(p => p.Key.Code == subject.Code), scope)),
        "finding" => OfFinding(scope.Findings.First(f => f.Key == subject.Code)),
        _ => OfCertificate(new FundingCertificateNode(Certificates.Find(scope.View, subject.Code)!, scope)),
    };

    private static IEnumerable<(Text, Text)> OfPlan(PlanNode plan) =>
    [
        (new("代码", "Code"), plan.Code),
        (new("名称", "Title"), plan.Title),
        (new("类别", "Kind"), Terms.Of(plan.Kind)),
        (new("规划期", "Horizon"), Wording.Span(plan.Horizon.From, plan.Horizon.To)),
        (new("牵头单位", "Lead agency"), plan.LeadAgencyOnDay?.Name ?? ""),
        (new("状态", "Status"), Terms.Of(plan.Status)),
        (new("是否列入清单", "Listing"), Terms.Of(plan.Listing)),
        (new("灯", "Light"), plan.Light is { } light ? Terms.Of(light) : new("不评判", "not judged")),
        .. plan.Scope.FindingsOf(plan.OnDay.Key).Select(f => (
            new Text($"{f.Rule}（{Terms.Of(f.Severity).Zh}，{Terms.Of(f.Verdict).Zh}）",
                $"{f.Rule} ({Terms.Of(f.Severity).En}, {Terms.Of(f.Verdict).En})"), f.Sentence)),
    ];

    private static IEnumerable<(Text, Text)> OfFinding(Finding finding) =>
    [
        (new("规则", "Rule"), finding.Rule),
        (new("结论", "Verdict"), Terms.Of(finding.Verdict)),
        (new("严重程度", "Severity"), Terms.Of(finding.Severity)),
        (new("一句话", "In a sentence"), finding.Sentence),
        (new("依据", "Basis"), Basis(finding.Basis)),
        .. finding.Facts.Select(f => (new Text("所据", "Rests on"), f.Text)),
        .. finding.Remedies.Select(r => (new Text("办理建议", "What clears it"), r.Text)),
        (new("责任单位", "Responsible"), finding.Responsible?.Name ?? ""),
        (new("起始日", "Since"), finding.Since.InWords()),
        (new("期限", "Due"), finding.Due?.InWords() ?? (Text)""),
    ];

    private static IEnumerable<(Text, Text)> OfCertificate(FundingCertificateNode certificate) =>
    [
        (new("核验单编号", "Number"), certificate.Number),
        (new("校验码", "Verify code"), certificate.VerifyCode),
        (new("状态", "Status"), Terms.Of(certificate.Status)),
        (new("规划", "Plan"), new($"{certificate.PlanCode} {certificate.PlanTitle}", $"{certificate.PlanCode} {certificate.PlanTitle}")),
        (new("审核日", "Day judged"), certificate.On.InWords()),
        (new("审核结论", "Verdict"), Terms.Of(certificate.Verdict)),
        .. certificate.EligibilityThen.Reasons.Select(r => (new Text("理由", "Reason"), r.Sentence)),
        (new("用途", "Purpose"), Terms.Of(certificate.Purpose)),
        (new("资金来源", "Money"), Terms.Of(certificate.Money)),
        (new("项目", "Project"), certificate.Project is { } project ? project : Unrecorded),
        (new("金额", "Amount"), certificate.Amount is { } yuan ? Yuan(yuan) : Unrecorded),
        (new("预算年度", "Budget year"), certificate.BudgetYear is { } year ? $"{year}" : Unrecorded),
        (new("经办人", "Prepared by"), certificate.PreparedBy),
        (new("审核人", "Signed by"), certificate.ReviewedBy ?? ""),
        (new("签发时刻", "Issued at"), certificate.IssuedAt is { } at ? at.InWords() : Unrecorded),
        (new("有效期至", "Valid until"), certificate.ValidUntil.InWords()),
        (new("所据台账向量", "Decided on"), certificate.Vector),
        (new("散列值", "Hash"), certificate.Hash),
    ];

    private static Text Unrecorded { get; } = new("未录入", "not recorded");

    private static Text Yuan(decimal amount)
    {
        var digits = amount.ToString("#,##0.##", CultureInfo.InvariantCulture);
        return new($"{digits}元", $"{digits} yuan");
    }

    private static Text Basis(IEnumerable<Basis> basis) =>
        Text.Join(basis.Select(b => new Text($"{b.Document}{Wording.Clause(b.Clause)}", $"{b.Document} {b.Clause}")));
}
