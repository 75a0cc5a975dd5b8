using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>批准暂缓整改、撤销: whether it may be written, by a judgement of today.</summary>
public static class Waiving
{
    /// <summary>What is read as a waiver, refused where it would put off nothing, or more than it may.</summary>
    /// <param name="today">The judgement that it is to hold in.</param>
    public static Decision Granted(Decision read, Func<Judgement> today)
    {
        if (read.Changes.Select(c => c.Recorded).OfType<Waiver>().FirstOrDefault() is not { } waiver)
        {
            return read;
        }
        var judgement = today();
        return (Twice(judgement.Snapshot.View, waiver) ?? Term(judgement.Snapshot, waiver) ?? Scope(judgement, waiver)) is { } problem
            ? Decision.Refuse(problem) : read;
    }

    /// <summary>
    /// Ended before its time, once, by another paper that names what it is about: the last day comes no later than it would have, and no
    /// earlier than what ends it. What has not begun may be revoked too.
    /// </summary>
    public static Problem? RevocationObjection(RegistryView view, Waiver waiver, PartialDate to, Document revocation, DateOnly today)
    {
        var last = Waivers.LastDayOf(view, waiver);
        return waiver.Revocation is { } before ? new(ProblemCode.Duplicate, new Text(
                $"暂缓整改“{waiver.Code}”已由{view.Document(before)?.Named.Zh ?? before.Code}撤销；确有错误的，用 correctRecord 说明原因后更正。",
                $"The waiver {waiver.Code} is revoked by {view.Document(before)?.Named.En ?? before.Code} already; "
                    + "mend a mistake by correctRecord, with a reason."), ["code"])
            : last < today ? Problem("code", $"暂缓期限已于{last.InWords().Zh}届满，不须撤销。",
                $"Its term ended on {last:yyyy-MM-dd}: nothing is to be revoked.")
            : to.Last > last ? Problem("to", $"撤销只能提前截止：最后一日{to.InWords().Zh}晚于原止日{last.InWords().Zh}。",
                $"A revocation ends a waiver earlier: {to} is after its last day, {last:yyyy-MM-dd}.")
            : revocation.Key == waiver.Document ? Problem("revocation", $"文件{revocation.Named.Zh}是批准暂缓整改的文件，撤销须另有文件。",
                $"The document {revocation.Named.En} gave the leave; it is taken back by another.")
            : revocation.IssuedOn is not { } issued ? Problem("revocation", $"文件{revocation.Named.Zh}未录入印发日期，请先补录。",
                $"The day of document {revocation.Named.En} is not recorded; record it first.")
            : to.Last < issued.First ? Problem("to", $"最后一日{to.InWords().Zh}早于撤销文件的印发日期{issued.InWords().Zh}。",
                $"The last day {to} is before the document that revokes it, issued on {issued}.")
            : (Waivers.Unentitled(view, Matter.Waiver, revocation) ?? Waivers.Unnamed(view, waiver, revocation)) is { } objection
                ? objection with { Path = ["revocation"] }
            : null;
    }

    /// <summary>A paper gives leave once: its day is not put off, nor its revocation got round, by recording it again.</summary>
    private static Problem? Twice(RegistryView view, Waiver waiver) => Waivers.TwinOf(view, waiver) is not { } twin ? null
        : new(ProblemCode.Duplicate, new Text(
            $"该文件批准的这一范围的暂缓整改已登记为“{twin.Code}”，同一文件不重复登记；确有错误的，用 correctRecord 说明原因后更正。",
            $"What this document puts off is recorded as {twin.Code} already, and a document gives leave once; "
                + "mend a mistake by correctRecord, with a reason."), ["document"]);

    private static Problem? Term(Snapshot snapshot, Waiver waiver)
    {
        var (view, from) = (snapshot.View, waiver.From);
        var longest = Waivers.LongestOf(view, waiver);
        return view.Document(waiver.Document)?.IssuedOn is { } issued && from.First < issued.First
            ? Problem("from", $"起日{from.InWords().Zh}早于批准文件的印发日期{issued.InWords().Zh}，暂缓整改不溯及批准以前。",
                $"The first day {from} is before the document, issued on {issued}: nobody gives leave for what is past.")
            : waiver.To is { } to && to.Last > longest ? TooLong("to", new("止日", "last"), to, longest)
            : from.Last > longest ? TooLong("from", new("起日", "first"), from, longest)
            : Waivers.LastDayOf(view, waiver) is var last && last < snapshot.AsOf
            ? Problem("to", $"暂缓期限已于{last.InWords().Zh}届满，不能事后补办。",
                $"Its term ended on {last:yyyy-MM-dd}: no leave is given afterwards.")
            : null;
    }

    private static Problem TooLong(string field, Text which, PartialDate day, DateOnly longest) => Problem(field,
        $"{which.Zh}{day.InWords().Zh}超过最长期限，最迟为{longest.InWords().Zh}"
            + $"（自批准文件印发之日起算，本系统默认，参数“{PolicyKeys.WaiverDays.Label.Zh}”）。",
        $"The {which.En} day {day} is later than the longest term allows, {longest:yyyy-MM-dd}, counted from the document "
            + "(policy waiver.max_days).");

    private static Problem? Scope(Judgement judgement, Waiver waiver)
    {
        var covered = judgement.Findings.Where(waiver.Covers).Select(f => f.AsJudged()).ToList();
        var open = covered.Where(f => f.MayBeWaived).Select(f => Waivers.Objection(judgement.Snapshot, waiver, f)).ToList();
        return covered.Count == 0
            ? new Problem(ProblemCode.UnknownRecord, new Text("没有这一范围的问题，或者已经消除，无须暂缓整改。",
                "There is no such finding, or it has been cleared: nothing is to be put off."), [Field(waiver)])
            : open.Count == 0 ? Problem(Field(waiver), $"{Why(covered[0]).Zh}：{covered[0].Sentence.Zh}",
                $"{Why(covered[0]).En}: {covered[0].Sentence.En}")
            : open.MinBy(p => p is not null);
    }

    private static string Field(Waiver waiver) => waiver.Finding is null ? "rule" : "finding";

    private static Text Why(Finding finding) => finding switch
    {
        { Verdict: Verdict.Unknown } => new("待核实事项应当补录资料，不能暂缓整改", "What is to be checked is looked up and not put off"),
        { Verdict: Verdict.Conditional } => new("例外情形须经确认，无须暂缓整改", "An exception is confirmed and not put off"),
        { Severity: Severity.Notice } => new("提示不须整改，无须暂缓", "A notice is mended by nobody and needs no waiver"),
        _ => new("已经发生的事项和不得突破的要求不能暂缓整改", "What was done, or must never be, is not put off"),
    };

    private static Problem Problem(string field, string zh, string en) => Unsettled.Problem(field, zh, en);
}
