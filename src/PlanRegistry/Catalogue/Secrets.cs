using PlanRegistry.Funding;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// Refuses classified content at the door: a secret plan or document says what
/// its columns allow (<see cref="WhenSecret"/>), and no word of what it is about.
/// </summary>
public static class Secrets
{
    /// <summary>The only title a secret plan may have.</summary>
    public const string Title = "涉密规划";

    /// <summary>Whether the row is about a secret plan, so that nothing of it is quoted.</summary>
    public static bool IsAboutSecret(ReadRow row) => NamesSecretPlan(row)
        || (SecrecyOf(row.Table.Shape) is { } secrecy && (SaysSecret(row.AsWritten, secrecy) || IsRecordedSecret(row)));

    /// <summary>The same of a record's new content, where what stood recorded does not count.</summary>
    public static bool IsAboutSecretNow(ReadRow row) =>
        NamesSecretPlan(row) || (SecrecyOf(row.Table.Shape) is { } secrecy && row[secrecy] is Secrecy.Secret);

    /// <summary>Any other word in the column than PUBLIC or INTERNAL is taken for secret, so that nothing of the row is quoted.</summary>
    public static bool SaysSecret(RawRow row, Column secrecy) => row[secrecy] is not (null or "PUBLIC" or "INTERNAL");

    public static Column? SecrecyOf(RecordShape shape) => shape.Columns.FirstOrDefault(c => c.Type == typeof(Secrecy));

