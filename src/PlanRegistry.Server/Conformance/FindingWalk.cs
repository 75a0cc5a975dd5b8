using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

/// <summary>
/// The way of a district's findings from a cursor to the present, one step at a time: the entries of its
/// own ledger and of its superiors' as they were recorded, with the days that began in between. It depends
/// on nothing but the cursor, the ledgers and today, so who resumes goes the same way as who never left.
/// </summary>
public sealed class FindingWalk(Judgements judgements)
{
    private Step? last;

    /// <summary>The next step; null at the present. It may change no finding.</summary>
    public FindingChange? Next(FindingCursor at, Caller caller)
    {
        var today = judgements.Today;
        var next = judgements.Registry.Next(at.Vector);
        if (next is { } step && (Calendar.DayOf(step.Entry.RecordedAt) <= at.Day || at.Day >= today))
        {
            return Change(step.Entry.District == at.Vector.District ? ChangeCause.Write : ChangeCause.Superior,
                at, at with { Vector = step.After }, caller);
        }
        return at.Day < today ? Change(ChangeCause.Day, at, at with { Day = at.Day.AddDays(1) }, caller) : null;
    }

    private FindingChange Change(ChangeCause cause, FindingCursor from, FindingCursor to, Caller caller) =>
        Between(cause, from, to, caller, to.Write(judgements.Registry));

    /// <summary>What opened and cleared from one state of a district to another.</summary>
    internal FindingChange Between(ChangeCause cause, FindingCursor from, FindingCursor to, Caller caller, string cursor)
    {
        var (before, after) = (Scope(from, caller), Scope(to, caller));
        var (standing, now) = (before?.Findings ?? [], after?.Findings ?? []);
        // All who see the whole district go the same step: it is compared once.
        var step = last is { } known && known.Before == standing && known.After == now ? known
            : last = new Step(standing, now, now.NotIn(standing), standing.NotIn(now));
        return new FindingChange(cause, to, cursor, after ?? before,
            [.. step.Opened.Select(f => after!.Finding(f))], [.. step.Cleared.Select(f => before!.Finding(f))]);
    }

    /// <summary>Null before the district's first entry, when nothing is judged.</summary>
    private Scope? Scope(FindingCursor at, Caller caller)
    {
        if (at.Vector.Seq == 0)
        {
            return null;
        }
        var snapshot = judgements.Snapshot(judgements.Registry.View(at.Vector)!, at.Day);
        // Who catches up with many days leaves the other processors to those who ask.
        judgements.Of(snapshot, processors: 1);
        return new Scope(snapshot, null, null, judgements, caller);
    }

    private sealed record Step(
        IReadOnlyList<Finding> Before, IReadOnlyList<Finding> After, IReadOnlyList<Finding> Opened, IReadOnlyList<Finding> Cleared);
}
