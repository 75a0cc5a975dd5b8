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
                && NamedRows.Of<Document>(row, nameof(InvestmentPlanLine.Document)) is not { IssuedOn: not null })
            {
                row.Refuse(Paper, Refusals.NotA(Paper, key.Code, "未录入印发日期，请先登记该文件及其印发日期",
                    "has no day of issue: register the paper with its day first") with { Clause = ByDefault });
            }
        },
    };
}
