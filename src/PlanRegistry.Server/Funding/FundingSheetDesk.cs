using System.Globalization;
using PlanRegistry.Access;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Workbooks;
using static PlanRegistry.Server.Exports.Departure;

namespace PlanRegistry.Server.Funding;

/// <summary>The lines of the funding check as a page shows them, to leave with their answers.</summary>
/// <param name="Workbook">The finance sheet that they were read from, which is filled in; null: they were typed or pasted.</param>
/// <param name="Vector">The ledgers' heads that the page's answers rest on.</param>
public sealed record FundingSheetForm(string District, IReadOnlyList<FundingSheetAsked> Lines, string? Workbook = null,
    string? AsOf = null, string? KnownAt = null, string? Vector = null);

/// <summary>A line, as fundingCheck was asked it.</summary>
/// <param name="Place">Of FundingSheetLine; of a workbook's lines only.</param>
public sealed record FundingSheetAsked(string Plan, string? Place = null, string? On = null, string? Purpose = null, string? Money = null,
    string? Amount = null, string? Project = null, int? BudgetYear = null);

/// <summary>Gives the finance sheet back with 结论, 理由 and 核验单号, or makes one of lines that stand in none. One per request.</summary>
public sealed class FundingSheetDesk(Reach reach, Departure departure, WorkbookShelf shelf, Reader reader)
{
    private static readonly Text Name = new("经费审核", "Funding check");

