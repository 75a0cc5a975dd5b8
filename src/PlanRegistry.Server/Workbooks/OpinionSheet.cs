using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>Which round a sheet of opinions answers, and whose answers they are where the rows do not say it.</summary>
internal sealed record OpinionHead(ConsultationRound Round, string? Agency, string? On);

/// <summary>
/// 意见征求表: each row becomes what recordOpinion would record. What is recorded already is told and not recorded twice; a sheet adds
/// opinions and changes none.
/// </summary>
internal sealed class OpinionSheet(SheetRead sheet, RegistryView view, WorkbookChoice choice, AgencyFinder agencies)
{
    private const string CodeForm = "000";

    /// <param name="planIn">The code of the plan that texts name; null where none or several.</param>
    public void Make(Func<IEnumerable<string>, string?> planIn)
    {
        if (FindRound(planIn) is not { } round || IsOfAnotherPlan(round, planIn))
        {
            return;
        }
        sheet.Head = new(round, round.Audience == Audience.Agencies ? AgencyOf() : null, DayOf());
        TakeNone();
        if (sheet.Rows.Count == 0 && sheet.Problems.Count == 0)
        {
            sheet.Refuse(new("表中没有填写意见；没有意见的，请写“无意见”。", "The sheet gives no opinion: where there is none, write 无意见 in it."));
        }
        foreach (var row in sheet.Rows)
        {
            row.Texts["round"] = round.Code;
            row.Texts["plan"] = round.Plan.Within(view.Code);
            row.Texts["agency"] = row.Texts.GetValueOrDefault("agency") ?? sheet.Head.Agency;
            row.Texts["on"] = sheet.Head.On;
        }
        Compare(round);
    }

    /// <summary>What the step asks of opinions that are new, told at their rows.</summary>
    public static IEnumerable<(Problem Problem, RowRead Row)> Refused(RegistryView view, Decision decision, WorkbookReading reading) =>
        from opinion in decision.IsRefused ? [] : decision.Changes.Where(c => c.Retired is null).Select(c => c.Recorded).OfType<Opinion>()
        let place = reading.RowOf(opinion)
        where place?.Sheet.Head is not null
        from problem in OpinionChecks.Recording(view, place.Value.Sheet.Head!.Round, opinion)
        let row = place.Value.Row
        let column = row.At.GetValueOrDefault(problem.Path is [string field, ..] ? field : "", WorkbookRows.TitleOf(row))
        select (WorkbookProblems.At(problem, place.Value.Sheet.Grid, row.Row, column), row);

    /// <summary>What is written above the heading more than once, and not alike.</summary>
    private bool IsTwofold(List<(string Text, int Row, int Column)> lines, Text label, Func<string, string> key)
    {
        if (lines.DistinctBy(l => key(l.Text)).ToList() is not [_, var other, ..] differing)
        {
            return false;
        }
        var said = differing.ConvertAll(l => SheetWalk.Short(l.Text));
        sheet.Problems.Add(sheet.Bad(other.Row, other.Column, new(
            $"表头上方写有{said.Count}个不同的{label.Zh}（{string.Join('、', said)}），只能写一个：请留下一个。",
            $"Above the heading {said.Count} are written of what is one, {label.En} ({string.Join(", ", said)}): leave one.")));
        return true;
    }

    /// <summary>The plan that is said or written beside the round, and is not the one that the round is about.</summary>
    private bool IsOfAnotherPlan(ConsultationRound round, Func<IEnumerable<string>, string?> planIn)
    {
        var (lines, own) = (OpinionLines.PlansIn(sheet).ToList(), view.Plan(view.Canonical(round.Plan)));
        var texts = lines.Count > 0 ? lines.ConvertAll(l => l.Text) : sheet.Titles;
        if (own is null || (choice.Plan is null && texts.Exists(t => Names(t, own)))
            || view.Own.FindByKey(typeof(Plan), choice.Plan ?? planIn(texts) ?? "") is not Plan other || other.Key == own.Key)
        {
            return false;
        }
        var refusal = new Text($"所写规划是{other.Named.Zh}，轮次编号“{round.Code}”却是{own.Named.Zh}的征求意见：请核对后只写同一规划的名称和轮次编号。",
            $"The plan is {other.Named.En}, and the round {round.Code} is about {own.Named.En}: write title and round of one plan.");
        if (OpinionLines.First(lines) is var (_, row, column))
        {
            sheet.Problems.Add(sheet.Bad(row, column, refusal));
        }
        else
        {
            sheet.Refuse(refusal);
        }
        return true;
    }

    private static bool Names(string text, Plan plan) => TitleKey.Of(text).Contains(TitleKey.Of(plan.Title), StringComparison.Ordinal);

