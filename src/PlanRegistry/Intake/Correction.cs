using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>更正: mends a wrong record under the same record id, or without values withdraws it.</summary>
/// <param name="Values">By field, in camelCase or snake_case; a null value means not recorded. None: withdraw.</param>
public sealed record Correction(RecordId Id, string? Reason, string? Document, IReadOnlyList<(string Field, string? Value)>? Values)
{
    private static readonly ColumnName RecordedId = new("id", "编号");

    public Decision Decide(RegistryView view)
    {
        var table = Tables.ByName(Id.Table);
        if (table is null || Id.District != view.Code || view.Own.Find(table.Shape.Type, Id.Code) is not { } old)
        {
            return Refuse(["id"], Refusals.NotKnown(RecordedId, Id.ToString()));
        }
        if (Reasons.Refusal(Reason ?? "") is { } unfit)
        {
            return Decision.Refuse(unfit);
        }
        var context = new IntakeContext(view, []);
        if (Cells.Trim(Document) is { } document && DocumentRows.Named(context, new("document", "文件"), document).Refusal is { } unclear)
        {
            return Refuse(["document"], unclear);
        }
        return Values is null or [] ? Withdraw(context, old) : Mend(context, table, old);
    }

    private static Decision Withdraw(IntakeContext context, Record old) => old is District
        ? Refuse(["id"], Refusals.Invalid(null, "行政区本身的记录不能撤销。", "the district's own record cannot be withdrawn."))
        : Finish(context, Change.Withdraw(old), []);

    private Decision Mend(IntakeContext context, PackTable table, Record old)
    {
        var view = context.View;
        if (Values!.GroupBy(v => ColumnOf(table, v.Field)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Refuse(["values"], Refusals.Invalid(null, $"字段“{twice.Key}”给出了两次。", $"the field {twice.Key} is given twice."));
        }
        var row = Read(context, table, old);
        if (row.Problems().ToList() is { Count: > 0 } problems)
        {
            return Decision.Refuse(problems.Select(InValues));
        }
        var mended = table.Shape.Create(view.Code, old.RecordCode, row.Values);
        if (table.Shape.SameContent(mended, old))
        {
            return Decision.Write([]);
        }
        var key = table.Shape.KeyOf(mended);
        return key != table.Shape.KeyOf(old) && view.Own.All.Any(r => r.GetType() == old.GetType() && table.Shape.KeyOf(r) == key)
            ? Refuse(["values"], Refusals.Recorded(ColumnName.Of(table.Shape.Key), key))
            : Finish(context, Change.Correct(mended, old), ["values"],
                Happenings.Of(Change.Correct(mended, old), (column, refusal) => InValues(At([Names.Camel(column.Name)], refusal))));
    }

    /// <summary>The record's own texts with the new values over them. Nothing is assumed: an empty cell is not recorded.</summary>
    private ReadRow Read(IntakeContext context, PackTable table, Record old)
    {
        var values = Values!.Select(v => (Column: ColumnOf(table, v.Field), v.Value)).ToList();
        var sheet = new Sheet(table.Table, table.File, [.. values.Select(v => v.Column)],
            [new SheetRow(1, [.. values.Select(v => v.Value)], column => column is null ? [] : [Names.Camel(column)])]);
        var row = new ReadRow(context, table, sheet, sheet.Rows[0], 1);
        foreach (var column in table.Shape.Columns)
        {
            row[column] = column.Value(old);
        }
        foreach (var (name, value) in values)
        {
            ReadCell(row, name, value);
        }
        row.IsSecret = Secrets.IsAboutSecretNow(row);
        foreach (var column in table.Shape.Columns.Where(c => c.IsRequired && row[c] is null && !row.IsRefusedIn(c)))
        {
            row.Refuse(column, Refusals.Blank(column));
        }
        row.Check();
        Secrets.Check(row);
        return row;
    }

    private static void ReadCell(ReadRow row, string name, string? value)
    {
        if (row.Table.Shape.Find(name) is not { } column)
        {
            row.Refuse(name, Refusals.UnknownColumn(row.Table.File, name));
            return;
        }
        row[column] = null;
        if (Cells.Trim(value) is { } raw)
        {
            row.Read(column, raw);
        }
    }

    private static string ColumnOf(PackTable table, string field) =>
        table.Columns.FirstOrDefault(c => c == field || Names.Camel(c) == field) ?? field;

    /// <summary>["values", "2", "value"]: which of the given fields it is.</summary>
    private Problem InValues(Problem problem)
    {
        var field = problem.Path.Count > 0 ? problem.Path[^1] : "";
        var at = Values!.Select((v, i) => (v.Field, i))
            .Where(v => v.Field == field || Names.Camel(v.Field) == field).Select(v => v.i).FirstOrDefault(-1);
        return problem with
        {
            File = null, Line = 0, Column = null,
            Path = at < 0 ? ["values"] : ["values", at.ToString(CultureInfo.InvariantCulture), "value"],
        };
    }

    private static Decision Finish(IntakeContext context, Change change, IReadOnlyList<string> path, params IEnumerable<Happening> happened)
    {
        Change[] changes = [.. context.Stubs.Values.Select(Change.Record), change];
        if (NewSecrets.Check(context.View, changes).ToList() is { Count: > 0 } secrets)
        {
            return Decision.Refuse(secrets.Select(s => At(["values"], s.Refusal)));
        }
        return new Dangling(context.View, changes).Find().ToList() is { Count: > 0 } lost
            ? Decision.Refuse(lost.Select(
                l => At(path.Count > 0 ? path : ["id"],
                    Refusals.StillNamed(RecordShape.Of(l.Lost.Type).Named, l.Lost.Key, Tables.NameOf(l.Table)))))
            : Decision.Write(changes) with { Happened = [.. happened], Overwritten = Overwritten(change, path) };
    }

    private static IReadOnlyList<Overwriting> Overwritten(Change change, IReadOnlyList<string> path) =>
        Overwritings.Of(change, (_, refusal) => At(path.Count > 0 ? path : ["id"], refusal)) is { } lost ? [lost] : [];

    private static Decision Refuse(IReadOnlyList<string> path, Problem refusal) => Decision.Refuse(At(path, refusal));

    private static Problem At(IReadOnlyList<string> path, Problem refusal) => refusal with { Path = path };
}
