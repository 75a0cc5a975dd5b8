using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What is recorded of a cell, in words: both ends of a horizon, an agency as offices call it, terms.</summary>
internal sealed class ReadAs(SheetRead sheet, RegistryView view)
{
    private readonly RecordShape shape = Tables.ByName(sheet.Use?.Table ?? "")?.Shape ?? RecordShape.Of<FundingLine>();

    /// <summary>Null where nothing is read of the column in this row.</summary>
    public Text? Of(RowRead row, MappedColumn column)
    {
        var field = column.Meaning!.Value.Field;
        var to = sheet.Use!.Columns[field];
        return field switch
        {
            "horizon" when row.Year("horizon_from") is { } from && row.Year("horizon_to") is { } until => Wording.Span(from, until),
            "links" => row.Links.Count == 0 ? (Text?)null : Text.Join(row.Links.Select(l => Wording.Title(l["superior"]!))),
            "year" or "target_value" or "base_value" => Figure(row, column),
            _ => row.Texts.GetValueOrDefault(to) is { } text ? Words(to, text) : (Text?)null,
        };
    }

    /// <summary>The figure or range of the year, or the base.</summary>
    private static Text? Figure(RowRead row, MappedColumn column)
    {
        var year = column.Meaning!.Value.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (row.At.GetValueOrDefault("base_value", -1) == column.Index)
        {
            return row.Texts["base_value"] is { } value ? (Text)value : (Text?)null;
        }
        var target = row.Links.Prepend(row.Texts).FirstOrDefault(t => t.GetValueOrDefault("target_year") == year);
        return target?.GetValueOrDefault("target_value") is { } figure ? (Text)figure
            : target?.GetValueOrDefault("target_low") is { } low ? (Text)$"{low}—{target["target_high"]}" : (Text?)null;
    }

    private Text Words(string column, string text)
    {
        if (shape.Columns.FirstOrDefault(c => c.Name == column) is not { } of)
        {
            return text;
        }
        if (of.References == typeof(Agency))
        {
            return Text.Join(text.Split(';').Select(t => (Text)(Named(t)?.Aliases?.FirstOrDefault() ?? Named(t)?.Name ?? t)));
        }
        try
        {
            return of.Parse(text, view.Code) switch
            {
                Enum term => Terms.Of(term),
                bool said => said ? new("是", "yes") : new("否", "no"),
                PartialDate day => day.InWords(),
                Key<Plan> plan => view.Plan(plan)?.Named ?? (Text)text,
                _ => text,
            };
        }
        catch (FormatException)
        {
            // It stands there as it was written, and is refused beside its cell.
            return text;
        }
    }

    private Agency? Named(string code) => Key<Agency>.TryParse(code, view.Code, out var key) ? view.Agency(key) : null;
}
