using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// How rows of text become records: the one way in for packs and for GraphQL
/// inputs. Every bad row is named, and one bad row refuses them all.
/// </summary>
public sealed class RowIntake
{
    private readonly RegistryView view;
    private readonly IntakeContext context;
    private readonly Upsert upsert;
    private readonly ProblemList problems = new();
    private readonly List<Record> subjects = [];
    private readonly List<Happening> happened = [];
    private readonly List<Overwriting> overwritten = [];
    private readonly Dictionary<string, ReadRow> planRows = [];

    private RowIntake(RegistryView view, IReadOnlyList<Sheet> sheets)
    {
        this.view = view;
        context = new IntakeContext(view, sheets);
        upsert = new Upsert(view);
    }

    /// <summary>
    /// Records rows that are new, and what is not recorded yet of those that are not. One that would replace a recorded value is refused:
    /// only a correction does that, with its reason and document.
    /// </summary>
    public static Decision Add(RegistryView view, IReadOnlyList<Sheet> sheets)
    {
        var decision = Set(view, sheets);
        var replaced = decision.Overwritten.Where(o => o.Added is null).ToList();
        return replaced.Count == 0 ? decision : Decision.Refuse(replaced.Select(
            o => Refusals.RecordedAlready(o.Old.Id.Code, o.Columns)));
    }

    /// <summary>Records rows; one that is recorded with other content is corrected.</summary>
    /// <param name="view">Of the receiving district, as it stands; empty on its first import.</param>
    /// <param name="replace">Withdraws recorded rows that the sheets' tables lack.</param>
    /// <param name="document">What the reason for overwriting rests on: recorded with it, where nobody has described it.</param>
    public static Decision Set(RegistryView view, IReadOnlyList<Sheet> sheets, bool replace = false, string? document = null)
    {
        var ordered = sheets.OrderBy(s => Tables.OrderOf(Tables.ByName(s.Table))).ToList();
        var intake = new RowIntake(view, ordered);
        return intake.Run(ordered, replace, document);
    }

    private Decision Run(IReadOnlyList<Sheet> sheets, bool replace, string? document)
    {
        if (DistrictRows.Missing(view, sheets) is { } unknown)
        {
            return Decision.Refuse(unknown);
        }
        foreach (var sheet in sheets)
        {
            ReadSheet(sheet);
        }
        foreach (var stub in context.Stubs.Values)
        {
            upsert.Take(stub, RecordShape.Of(stub.GetType()).Pack!);
        }
        if (problems.IsEmpty && replace)
        {
            problems.AddRange(Replacement.Run(view, sheets, upsert));
            overwritten.AddRange(upsert.Changes.Where(c => c.Recorded is null).SelectMany(Overwritings.Withdrawn));
        }
        if (overwritten.Count > 0)
        {
            problems.AddRange(Overwritings.NameDocument(context, upsert, document));
        }
        problems.AddRange(NewSecrets.Check(view, upsert.Changes)
            .Select(s => planRows[s.Plan.Code].At(Secrets.SecrecyOf(RecordShape.Of<Plan>())!, s.Refusal)));
        return !problems.IsEmpty
            ? Decision.Refuse(problems.Named.Select(Unspoken)
                .OrderBy(p => Tables.OrderOf(Tables.ByFile(p.File))).ThenBy(p => p.Line).Concat(problems.Rest))
            : Decision.Write(upsert.Changes.OrderBy(c => Tables.OrderOf(Tables.Of((c.Recorded ?? c.Retired)!)))) with
            {
                Subjects = subjects, Happened = happened, Overwritten = overwritten,
            };
    }

    private void ReadSheet(Sheet sheet)
    {
        var reader = new SheetReader(context, sheet);
        problems.AddRange(reader.HeaderProblems());
        if (DistrictRows.NotOne(sheet) is { } many)
        {
            problems.Add(many);
        }
        foreach (var (row, record) in reader.Rows())
        {
            if (record is not null)
            {
                context.Learn(record);
                if (record is Plan plan)
                {
                    planRows[plan.Code] = row;
                }
                Record[] others = [.. row.Table.Shorthand?.Read(row, record) ?? []];
                subjects.Add(Take(row, record));
                foreach (var other in others)
                {
                    Take(row, other);
                }
            }
            problems.AddRange(row.Problems());
        }
    }

    private Record Take(ReadRow row, Record record)
    {
        var (taken, change, twin) = upsert.Take(record, row.Place);
        if (twin is not null)
        {
            var shape = RecordShape.Of(record.GetType());
            row.Refuse(shape.Key[^1].Name, Refusals.TwiceInPack(ColumnName.Of(shape.Key), shape.KeyOf(record), twin));
        }
        if (change is not null)
        {
            happened.AddRange(Happened(row, change));
            overwritten.AddRange(Overwritings.Of(row, change));
        }
        foreach (var (column, refusal) in change is null ? [] : upsert.Guarded(change))
        {
            row.Refuse(column?.Name, refusal);
        }
        return taken;
    }

    /// <summary>What a change newly says that it happened, refused at the cell that says so.</summary>
    private static IEnumerable<Happening> Happened(ReadRow row, Change change)
    {
        var heading = row.Table.Shorthand?.ColumnOf(change.Recorded!);
        return Happenings.Of(change, (column, refusal) => row.At(heading ?? column.Name, refusal),
            heading is null ? null : row.Table.NameOf(heading));
    }

    /// <summary>A value refused as secret in one row is not quoted from another.</summary>
    private Problem Unspoken(Problem problem) =>
        problem.Value is { } value && context.Unspeakable.Any(value.Contains)
            ? problem with { Value = null, Message = Refusals.Unspoken(NameOf(problem)).Message }
            : problem;

    private static ColumnName? NameOf(Problem problem) =>
        problem.Column is { } heading ? Tables.ByFile(problem.File)?.NameOf(heading) : null;
}