    public Exported Export(FundingSheetForm form, string? address)
    {
        if (form is not { District: not null, Lines.Count: > 0 } || Requests(form.Lines) is not { } requests
            || !DistrictCode.TryParse(form.District, out var district) || !TryDay(form.AsOf, out var asOf)
            || !TryMoment(form.KnownAt, out var knownAt))
        {
            return Refuse(StatusCodes.Status400BadRequest, new("导出请求不完整，请从页面导出。", "The request is not whole: export from a page."));
        }
        if (requests.Count > FundingSheetNode.MostLines)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, new($"一次最多导出{FundingSheetNode.MostLines}行，请分次核对。",
                $"At most {FundingSheetNode.MostLines} lines are exported at once: check them in parts."));
        }
        if (!reach.Caller.May(FundingSheetFields.Coordinate) || reach.Scope(district, asOf, knownAt) is not { } now)
        {
            return NotTheirs(reach.Caller);
        }
        var workbook = form.Workbook is null ? null : shelf.Find(reach.Caller, form.Workbook);
        if (form.Workbook is not null && workbook is null)
        {
            return Refuse(StatusCodes.Status404NotFound, WorkbookWords.Gone);
        }
        var reading = workbook is null ? null : FundingSheetReading.Of(workbook, now.View);
        if (reading is not null && !StandIn(reading, form))
        {
            return Changed();
        }
        // Verdicts are those that were shown; numbers those that have been given since.
        return departure.AsShown(now, form.Vector) is { } shown
                && Written(workbook, reading, form, requests, shown, now) is { } content
            ? departure.Note(About(workbook, requests.Count), now.View.Code, address)
                ?? new Exported(new MemoryStream(content), NameOf(workbook, now))
            : Changed();
    }

    /// <summary>As the access journal keeps it: without blanks, which part it.</summary>
    private static string About(ShelvedWorkbook? workbook, int lines) =>
        $"funding-sheet:{lines}{(workbook is null ? "" : $":{workbook.Name.Replace(' ', '_')}")}";

    private static Exported Changed() => Refuse(StatusCodes.Status409Conflict, new("所列内容已有变化，请更新页面后再导出。",
        "What is listed has changed: refresh the page and export again."));

    /// <summary>Whether each line is a row of the sheet, and no row is told twice.</summary>
    private static bool StandIn(FundingSheetReading reading, FundingSheetForm form)
    {
        var places = reading.Lines.Select(l => l.Place).ToHashSet(StringComparer.Ordinal);
        return form.Lines.All(l => l.Place is not null && places.Remove(l.Place));
    }

    /// <summary>
    /// What stands in the row is what is asked; the page adds the plan that a name may mean, and what holds where a row is silent.
    /// </summary>
    private static FundingRequestInput As(FundingSheetLine row, FundingRequestInput asked, Scope scope) => asked with
    {
        Plan = row.Plan is { } own && FundingChecks.IsOne(scope, own) ? own : asked.Plan,
        Project = row.Project, Amount = row.Amount, On = row.On, BudgetYear = row.BudgetYear,
        Money = row.Money ?? asked.Money, Purpose = row.Purpose ?? asked.Purpose,
    };

    /// <summary>Null where one of them is none.</summary>
    private static List<FundingRequestInput>? Requests(IReadOnlyList<FundingSheetAsked> lines)
    {
        List<FundingRequestInput> requests = [];
        foreach (var line in lines)
        {
            var (purpose, money, amount) = (default(FundingPurpose), default(FundingMoney), 0m);
            if (line?.Plan is null || !TryDay(line.On, out var on)
                || (line.Purpose is not null && !Names.TryParse(line.Purpose, out purpose))
                || (line.Money is not null && !Names.TryParse(line.Money, out money))
                || (line.Amount is not null && !(decimal.TryParse(line.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                    out amount) && FundingRows.IsAmount(amount))))
            {
                return null;
            }
            requests.Add(new FundingRequestInput
            {
                Plan = line.Plan, Project = line.Project, On = on is { } day ? (PartialDate)day : null,
                Purpose = line.Purpose is null ? null : purpose, Money = line.Money is null ? null : money,
                Amount = line.Amount is null ? null : amount, BudgetYear = line.BudgetYear,
            });
        }
        return requests;
    }

    private List<FundingAnswer> Answered(Scope shown, Scope now, IReadOnlyList<FundingRequestInput> requests)
    {
        var checks = FundingChecks.Answer(shown, requests);
        return [.. checks.Zip(FundingChecks.CertificatesOf(now, requests, checks), (check, certificate) => new FundingAnswer(check,
            reader.Told(Terms.Of(check.Eligibility.Verdict), null), [.. check.Reasons.Select(r => reader.Told(r.Words, null))],
            certificate?.Verdict == check.Eligibility.Verdict ? NumberOf(now, certificate) : null))];
    }

    /// <summary>What is not signed proves nothing: it has no number to be quoted.</summary>
    private string NumberOf(Scope scope, FundingCertificate certificate) =>
        CertificateStanding.IsSigned(scope.View, certificate) ? certificate.Number
        : reader.Told(Terms.Of(CertificateStatus.Prepared), null);

    private byte[] Written(ShelvedWorkbook? workbook, FundingSheetReading? reading, FundingSheetForm form,
        IReadOnlyList<FundingRequestInput> requests, Scope shown, Scope now)
    {
        if (workbook is null || reading is null)
        {
            return Workbook.Write([Fresh(form, requests, Answered(shown, now, requests), now)], reader.Language);
        }
        var byPlace = reading.Lines.ToDictionary(l => l.Place, StringComparer.Ordinal);
        List<FundingSheetLine> rows = [.. form.Lines.Select(l => byPlace[l.Place!])];
        List<FundingRequestInput> asked = [.. rows.Zip(requests, (row, request) => As(row, request, shown))];
        // What cannot be read whole takes no certificate from a row that can.
        List<FundingRequestInput> whole = [.. rows.Zip(asked, (row, request) => row.Problems.Count == 0 ? request
            : request with { Amount = null })];
        List<FundingAnswer> told = [.. rows.Zip(Answered(shown, now, whole), Doubted)];
        return !reading.IsOpenXml ? Workbook.Write([Fresh(form, asked, told, now)], reader.Language)
            : FilledSheet.Fill(workbook.Bytes, [.. rows.Zip(told)], reader.Language);
    }

    /// <summary>A row of which something cannot be read is neither answered nor proved.</summary>
    private FundingAnswer Doubted(FundingSheetLine row, FundingAnswer answer) => row.Problems.Count == 0 ? answer : answer with
    {
        Verdict = reader.Told(Terms.Of(FundingVerdict.Unknown), null), Number = null,
        Reasons = [.. row.Problems.Select(p => reader.Told(p.Placed, null)), .. answer.Reasons],
    };

    /// <summary>The usual layout: it can be dropped again.</summary>
    private Sheet Fresh(FundingSheetForm form,
        IReadOnlyList<FundingRequestInput> requests, IReadOnlyList<FundingAnswer> answers, Scope scope)
    {
        IReadOnlyList<Text> heads =
        [
            new("序号", "No."), new("规划名称", "Title"), new("规划代码", "Plan"), new("项目名称", "Project"), new("金额（元）", "Amount (yuan)"),
            new("资金来源", "Source of money"), new("用途", "Purpose"), new("日期", "Day"), new("预算年度", "Budget year"),
            .. FilledSheet.Heads,
        ];
        return new Sheet(Name.In(reader.Language), [.. heads.Select(h => h.In(reader.Language))],
            [6, 34, 14, 24, 14, 14, 10, 12, 8, 12, 44, 20],
            [.. requests.Zip(answers, (r, a) => (r, a)).Select((line, i) => (IReadOnlyList<Cell>)
            [
                i + 1, line.a.Check.Plan?.Title ?? line.r.Plan, line.a.Check.Plan?.Code, line.r.Project, line.r.Amount,
                Cell.Of(line.r.Money),
                Cell.Of(line.r.Purpose), line.r.On,
                form.Lines[i].BudgetYear, line.a.Verdict, string.Join('\n', line.a.Reasons), line.a.Number,
            ])],
            departure.SourceOf(scope, answers.Count, answers.Count).In(reader.Language));
    }

    private string NameOf(ShelvedWorkbook? workbook, Scope scope)
    {
        var of = workbook is null ? $"{scope.View.Code}" : Path.GetFileNameWithoutExtension(workbook.Name);
        return string.Create(CultureInfo.InvariantCulture,
            $"{of}-{Name.In(reader.Language)}-{scope.Snapshot.AsOf.Unwatched:yyyy-MM-dd}.xlsx");
    }
}

/// <summary>What stands behind a line: in the words of the page.</summary>
public sealed record FundingAnswer(FundingCheckNode Check, string Verdict, IReadOnlyList<string> Reasons, string? Number);
