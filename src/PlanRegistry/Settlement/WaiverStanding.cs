using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>暂缓中、未到起日；已到期、已撤销、已无须暂缓、不生效: those after the second waive nothing any more.</summary>
public enum WaiverStanding { InEffect, Upcoming, Expired, Revoked, Cleared, Void }

/// <summary>What a waiver comes to on a day: which findings it puts off, or why none.</summary>
public sealed record WaiverOnDay(Waiver Waiver, WaiverStanding Standing, IReadOnlyList<Finding> Waives, Text Why)
{
    public bool IsIdle => Standing is not (WaiverStanding.InEffect or WaiverStanding.Upcoming);

    public static WaiverOnDay Of(Judgement judgement, Waiver waiver)
    {
        var (snapshot, view) = (judgement.Snapshot, judgement.Snapshot.View);
        var (from, last) = (Waivers.FromOf(view, waiver), Waivers.LastDayOf(view, waiver));
        if (snapshot.AsOf > last)
        {
            var day = last.InWords();
            return waiver.Revocation is { } by && view.Document(by) is { } paper
                ? Idle(WaiverStanding.Revoked, new($"已由{paper.Named.Zh}撤销，{day.Zh}以后不再暂缓。",
                    $"It was revoked by {paper.Named.En}, and waives nothing after {day.En}."))
                : Idle(WaiverStanding.Expired,
                    new($"已于{day.Zh}到期，不再暂缓。", $"It ended on {day.En}, and waives nothing any more."));
        }
        if (snapshot.AsOf < from)
        {
            return Idle(WaiverStanding.Upcoming, new($"自{from.InWords().Zh}起暂缓。", $"It begins on {from.InWords().En}."));
        }
        var covered = judgement.Findings.Where(waiver.Covers).ToList();
        var open = covered.Where(f => f.AsJudged().MayBeWaived).ToList();
        var waives = open.Where(f => Waivers.Objection(snapshot, waiver, f.AsJudged()) is null).ToList();
        return waives.Count > 0
            ? new(waiver, WaiverStanding.InEffect, waives, new($"暂缓{waives.Count}个问题，至{last.InWords().Zh}。",
                $"It puts off {waives.Count} findings until {last.InWords().En}."))
            : open.Count > 0 ? Idle(WaiverStanding.Void, Waivers.Objection(snapshot, waiver, open[0].AsJudged())!.Message)
            : covered.Count > 0 ? Idle(WaiverStanding.Cleared,
                new("所涉问题已不是可以暂缓整改的问题。", "What it covers is no finding that can be put off now."))
            : Idle(WaiverStanding.Cleared, new("所涉问题已经消除，不再需要暂缓。", "What it covers has been cleared."));

        WaiverOnDay Idle(WaiverStanding standing, Text why) => new(waiver, standing, [], why);
    }
}
