using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Agencies of entries that had ended before their list's year: recorded as they are written, since the paper may say so, once that is
/// confirmed; who succeeded them is told.
/// </summary>
internal sealed class EndedAgencies(RegistryView view, AgencyFinder agencies)
{
    private static readonly string[] Columns = ["lead_agency", "co_lead_agencies"];

    public void Tell(SheetRead sheet)
    {
        foreach (var row in sheet.Rows)
        {
            if (YearOf(sheet, row) is { } year)
            {
                foreach (var column in Columns)
                {
                    Tell(sheet, row, column, year);
                }
            }
        }
    }

    private int? YearOf(SheetRead sheet, RowRead row) => sheet.NewList?.Year
        ?? (row.Texts.GetValueOrDefault("list") is { } code ? view.List(new Key<DirectoryList>(view.Code, code))?.Year : null);

    private void Tell(SheetRead sheet, RowRead row, string column, int year)
    {
        foreach (var name in row.Texts.GetValueOrDefault(column)?.Split(';') ?? [])
        {
            if (agencies.Named(name) is { ValidTo: { } end } agency && end.Last.Year < year)
            {
                var heir = view.AgencyOn(agency.Key, new DateOnly(year, 1, 1));
                var (zh, en) = heir is null || heir == agency ? ("", "") : ($"，职责由“{heir.Name}”承接", $", and was succeeded by {heir.Name}");
                sheet.Infer(row.Row, row.At[column],
                    $"“{agency.Name}”已于{end.InWords().Zh}终止，早于清单年度{year}年{zh}；推定仍按所写登记，有误请改写。",
                    $"{agency.Name} ended on {end.InWords().En}, before {year}, the list's year{en}: "
                        + "it is taken to be meant as written; mend it where it is not.");
            }
        }
    }
}
