using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>A row that is given back, with why.</summary>
internal sealed record ReturnedRow(SheetRead Sheet, RowRead Row, IReadOnlyList<Problem> Problems);

/// <summary>What importing a workbook comes to on a view.</summary>
internal sealed record WorkbookDecision(WorkbookReading Reading, Decision Decision, IReadOnlyList<ReturnedRow> Returned)
{
    /// <summary>What is left may name rows that were given back; so often they are tried anew.</summary>
    private const int MostTries = 5;

    /// <param name="acceptGoodRows">Writes the rows that nothing is wrong with, and gives the others back.</param>
    /// <param name="today">A plan that has ended by then is proposed to no entry, and an opinion without a day is of that one.</param>
    public static WorkbookDecision Of(GridBook book, RegistryView view, WorkbookChoice choice, bool acceptGoodRows, string? document,
        DateOnly today)
    {
        var reading = WorkbookReading.Of(book, view, choice with { Today = today });
        EntryPlans.Propose(reading, view, today);
        if (Unreadable(reading) is { Count: > 0 } unreadable)
        {
            return new(reading, Decision.Refuse(unreadable), []);
        }
        var (rows, bad) = (new WorkbookRows(reading, view), new Dictionary<RowRead, List<Problem>>());
        if (acceptGoodRows)
        {
            Note(bad, reading.Rows.SelectMany(r => r.Problems.Select(p => (p, (RowRead?)r))));
        }
        for (var tries = 1; ; tries++)
        {
            var decision = RowIntake.Set(view, rows.Sheets(bad.Keys.ToHashSet()), document: document);
            var own = reading.Rows.Where(r => !bad.ContainsKey(r)).SelectMany(r => r.Problems.Select(p => (Problem: p, Row: (RowRead?)r)));
            var told = own.ToList();
            var cells = told.Select(p => p.Problem.File).ToHashSet();
            // What a cell was refused for already is no second mistake of it.
            told.AddRange(decision.Problems.Select(rows.Placed).Where(p => !cells.Contains(p.Problem.File)));
            told.AddRange(OpinionSheet.Refused(view, decision, reading).Where(p => !cells.Contains(p.Problem.File))
                .Select(p => (p.Problem, (RowRead?)p.Row)));
            if (told.Count == 0)
            {
                TellUnplanned(reading, decision);
                return new(reading, Placed(decision, rows), GivenBack(reading, bad));
            }
            if (!acceptGoodRows || tries == MostTries || told.Exists(p => p.Row is null))
            {
                return new(reading, Decision.Refuse(told.Select(p => p.Problem)), GivenBack(reading, bad));
            }
            Note(bad, told);
        }
    }

    /// <summary>Entries that no plan is linked to: of them alone nothing is judged, and that must not be taken for a good answer.</summary>
    private static void TellUnplanned(WorkbookReading reading, Decision decision)
    {
        var without = decision.Subjects.OfType<DirectoryEntry>().Count(e => e.Plan is null && e.Dropped != true);
        if (without > 0)
        {
            reading.Sheets.First(s => s.Use == SheetUse.Entries).Notice($"{without}个条目没有关联规划：评判的是规划和已报送、批准的清单，条目本身不评判。",
                $"{without} entries have no plan: judged are plans, and lists that were submitted or approved, not entries by themselves.");
        }
    }

    /// <summary>Why nothing of it can be recorded.</summary>
    private static List<Problem> Unreadable(WorkbookReading reading)
    {
        var problems = reading.Sheets.SelectMany(s => s.Problems).ToList();
        if (problems.Count == 0 && !reading.Written.Any())
        {
            problems.Add(reading.Sheets.Exists(s => s.Use == SheetUse.FundingCheck)
                ? Refusals.Invalid(null, "经费审核表不写入登记册，请在经费审核中核对。", "A sheet for the funding check is written nowhere: check it there.")
                : Refusals.Invalid(null, "工作簿中没有可以读入的表。", "The workbook has no sheet that can be read."));
        }
        return problems;
    }

    private static void Note(Dictionary<RowRead, List<Problem>> bad, IEnumerable<(Problem Problem, RowRead? Row)> told)
    {
        foreach (var (problem, row) in told)
        {
            if (!bad.TryGetValue(row!, out var problems))
            {
                bad[row!] = problems = [];
            }
            problems.Add(problem);
        }
    }

    /// <summary>What is refused later on, for want of a reason or for its day, is told by its cell too.</summary>
    private static Decision Placed(Decision decision, WorkbookRows rows) => decision with
    {
        Overwritten = [.. decision.Overwritten.SelectMany(InWords).Select(o =>
            o with { At = (column, refusal) => rows.Placed(o.At(column, refusal)).Problem })],
        Happened = [.. decision.Happened.Select(h => h with { Refusal = today => rows.Placed(h.Refusal(today)).Problem })],
    };

    /// <summary>One for each column, which a workbook calls by its name and not by that of a pack's.</summary>
    private static IEnumerable<Overwriting> InWords(Overwriting overwriting) => overwriting.Columns.Count == 0 ? [overwriting]
        : overwriting.Columns.Select(c => overwriting with
        {
            Columns = [c], Heading = overwriting.Heading ?? new Text(c.Label, c.Name.Replace('_', ' ')),
        });

    private static List<ReturnedRow> GivenBack(WorkbookReading reading, Dictionary<RowRead, List<Problem>> bad) =>
        [.. reading.Sheets.SelectMany(s => s.Rows.Where(bad.ContainsKey).Select(r => new ReturnedRow(s, r, bad[r])))];
}
