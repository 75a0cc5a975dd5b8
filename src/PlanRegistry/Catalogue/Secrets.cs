using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// Refuses classified content at the door: a secret plan or document says what
/// its columns allow (<see cref="WhenSecret"/>), and no word of what it is about.
/// </summary>
internal static class Secrets
{
    /// <summary>The only title a secret plan may have.</summary>
    public const string Title = "涉密规划";

    /// <summary>Whether the row is about a secret plan, so that nothing of it is quoted.</summary>
    public static bool IsAboutSecret(ReadRow row) => SecrecyOf(row.Table.Shape) is { } secrecy
        ? SaysSecret(row.AsWritten, secrecy) || IsRecordedSecret(row)
        : row.Table.Shape.Columns.Any(c => c.References == typeof(Plan) && NamesSecret(row, c));

    /// <summary>The same of a record's new content, where what stood recorded does not count.</summary>
    public static bool IsAboutSecretNow(ReadRow row) =>
        SecrecyOf(row.Table.Shape) is { } secrecy ? row[secrecy] is Secrecy.Secret : IsAboutSecret(row);

    /// <summary>Any other word in the column than PUBLIC or INTERNAL is taken for secret, so that nothing of the row is quoted.</summary>
    public static bool SaysSecret(RawRow row, Column secrecy) => row[secrecy] is not (null or "PUBLIC" or "INTERNAL");

    public static Column? SecrecyOf(RecordShape shape) => shape.Columns.FirstOrDefault(c => c.Type == typeof(Secrecy));

    /// <summary>Fills the one title allowed where a secret row has none.</summary>
    public static void FillTitle(ReadRow row)
    {
        foreach (var column in row.Table.Shape.Columns
            .Where(c => row.IsSecret && c.WhenSecret == WhenSecret.TitleOnly && row.Raw(c.Name) is null))
        {
            row[column] = Title;
        }
    }

    /// <summary>Refuses whatever the row tells that its columns do not allow.</summary>
    public static void Check(ReadRow row)
    {
        if (!row.IsSecret)
        {
            return;
        }
        if (TellsNothing(row.Table.Shape))
        {
            row.Refuse((string?)null, Intake.Refusals.SecretRow(row.Table.Table));
            return;
        }
        if (SecrecyOf(row.Table.Shape) is { } secrecy && row[secrecy] is Secrecy.Public or Secrecy.Internal)
        {
            row.Refuse(secrecy, Intake.Refusals.SecretStays);
        }
        foreach (var column in row.Table.Shape.Columns.Where(c => row.Written(c) is { } text && !MayStand(c, text)))
        {
            row.Context.Unspeakable.UnionWith(Cells.Items(row.Written(column)!).Where(v => v.Length > 1));
            row.Refuse(column, Refusal(column));
        }
    }

    /// <summary>What a record about a secret plan tells that its columns do not allow, for one that is made by no row.</summary>
    public static IEnumerable<Problem> Refusals(Record record) => RecordShape.Of(record.GetType()).Columns
        .Where(c => c.Read(record) is { } text && !MayStand(c, text)).Select(c => Refusal(c) with { Path = [Names.Camel(c.Name)] });

    /// <summary>A recorded row that could not be recorded of a secret plan.</summary>
    public static bool HasContent(Record record) =>
        RecordShape.Of(record.GetType()).Columns.Any(c => c.Read(record) is { } text && !MayStand(c, text));

    private static Problem Refusal(Column column) =>
        column.WhenSecret == WhenSecret.TitleOnly ? Intake.Refusals.SecretTitle(column) : Intake.Refusals.SecretColumn(column);

    private static bool TellsNothing(RecordShape shape) => shape.Columns.All(c => c.WhenSecret == WhenSecret.Refused);

    private static bool MayStand(Column column, string text) => column.WhenSecret switch
    {
        WhenSecret.Told => true,
        WhenSecret.TitleOnly => text == Title,
        _ => false,
    };

    private static bool IsRecordedSecret(ReadRow row)
    {
        var shape = row.Table.Shape;
        return row[shape.Key[0]] is string code
            && (row.Table.Shape.Type == typeof(Plan) ? PlansAtHand.Of(row.Context).IsSecret(new Key<Plan>(row.Context.Home, code))
                : row.Context.View.Own.FindByKey(shape.Type, code) is { } known && SecrecyOf(shape)!.Value(known) is Secrecy.Secret);
    }

    private static bool NamesSecret(ReadRow row, Column column)
    {
        var plans = PlansAtHand.Of(row.Context);
        return row[column] switch
        {
            Key<Plan> key => plans.IsSecret(row.Context.View.Canonical(key)),
            IReadOnlyList<Key<Plan>> keys => keys.Any(k => plans.IsSecret(row.Context.View.Canonical(k))),
            _ => false,
        };
    }
}
