using System.Globalization;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using static PlanRegistry.Server.Exports.Departure;

namespace PlanRegistry.Server.Exports;

/// <summary>Of which district and view the table is asked for.</summary>
/// <param name="Vector">The ledgers' heads, by which nothing else is exported than was shown.</param>
/// <param name="BindingOnly">Whether only indicators that are binding somewhere stand in it.</param>
public sealed record ComparisonTableForm(
    string District, string? AsOf = null, string? KnownAt = null, string? Vector = null, bool BindingOnly = true);

/// <summary>约束性指标比对表 as a workbook of its own: whoever may see the comparison may have it.</summary>
public sealed class ComparisonTableDesk(Reach reach, Departure departure, Reader reader)
{
    public Exported Export(ComparisonTableForm form, string? address)
    {
        if (!TryDay(form.AsOf, out var asOf) || !TryMoment(form.KnownAt, out var knownAt)
            || !DistrictCode.TryParse(form.District, out var district))
        {
            return Refuse(StatusCodes.Status400BadRequest, new("导出请求不完整，请从页面导出。", "The request is not whole: export from a page."));
        }
        if (!reach.Caller.May("District.comparison") || reach.Scope(district, asOf, knownAt) is not { } now)
        {
            return NotTheirs(reach.Caller);
        }
        if (departure.AsShown(now, form.Vector) is not { } scope)
        {
            return Refuse(StatusCodes.Status409Conflict, new("所列内容已有变化，请更新页面后再导出。",
                "What is listed has changed: refresh the page and export again."));
        }
        var table = new ComparisonTable(scope, form.BindingOnly, reader.Language);
        var sheet = table.Make(departure.SourceOf(scope, table.Rows, table.Rows));
        var content = Workbook.Write([sheet], reader.Language);
        return departure.Note($"comparison-table:{table.Rows}", scope.View.Code, address)
            ?? new Exported(new MemoryStream(content), string.Create(CultureInfo.InvariantCulture,
                $"{sheet.Name}-{scope.View.Code}-{scope.Snapshot.AsOf.Unwatched:yyyy-MM-dd}.xlsx"));
    }
}
