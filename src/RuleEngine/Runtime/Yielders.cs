using RuleEngine.Rete;

namespace RuleEngine;

/// <summary>
/// The matches that yield one fact, in the order in which they came. Lost ones are dropped from the front at once and from the
/// middle when they are many, so that each costs the same however many there are. Nothing is overwritten: the journal may
/// need the value before.
/// </summary>
internal readonly struct Yielders(Activation[] matches, int first, int end, int lost)
{
    public bool IsEmpty => first == end;

    public Activation Earliest => matches[first];

    public Yielders With(Activation match)
    {
        var room = matches;
        if (end == room.Length) Array.Resize(ref room, end * 2);
        room[end] = match;
        return new Yielders(room, first, end + 1, lost);
    }

    public Yielders WithoutOne(WorkingFact fact)
    {
        var live = first;
        while (live < end && !Yields(matches[live], fact)) live++;
        if (lost < (end - live) / 2) return new Yielders(matches, live, end, lost + 1);
        Activation[] left = [.. matches[live..end].Where(match => Yields(match, fact))];
        return new Yielders(left, 0, left.Length, 0);
    }

    private static bool Yields(Activation match, WorkingFact fact)
    {
        if (match.IsRemoved) return false;
        for (var linked = match.FirstLinked; linked is not null; linked = linked.Next)
            if (linked.Fact == fact) return true;
        return false;
    }
}
