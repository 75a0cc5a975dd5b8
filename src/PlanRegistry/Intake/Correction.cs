using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>更正: mends a wrong record under the same record id, or without values withdraws it.</summary>
/// <param name="Values">By field, in camelCase or snake_case; a null value means not recorded. None: withdraw.</param>
public sealed record Correction(RecordId Id, string? Reason, string? Document, IReadOnlyList<(string Field, string? Value)>? Values)
{
    /// <summary>What the ledger entry says: the reason, and the document it rests on.</summary>
    public string? EntryReason => Document is null ? Reason : $"{Reason} ({DocumentStubs.CodeFor(Document)})";

    public Decision Decide(RegistryView view)
    {
        var table = PackTable.ByTable(Id.Table);
        if (table is null || Id.District != view.Code || view.Own.Find(table.Shape.Type, Id.Code) is not { } old)
        {
            return Refuse(["id"], Refusals.NotKnown("id", Id.ToString()));
        }
        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Refuse(["reason"], Refusals.Blank("reason"));
        }
        var desk = new Desk(view, []);
        var evidence = Cells.Trim(Document) is { } document ? desk.References.Document("document", document) : default;
        if (evidence.Refusal is { } unclear)
        {
            return Refuse(["document"], unclear);
        }
        return Values is null or [] ? Withdraw(view, desk, old) : Mend(view, desk, table, old);
    }

    private static Decision Withdraw(RegistryView view, Desk desk, Record old) => old is District
        ? Refuse(["id"], Refusals.Invalid(null, "行政区本身的记录不能撤销。", "the district's own record cannot be withdrawn."))
        : Finish(view, desk, Change.Withdraw(old), []);

    private Decision Mend(RegistryView view, Desk desk, PackTable table, Record old)
    {
        if (Values!.GroupBy(v => ColumnOf(table, v.Field)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Refuse(["values"], Refusals.Invalid(null, $"字段“{twice.Key}”给出了两次。", $"the field {twice.Key} is given twice."));
        }
        var row = Read(desk, table, old);
        if (row.Problems().ToList() is { Count: > 0 } problems)
        {
            return Decision.Refuse(problems.Select(p => InValues(p.ToProblem())));
        }
        var mended = table.Shape.Create(view.Code, old.RecordCode, 0, default, row.Texts);
        if (table.Shape.SameContent(mended, old))
        {
            return Decision.Write([]);
        }
        var key = table.Shape.KeyOf(mended);
        return key != table.Shape.KeyOf(old) && view.Own.All.Any(r => r.GetType() == old.GetType() && table.Shape.KeyOf(r) == key)
            ? Refuse(["values"], Refusals.Recorded(string.Join(" + ", table.Shape.Key), key))
            : Finish(view, desk, Change.Correct(mended, old), ["values"]);
    }

    /// <summary>The record's own texts with the new values over them. Nothing is assumed: an empty cell is not recorded.</summary>
    private ReadRow Read(Desk desk, PackTable table, Record old)
    {
        var values = Values!.Select(v => (Column: ColumnOf(table, v.Field), v.Value)).ToList();
        var sheet = new Sheet(table.Table, table.File, [.. values.Select(v => v.Column)], [new SheetRow(1, [.. values.Select(v => v.Value)], [])]);
        var row = new ReadRow(table, sheet, sheet.Rows[0], 1);
        foreach (var column in table.Shape.Columns)
        {
            row[column.Name] = column.Read(old);
        }
        foreach (var (name, value) in values)
        {
            ReadCell(desk, table, row, name, value);
        }
        row.IsSecret = table.Table is "plans" or "documents" ? row["secrecy"] == "SECRET" : Secrets.IsAboutSecret(row, desk);
        foreach (var column in table.Shape.Columns.Where(c => c.IsRequired && row[c.Name] is null && !row.IsRefusedIn(c.Name)))
        {
            row.Refuse(column.Name, Refusals.Blank(column.Name));
        }
        RowChecks.Run(row);
        Secrets.Check(row, desk);
        return row;
    }

    private static void ReadCell(Desk desk, PackTable table, ReadRow row, string name, string? value)
    {
        if (table.Shape.Find(name) is not { } column)
        {
            row.Refuse(name, Refusals.UnknownColumn(table.File, name));
            return;
        }
        if (Cells.Trim(value) is not { } raw)
        {
            row[name] = null;
            return;
        }
        var cell = CellReader.Read(desk, table, column, raw);
        row[name] = cell.Text;
        if (cell.Refusal is { } refusal)
        {
            row.Refuse(name, refusal);
        }
    }

    private static string ColumnOf(PackTable table, string field) => table.Columns.FirstOrDefault(c => c == field || Names.Camel(c) == field) ?? field;

    /// <summary>["values", "2", "value"]: which of the given fields it is.</summary>
    private Problem InValues(Problem problem)
    {
        var field = problem.Path.Count > 0 ? problem.Path[^1] : "";
        var at = Values!.Select((v, i) => (v.Field, i)).Where(v => v.Field == field || Names.Camel(v.Field) == field).Select(v => v.i).FirstOrDefault(-1);
        return problem with { Path = at < 0 ? ["values"] : ["values", at.ToString(CultureInfo.InvariantCulture), "value"] };
    }

    private static Decision Finish(RegistryView view, Desk desk, Change change, IReadOnlyList<string> path)
    {
        Change[] changes = [.. desk.References.Stubs.Select(Change.Record), change];
        if (NewSecrets.Check(view, changes).ToList() is { Count: > 0 } secrets)
        {
            return Decision.Refuse(secrets.Select(s => At(["values"], s.Refusal)));
        }
        return new Dangling(view, changes).Find().ToList() is { Count: > 0 } lost
            ? Decision.Refuse(lost.Select(l => At(path.Count > 0 ? path : ["id"], Refusals.StillNamed(RecordShape.Of(l.Lost.Type).Table, l.Lost.Key, l.Table))))
            : Decision.Write(changes);
    }

    private static Decision Refuse(IReadOnlyList<string> path, Refusal refusal) => Decision.Refuse(At(path, refusal));

    private static Problem At(IReadOnlyList<string> path, Refusal refusal) => new(refusal.Code, refusal.Message, path, refusal.Clause);
}