    private ConsultationRound? FindRound(Func<IEnumerable<string>, string?> planIn)
    {
        var rounds = OpinionLines.RoundsIn(sheet).ToList();
        if (IsTwofold(rounds, OpinionLines.Round, t => t.Trim()))
        {
            return null;
        }
        if (rounds is [var (code, row, column), ..])
        {
            if (view.Own.FindByKey(typeof(ConsultationRound), code.Trim()) is ConsultationRound named)
            {
                return named;
            }
            var unknown = ConsultationProblem.Unknown("round", RecordShape.Of<ConsultationRound>().Named, SheetWalk.Short(code)).Message;
            sheet.Problems.Add(sheet.Bad(row, column, unknown));
            return null;
        }
        var open = view.Own.FindByKey(typeof(Plan), choice.Plan ?? planIn(sheet.Titles) ?? "") is not Plan about ? []
            : ConsultationBook.Of(view).Rounds[about.Key].Where(r => r.ClosedOn is null).ToList();
        if (open is [var one])
        {
            sheet.Inferred.Add(new(sheet.Grid.Name, new($"表中意见推定为答复征求意见“{one.Code}”（据规划名称）。",
                $"The opinions are taken for replies to the round {one.Code}, by the plan's title.")));
            return one;
        }
        var codes = string.Join('、', open.Select(r => r.Code).Take(5));
        sheet.Refuse(open.Count == 0
            ? new("没有写明答复哪一轮征求意见：请在表头上方写“轮次编号：”和轮次编号，或者使用从征求意见页面下载的意见征求表。",
                "Which round it answers is not said: write 轮次编号： and the round's code above the heading, or use the form of the page.")
            : new($"该规划有{open.Count}轮征求意见尚未办结（{codes}）：请在表头上方写“轮次编号：”和其中一轮的编号。",
                $"The plan has {open.Count} open rounds ({codes.Replace("、", ", ")}): write 轮次编号： and the code of one above the heading."));
        return null;
    }

    /// <summary>As it is written above the heading, else whoever sends it.</summary>
    private string? AgencyOf()
    {
        var lines = OpinionLines.AgenciesIn(sheet).ToList();
        if (!IsTwofold(lines, OpinionLines.Agency, t => agencies.Named(t)?.Key.ToString() ?? TitleKey.Of(t))
            && lines is [var (text, row, column), ..])
        {
            var formed = agencies.Find(sheet, text, many: false);
            if (formed.Refusal is { } refusal)
            {
                sheet.Problems.Add(sheet.Bad(row, column, refusal));
            }
            else if (formed.IsInferred)
            {
                var shown = formed.Shown?.Zh ?? formed.Text;
                sheet.Infer(row, column, $"“{SheetWalk.Short(text)}”推定为“{shown}”。",
                    $"\"{SheetWalk.Short(text)}\" is taken for \"{shown}\".");
            }
            return formed.Text;
        }
        if (choice.Speaker is { } own && sheet.Rows.Exists(r => r.Texts.GetValueOrDefault("agency") is null))
        {
            var name = view.Agency(own)?.Name;
            sheet.Inferred.Add(new(sheet.Grid.Name, new($"表中没有写明答复单位，推定为上传者所在的{name}。",
                $"Who replies is not said, and is taken to be {name}, which sends it.")));
        }
        return choice.Speaker?.Within(view.Code);
    }

