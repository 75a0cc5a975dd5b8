using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>district.csv: one row, of the district that the pack is of.</summary>
public static class DistrictRows
{
    private static readonly RecordShape Shape = RecordShape.Of<District>();
    private static readonly Column Code = Shape.Of(nameof(District.Code));
    private static readonly Column Tier = Shape.Of(nameof(District.Tier));
    private static readonly Column FormerCodes = Shape.Of(nameof(District.FormerCodes));
    private static readonly Column Superior = Shape.Of(nameof(District.Superior));

    public static PackTable Table { get; } = new(Shape)
    {
        Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>>
        {
            [Code] = (context, value) => (DistrictCode)value == context.Home ? CellValue.Of(value)
                : Refusals.NotA(Code, $"{value}",
                    $"不是接收的行政区{context.Home}",
                    $"is not the receiving district {context.Home}") with { Code = ProblemCode.UnknownDistrict },
            [Superior] = (context, value) => (DistrictCode)value != context.Home ? CellValue.Of(value)
                : Refusals.NotA(Superior, $"{value}", "是本行政区自身", "is this district itself"),
            [FormerCodes] = (_, value) =>
                ((IReadOnlyList<string>)value).FirstOrDefault(c => !DistrictCode.TryParse(c, out var _)) is { } other
                    ? Cells.District(FormerCodes, other)
                    : CellValue.Of(value),
        },
    };

    /// <summary>The tier of the receiving district, as the pack says, else as recorded, else by its code.</summary>
    internal static PlanTier TierOf(IntakeContext context)
    {
        var sheet = context.Sheets.FirstOrDefault(s => s.Table == Shape.Table);
        return sheet?.Rows is [var row, ..] && Names.TryParse<PlanTier>(new RawRow(sheet, row)[Tier] ?? "", out var tier) ? tier
            : context.View.District?.Tier ?? context.Home.Tier;
    }

    /// <summary>Why nothing can be recorded of a district that nobody has recorded yet.</summary>
    internal static Problem? Missing(RegistryView view, IReadOnlyList<Sheet> sheets) =>
        view.District is not null || sheets.Any(s => s.Table == Shape.Table) ? null
        : Unknown(view.Code) with { File = sheets.FirstOrDefault()?.File ?? Table.File, Value = view.Code.Value };

    private static Problem Unknown(DistrictCode district) =>
        new(ProblemCode.UnknownDistrict, new($"行政区“{district}”尚未登记。", $"district \"{district}\" is not known."), ["district"]);

    internal static Problem? NotOne(Sheet sheet) => sheet.Table != Shape.Table || sheet.Rows.Count == 1 ? null
        : Refusals.Invalid(null, $"应有且仅有一行，现有{sheet.Rows.Count}行。", $"a pack holds one district, not {sheet.Rows.Count}.").At(sheet.File);

    /// <summary>The district that a pack is of, or why that cannot be told.</summary>
    public static (DistrictCode? District, Problem? Problem) OfPack(IReadOnlyList<Sheet> sheets)
    {
        if (sheets.FirstOrDefault(s => s.Table == Shape.Table) is not { } sheet)
        {
            return (null,
                Refusals.Invalid(null, "文件缺失：数据包须说明属于哪个行政区。", "the file is missing: a pack says which district it is of.").At(Table.File));
        }
        if (sheet.PositionOf(Code.Name) < 0 || sheet.Rows is not [var row, ..])
        {
            return (null, Refusals.Invalid(null, "没有写明行政区划代码（code）。", "no code says which district the pack is of.").At(Table.File));
        }
        var code = new RawRow(sheet, row)[Code];
        return DistrictCode.TryParse(code, out var district) ? (district, null) : (null, Refusals.Invalid(code,
            $"code“{code}”不是行政区划代码，请写GB/T 2260的六位数字，如“500154”。",
            $"code \"{code}\" is no district code: write six digits of GB/T 2260, like 500154.")
            .At(Table.File, row.Line, Code.Name));
    }
}
