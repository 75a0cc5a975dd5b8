using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Refuses classified content at the door: a secret plan or document carries code, kind, agencies, horizon and dates, and no word of what it is about.</summary>
internal static class Secrets
{
    /// <summary>The only title a secret plan may have.</summary>
    public const string Title = "涉密规划";

    private static readonly string[] WholeRows = ["links", "targets", "allocations", "annual_targets", "readings"];

    private static readonly Dictionary<string, string[]> Titles = new()
    {
        ["plans"] = ["title"], ["documents"] = ["title"], ["directory_entries"] = ["title"], ["funding"] = ["project"],
    };

    private static readonly Dictionary<string, string[]> Content = new()
    {
        ["plans"] = ["field", "region_class", "areas", "external_ids"],
        ["documents"] = ["sha256"],
        ["directory_entries"] = ["category", "dropped_reason"],
        ["acts"] = ["note"],
        ["amendments"] = ["reason", "changed_indicators"],
    };

    /// <summary>Marks the row when it is about a secret plan, so that nothing of it is quoted.</summary>
    public static bool IsAboutSecret(ReadRow row, Desk desk) => row.Table.Table switch
    {
        "plans" => row.SaysSecret || row.Key<Plan>("code", desk.Home) is { } key && desk.Names.IsSecret(key),
        "documents" => row.SaysSecret || row.Key<Document>("code", desk.Home) is { } key && desk.View.Document(key)?.Secrecy == Secrecy.Secret,
        _ => row.Table.Shape.Columns.Any(c => c.References == typeof(Plan) && Names(row, c, desk)),
    };

    /// <summary>Fills the one title allowed, and refuses whatever else the row tells.</summary>
    public static void Check(ReadRow row, Desk desk)
    {
        if (!row.IsSecret)
        {
            return;
        }
        var table = row.Table.Table;
        if (WholeRows.Contains(table))
        {
            row.Refuse(null, Refusals.SecretRow(table));
            return;
        }
        if (row["secrecy"] is "PUBLIC" or "INTERNAL")
        {
            row.Refuse("secrecy", Refusals.SecretStays);
        }
        foreach (var column in Titles.GetValueOrDefault(table, []).Where(c => (row.Written(c) ?? Title) != Title))
        {
            Refuse(row, desk, column, Refusals.SecretTitle(column));
        }
        foreach (var column in Content.GetValueOrDefault(table, []).Where(c => row.Written(c) is not null))
        {
            Refuse(row, desk, column, Refusals.SecretColumn(column));
        }
    }

    /// <summary>A recorded row that could not be recorded of a secret plan.</summary>
    public static bool HasContent(Record record)
    {
        var shape = RecordShape.Of(record.GetType());
        return WholeRows.Contains(shape.Table)
            || Titles.GetValueOrDefault(shape.Table, []).Any(c => shape.Find(c)!.Read(record) != Title)
            || Content.GetValueOrDefault(shape.Table, []).Any(c => shape.Find(c)!.Read(record) is not null);
    }

    private static void Refuse(ReadRow row, Desk desk, string column, Refusal refusal)
    {
        desk.Unspeakable.UnionWith(Cells.Items(row.Written(column)!).Where(v => v.Length > 1));
        row.Refuse(column, refusal);
    }

    private static bool Names(ReadRow row, Column column, Desk desk) =>
        row[column.Name] is { } text
        && Cells.Items(text).Any(t => Key<Plan>.TryParse(t, desk.Home, out var key) && desk.Names.IsSecret(desk.View.Canonical(key)));
}
