using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>上位规划 of a plan, and the links that lead to it.</summary>
public sealed record Superior(PlanOnDay Subordinate, PlanOnDay Plan, IReadOnlyList<PlanLink> Path) : IFact
{
    public Key<Plan> Of => Subordinate.Key;

    public RecordId Id => new("superiors", Subordinate.Id.District, $"{Subordinate.Key}>{Plan.Key}");

    /// <summary>The closure over OBEYS and SERVES links that hold on the day: every plan above, nearest first.</summary>
    public static IReadOnlyList<Superior> Above(PlanOnDay start)
    {
        var found = new Dictionary<Key<Plan>, Superior>();
        var queue = new Queue<(PlanOnDay Plan, IReadOnlyList<PlanLink> Path)>([(start, [])]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var link in at.Plan.SuperiorLinks.OrderBy(l => l.RecordCode, StringComparer.Ordinal))
            {
                if (start.Snapshot.Plan(link.Superior) is { } superior && !found.ContainsKey(superior.Key))
                {
                    IReadOnlyList<PlanLink> path = [.. at.Path, link];
                    found[superior.Key] = new Superior(start, superior, path);
                    queue.Enqueue((superior, path));
                }
            }
        }
        return [.. found.Values];
    }

    public FactLine Say() => new("Superior", Plan.Id, LinkPath.Say(Subordinate.Snapshot, Path));
}

/// <summary>Plans that are each other's superiors, in order of their codes, and the shortest way from the first back to itself.</summary>
public sealed record SuperiorCycle(Snapshot Snapshot, IReadOnlyList<PlanOnDay> Members, IReadOnlyList<PlanLink> Path) : IFact
{
    /// <summary>The cycle that a plan of the district stands in; told once, of the first such plan among its members.</summary>
    public static IEnumerable<SuperiorCycle> On(PlanOnDay plan)
    {
        if (!plan.Reaches(plan))
        {
            return [];
        }
        var members = plan.Superiors.Select(s => s.Plan).Where(p => p.Reaches(plan))
            .OrderBy(p => p.Key.ToString(), StringComparer.Ordinal).ToList();
        return members.First(p => p.IsOwn).Is(plan)
            ? [new SuperiorCycle(plan.Snapshot, members, members[0].Superiors.Single(s => s.Plan.Is(members[0])).Path)]
            : [];
    }

    public RecordId Id => new("cycles", Snapshot.View.Code, string.Join('+', Members.Select(m => m.Key)));

    public bool IsJudgedBy(RuleReach rule) => Members.Any(m => m.IsJudgedBy(rule));

    public Text Line => LinkPath.Say(Snapshot, Path);

    /// <summary>The links by which the members lead to each other: to drop the wrong one breaks the cycle.</summary>
    public IEnumerable<PlanLink> Links =>
        Members.SelectMany(m => m.SuperiorLinks.Where(l => Members.Any(n => n.Key == Snapshot.View.Canonical(l.Superior))))
            .OrderBy(l => l.RecordCode, StringComparer.Ordinal);

    /// <summary>Since when these plans, and no other with them, have been each other's superiors, and one of them was judged.</summary>
    public DateOnly Since => Unbroken.Since(Members.Where(m => m.Exists).MinBy(m => m.History.ExistsFrom)!, WaysUp.Turns, IsSo);

    private bool IsSo(PlanOnDay member) => On(member.Snapshot.Plan(Members.First(m => m.IsOwn).Key)!)
        .Any(c => c.Members.Select(m => m.Key).SequenceEqual(Members.Select(m => m.Key)) && c.Members.Any(m => m.IsJudgedInFull));

    public FactLine Say() => new("SuperiorCycle", null, Line);
}

internal static class LinkPath
{
    public static Text Say(Snapshot snapshot, IReadOnlyList<PlanLink> path)
    {
        var titles = path.Select(l => l.Superior).Prepend(path[0].Subordinate)
            .Select(k => snapshot.Plan(k)?.Named ?? k.ToString()).ToList();
        return new Text(string.Join('→', titles.Select(t => t.Zh)), string.Join(" -> ", titles.Select(t => t.En)));
    }
}
