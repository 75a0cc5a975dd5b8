using PlanRegistry.Approval;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>experts.csv: known by code and name; expert_draws.csv and expert_opinions.csv name them so.</summary>
internal static class ExpertRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Expert>();
    private static readonly Column Code = Shape.Of(nameof(Expert.Code));
    private static readonly Column Name = Shape.Of(nameof(Expert.Name));

    public static PackTable Table { get; } = new(Shape)
    {
        Naming = new Naming<Expert>
        {
            Fold = TitleKey.Of,
            Recorded = view => view.Of<Expert>().Select(e => (e.Key, (IReadOnlyList<IEnumerable<string>>)[[e.Name]])),
            OfRow = (_, row) => row[Code] is { } code ? (code, row[Name] is { } name ? [[name]] : []) : null,
        },
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [Code] = (_, value) => Codes.Check(Code, value) },
    };

    public static PackTable Draws { get; } = Asked(RecordShape.Of<ExpertDraw>());

    public static PackTable Opinions { get; } = Asked(RecordShape.Of<ExpertOpinion>());

    /// <summary>Annual monitoring is nobody's to argue: experts are asked about the plan, an amendment and the two evaluations.</summary>
    private static PackTable Asked(RecordShape shape)
    {
        var about = shape.Of(nameof(ExpertDraw.About));
        return new PackTable(shape)
        {
            Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
            {
                [about] = (_, value) => (ActAbout)value == ActAbout.Annual
                    ? Refusals.NotA(about, about.Write(value)!, "不是专家论证或者评估的事项", "is nothing that experts are asked about")
                    : CellValue.Of(value),
            },
        };
    }
}
