using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>investment_plan_lines.csv: by papers whose day is known, since the later one speaks.</summary>
internal static class InvestmentPlanRows
{
    private const string ByDefault = "本系统默认";
    private static readonly RecordShape Shape = RecordShape.Of<InvestmentPlanLine>();
    private static readonly Column Amount = Shape.Of(nameof(InvestmentPlanLine.Amount));
    private static readonly Column Code = Shape.Of(nameof(InvestmentPlanLine.ProjectCode));
    private static readonly Column Paper = Shape.Of(nameof(InvestmentPlanLine.Document));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Amount] = (_, value) => (decimal)value >= 0
                ? CellValue.Of(value)
                : Refusals.NotA(Amount, Amount.Write(value)!, "不应小于零", "must not be below nothing"),
            [Code] = (_, value) => Codes.Check(Code, value),
        },
        CheckRow = row =>
        {
            NamedRows.SamePlan<PlanTask>(row, nameof(InvestmentPlanLine.Task), t => t.Plan);
            if (row.Get<Key<Document>>(nameof(InvestmentPlanLine.Document)) is { } key
                && WhyNot(NamedRows.Of<Document>(row, nameof(InvestmentPlanLine.Document))) is { } why)
            {
                row.Refuse(Paper, Refusals.NotA(Paper, key.Code, why.Zh, why.En) with { Clause = ByDefault });
            }
        },
    };

    private static Text? WhyNot(Document? paper) =>
        paper is not { IssuedOn: not null } ? new("未录入印发日期，请先登记该文件及其印发日期", "has no day of issue: register the paper with its day first")
        : !$"{paper.Kind}{paper.Title}".Contains("投资", StringComparison.Ordinal) ? new Text(
            "看不出是政府投资年度计划，请更正文件，或者在登记文件时写明文种",
            "does not call itself an investment plan: name another paper, or register it with its kind")
        : default(Text?);
}