    private string? DayOf()
    {
        if (OpinionLines.DayIn(sheet) is not var (text, row, column) || ValueForms.IsBlank(text))
        {
            return choice.Today?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        var formed = ValueForms.Day(text);
        if (!PartialDate.TryParse(formed.Text, out _))
        {
            sheet.Problems.Add(sheet.Bad(row, column, new($"答复日期“{SheetWalk.Short(text)}”看不懂，请写成2026年6月5日。",
                $"The day \"{SheetWalk.Short(text)}\" cannot be read: write it like 2026-06-05.")));
        }
        else if (formed.IsInferred)
        {
            sheet.Infer(row, column, $"“{SheetWalk.Short(text)}”推定为“{formed.Text}”。",
                $"\"{SheetWalk.Short(text)}\" is taken for {formed.Text}.");
        }
        return formed.Text;
    }

    /// <summary>无意见 in the place above the heading is a row of its own.</summary>
    private void TakeNone()
    {
        if (OpinionLines.NoneIn(sheet) is not var (text, row, column) || ValueForms.YesOrNo(text).Text == "no" || text == "有意见")
        {
            return;
        }
        if (!Replies.SaysNothing(text))
        {
            sheet.Problems.Add(sheet.Bad(row, column, new($"该格只写“无意见”，不能写“{SheetWalk.Short(text)}”；有意见的，请写在下面的表中并清空该格。",
                $"This cell takes 无意见 alone, and not \"{SheetWalk.Short(text)}\": write opinions in the table below and clear it.")));
            return;
        }
        sheet.Rows.Insert(0, new RowRead(row, new(StringComparer.Ordinal) { ["suggestion"] = text },
            new(StringComparer.Ordinal) { ["suggestion"] = column }));
    }

    /// <summary>With what is recorded, and with each other; what is left is new and has its code.</summary>
    private void Compare(ConsultationRound round)
    {
        var recorded = ConsultationBook.Of(view).Opinions[round.Key].ToList();
        var bySaying = recorded.GroupBy(Saying).ToDictionary(g => g.Key, g => g.First());
        var (kept, seen) = (new List<RowRead>(), new Dictionary<OpinionSaying, RowRead>());
        var said = sheet.Rows.Select(Saying).ToHashSet();
        var byClause = recorded.Where(o => o.Clause is not null && !said.Contains(Saying(o)))
            .GroupBy(o => Saying(o).Place).ToDictionary(g => g.Key, g => g.First());
        var withOpinions = said.Where(s => !s.IsNone).Select(s => s.Who).ToHashSet();
        var (prefix, codes) = ($"{round.Code}-", view.Of<Opinion>().Select(o => o.Code));
        var next = int.Parse(ConsultationCodes.Next(prefix, codes, CodeForm)[prefix.Length..], CultureInfo.InvariantCulture);
        foreach (var row in sheet.Rows)
        {
            var (saying, at) = (Saying(row), WorkbookRows.TitleOf(row));
            if (row.Texts.GetValueOrDefault("code") is { } code && view.Own.FindByKey(typeof(Opinion), code) is var old
                && (old is not Opinion known || known.Round != round.Key || Saying(known) != saying))
            {
                row.Problems.Add(sheet.Bad(row.Row, row.At["code"], old switch
                {
                    null => Withdrawn(code),
                    Opinion { Round: var its } when its != round.Key => OfAnotherRound(code),
                    _ => Changed(code),
                }));
            }
            else if (bySaying.TryGetValue(saying, out var already))
            {
                sheet.Notice(row.Row, at, $"已登记为意见“{already.Code}”，不重复登记。", $"Recorded already as {already.Code}, and not recorded twice.");
                continue;
            }
            else if (!seen.TryAdd(saying, row))
            {
                sheet.Notice(row.Row, at, $"与第{seen[saying].Row + 1}行相同，只登记一次。", $"The same as row {seen[saying].Row + 1}: recorded once.");
                continue;
            }
            else if (saying.IsNone && withOpinions.Contains(saying.Who))
            {
                row.Problems.Add(sheet.Bad(row.Row, at, new("本表既写“无意见”，又提出了意见：有意见的，请删去“无意见”；没有意见的，请删去各行意见。",
                    "The sheet says 无意见 and gives opinions: delete one or the other.")));
            }
            else if (byClause.TryGetValue(saying.Place, out var other))
            {
                row.Problems.Add(sheet.Bad(row.Row, at, Changed(other.Code)));
            }
            row.Texts["code"] = row.Texts.GetValueOrDefault("code") ?? string.Create(CultureInfo.InvariantCulture, $"{prefix}{next++:000}");
            kept.Add(row);
        }
        sheet.Rows.Clear();
        sheet.Rows.AddRange(kept);
    }

    private static Text Changed(string code) => new(
        $"针对同一条款已登记意见“{code}”，内容与本行不同：已登记的答复不以意见征求表更改，请在征求意见页面更正该意见，或者重新下载本表后填写。",
        $"The opinion {code} is recorded on that clause and reads otherwise: a reply that is recorded is not changed by a sheet. "
            + "Correct that opinion on the page, or download the form anew.");

    private static Text OfAnotherRound(string code) => new(
        $"意见编号“{code}”是另一轮征求意见的编号，不属于本轮：请核对轮次编号和意见编号；在本轮提出新意见的，请清空“意见编号”一格。",
        $"The opinion {code} belongs to another round: check the codes of round and opinion; to give a new one in this round "
            + "clear its code.");

    private static Text Withdrawn(string code) => new(
        $"意见“{code}”未登记或者已经撤销，不再登记；确需重新提出的，请清空“意见编号”一格。",
        $"The opinion {code} is not recorded, or was withdrawn: where it is to be given anew, clear its code.");

    private OpinionSaying Saying(RowRead row) => new(
        row.Texts.GetValueOrDefault("agency") is { } agency ? agencies.Named(agency)?.Key.ToString() ?? agency
            : Plain(row.Texts.GetValueOrDefault("participant")),
        Plain(row.Texts.GetValueOrDefault("clause")), Plain(row.Texts.GetValueOrDefault("suggestion")),
        Plain(row.Texts.GetValueOrDefault("reason")));

    private static OpinionSaying Saying(Opinion opinion) => new(opinion.Agency?.ToString() ?? Plain(opinion.Participant),
        Plain(opinion.Clause), Plain(opinion.Suggestion), Plain(opinion.Reason));

    private static string Plain(string? text) => string.Concat(Width.Fold(text ?? "").Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>What somebody says, by which two rows are one: however it is spaced, and 无意见 in whatever words.</summary>
internal readonly record struct OpinionSaying
{
    public OpinionSaying(string who, string clause, string suggestion, string reason)
    {
        (Who, Clause, Suggestion, Reason) = (who, clause, suggestion, reason);
        if (IsNone = Replies.SaysNothing(suggestion) && (reason == "" || Replies.SaysNothing(reason)))
        {
            (Clause, Suggestion, Reason) = ("", "", "");
        }
    }

    public string Who { get; }
    public string Clause { get; }
    public string Suggestion { get; }
    public string Reason { get; }
    public bool IsNone { get; }

    /// <summary>Who speaks of which clause.</summary>
    public (string Who, string Clause) Place => (Who, Clause);
}
