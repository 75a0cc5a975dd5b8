using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// How rows of text become records: the one way in for packs and for GraphQL inputs. Every bad row is named, and one bad row refuses them all.
/// </summary>
public sealed class RowIntake
{
    private readonly RegistryView view;
    private readonly Desk desk;
    private readonly Upsert upsert;
    private readonly ApprovedContent approved;
    private readonly List<RowProblem> problems = [];
    private readonly List<Record> subjects = [];

    private RowIntake(RegistryView view, IReadOnlyList<Sheet> sheets)
    {
        this.view = view;
        desk = new Desk(view, sheets);
        upsert = new Upsert(view);
        approved = new ApprovedContent(view);
    }

    /// <param name="view">Of the receiving district, as it stands; empty on its first import.</param>
    /// <param name="replace">Withdraws recorded rows that the sheets' tables lack.</param>
    public static IntakeResult Decide(RegistryView view, IReadOnlyList<Sheet> sheets, bool replace = false)
    {
        var ordered = sheets.OrderBy(s => PackTable.All.TakeWhile(t => t.Table != s.Table).Count()).ToList();
        var intake = new RowIntake(view, ordered);
        return intake.Run(ordered, replace);
    }

    private IntakeResult Run(IReadOnlyList<Sheet> sheets, bool replace)
    {
        if (view.District is null && sheets.All(s => s.Table != "districts"))
        {
            return new([], [Places.UnknownDistrict(sheets, view.Code)], []);
        }
        foreach (var sheet in sheets)
        {
            ReadSheet(sheet);
        }
        foreach (var stub in desk.References.Stubs)
        {
            upsert.Take(stub, "documents.csv");
        }
        if (problems.Count == 0 && replace)
        {
            problems.AddRange(Replacement.Run(view, sheets, upsert, approved));
        }
        problems.AddRange(NewSecrets.Check(view, upsert.Changes).Select(s => Places.Plan(upsert.PlaceOf(s.Plan), s.Refusal)));
        return problems.Count > 0
            ? new([], Places.InOrder(problems.Select(Unspoken)), [])
            : new([.. upsert.Changes.OrderBy(c => Places.Of(c))], [], subjects);
    }

    private void ReadSheet(Sheet sheet)
    {
        var reader = new SheetReader(desk, sheet);
        problems.AddRange(reader.HeaderProblems());
        if (sheet.Table == "districts" && sheet.Rows.Count != 1)
        {
            problems.Add(Places.OneDistrict(sheet));
        }
        foreach (var (row, record) in reader.Rows())
        {
            if (record is not null)
            {
                desk.Learn(record);
                Record[] acts = record is Plan plan ? [.. ShorthandActs.Read(row, plan, desk)] : [];
                subjects.Add(Take(row, record));
                foreach (var act in acts)
                {
                    Take(row, act);
                }
            }
            problems.AddRange(row.Problems());
        }
    }

    private Record Take(ReadRow row, Record record)
    {
        var (taken, change, twin) = upsert.Take(record, Places.Of(row));
        if (twin is not null)
        {
            var shape = RecordShape.Of(record.GetType());
            row.Refuse(shape.Key[^1].Name, Refusals.TwiceInPack(string.Join(" + ", shape.Key), shape.KeyOf(record), twin));
        }
        foreach (var (column, refusal) in change is null ? [] : approved.Refuse(change))
        {
            row.Refuse(column, refusal);
        }
        return taken;
    }

    /// <summary>A value refused as secret in one row is not quoted from another.</summary>
    private RowProblem Unspoken(RowProblem problem) =>
        problem.Value is { } value && desk.Unspeakable.Any(value.Contains)
            ? problem with { Value = null, Message = Refusals.Unspoken(problem.Column).Message }
            : problem;
}