    /// <summary>Whether rows of the sheet say that they are secret or name a secret plan, before any of them is read.</summary>
    public static bool MayStandIn(IntakeContext context, PackTable table, Sheet sheet)
    {
        var (secrecy, plans) = (SecrecyOf(table.Shape), table.Shape.Columns.Where(c => c.References == typeof(Plan)).ToList());
        return sheet.Rows.Select(r => new RawRow(sheet, r)).Any(row => secrecy is not null ? SaysSecret(row, secrecy)
            : plans.Any(c => row[c] is { } raw && IsSecret(context, context.Named(typeof(Plan), c, raw).Value)));
    }

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
            row.Refuse((string?)null, Intake.Refusals.SecretRow(row.Table.Shape.Named));
            return;
        }
        if (SecrecyOf(row.Table.Shape) is { } secrecy && row[secrecy] is Secrecy.Public or Secrecy.Internal)
        {
            row.Refuse(secrecy, Intake.Refusals.SecretStays);
        }
        foreach (var column in row.Table.Shape.Columns.Where(c => Said(row, c) is { } text && !(MayStand(c, text) && NamesKnown(row, c))))
        {
            row.Context.Unspeakable.UnionWith(Cells.Items(row.Written(column)!)
                .SelectMany(v => v.Split([.. Cells.Commas]).Append(v)).Where(v => v.Length > 1));
            row.Refuse(column, Refusal(column));
        }
    }

    /// <summary>A document that nobody has registered would be recorded under the words that a secret row calls it by.</summary>
    public static Problem? Unregistered(ReadRow row, ColumnName column, object? named) =>
        row.IsSecret && named is Key<Document> { Code: var code } && row.Context.Stubs.ContainsKey(code) && !SecretForms.IsCode(code)
            ? Intake.Refusals.SecretDocument(column) : null;

    /// <summary>
    /// Whether an entry may be written about a secret plan with these words of why and by what document: words of its own would stand in
    /// the ledger for good.
    /// </summary>
    public static Decision WithoutSecrets(this Decision decision, RegistryView view, CommandHeader header)
    {
        if (decision.IsRefused || (header.Reason is null && header.Document is null) || !IsAboutSecret(decision, view))
        {
            return decision;
        }
        return header.Reason is { } reason && !SecretForms.IsReason(reason)
            ? Decision.Refuse(Intake.Refusals.SecretReason(SecretForms.Reasons))
            : Cells.Trim(header.Document) is { } document && !SecretForms.IsCode(document)
                && DocumentRows.IsUnknown(new IntakeContext(view, []), document)
                ? Decision.Refuse(Intake.Refusals.SecretDocument(new("document", "文件")) with { Path = ["document"] })
            : decision;
    }

    /// <summary>What a record about a secret plan tells that its columns do not allow, for one that is made by no row.</summary>
    public static IEnumerable<Problem> Refusals(Record record) => RecordShape.Of(record.GetType()).Columns
        .Where(c => c.Read(record) is { } text && !MayStand(c, text)).Select(c => Refusal(c) with { Path = [Names.Camel(c.Name)] });

    /// <summary>A recorded row that could not be recorded of a secret plan.</summary>
    public static bool HasContent(Record record) =>
        RecordShape.Of(record.GetType()).Columns
            .Any(c => c.WhenSecret != WhenSecret.AsCode && c.Read(record) is { } text && !MayStand(c, text));

    private static bool IsAboutSecret(Decision decision, RegistryView view)
    {
        var records = decision.Changes.SelectMany(c => new[] { c.Recorded, c.Retired }).OfType<Record>().ToList();
        var plans = records.OfType<Plan>().Where(p => p.IsSecret).Select(p => p.Key).ToHashSet();
        return records.Any(IsAbout);

        bool IsAbout(Record record) => record is Plan { IsSecret: true } or Document { Secrecy: Secrecy.Secret }
            || RecordShape.Of(record.GetType()).Columns.SelectMany(c => c.Named(record)).Any(Names);

        bool Names((Type Type, string Key) named) =>
            named.Type == typeof(Plan) ? Key<Plan>.TryParse(named.Key, view.Code, out var plan)
                && (plans.Contains(plan) || view.Plan(view.Canonical(plan)) is { IsSecret: true })
            : named.Type == typeof(FundingCertificate) && Key<FundingCertificate>.TryParse(named.Key, view.Code, out var number)
                && view.Own.FindByKey(named.Type, number.Code) is { } certificate && IsAbout(certificate);
    }

    private static Problem Refusal(Column column) => column.WhenSecret switch
    {
        WhenSecret.TitleOnly => Intake.Refusals.SecretTitle(column),
        WhenSecret.AsCode => Intake.Refusals.SecretCode(column),
        WhenSecret.Told => Intake.Refusals.SecretDocument(column),
        _ => Intake.Refusals.SecretColumn(column),
    };

    /// <summary>A code that the registry itself has made says no more than what it is made of.</summary>
    private static string? Said(ReadRow row, Column column) =>
        column.WhenSecret != WhenSecret.AsCode ? row.Written(column)
        : row.Raw(column.Name) is { } given
            && !(row.GivenCode is null && row.Table.Defaults.Any(d => d.Column == column && given.Equals(d.Value(row)))) ? given
        : null;

    private static bool NamesKnown(ReadRow row, Column column) => Unregistered(row, column, row[column]) is null;

    private static bool TellsNothing(RecordShape shape) => shape.Columns.All(c => c.WhenSecret == WhenSecret.Refused);

    private static bool MayStand(Column column, string text) => column.WhenSecret switch
    {
        WhenSecret.Told => true,
        WhenSecret.TitleOnly => text == Title,
        WhenSecret.AsCode => SecretForms.IsCode(text),
        _ => false,
    };

    /// <summary>Whatever it says of itself: a document's title and number tell what a plan that it names is about.</summary>
    private static bool NamesSecretPlan(ReadRow row) =>
        row.Table.Shape.Columns.Any(c => c.References == typeof(Plan) && NamesSecret(row, c));

    private static bool IsRecordedSecret(ReadRow row)
    {
        var shape = row.Table.Shape;
        return row[shape.Key[0]] is string code
            && (row.Table.Shape.Type == typeof(Plan) ? PlansAtHand.Of(row.Context).IsSecret(new Key<Plan>(row.Context.Home, code))
                : row.Context.View.Own.FindByKey(shape.Type, code) is { } known && SecrecyOf(shape)!.Value(known) is Secrecy.Secret);
    }

    private static bool NamesSecret(ReadRow row, Column column) => IsSecret(row.Context, row[column]);

    private static bool IsSecret(IntakeContext context, object? named)
    {
        var plans = PlansAtHand.Of(context);
        return named switch
        {
            Key<Plan> key => plans.IsSecret(context.View.Canonical(key)),
            IReadOnlyList<Key<Plan>> keys => keys.Any(k => plans.IsSecret(context.View.Canonical(k))),
            _ => false,
        };
    }
}
