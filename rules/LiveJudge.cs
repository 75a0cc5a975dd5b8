using PlanRegistry.Ledger;

namespace PlanRegistry.Rules;

/// <summary>
/// Judges the views of one district, one after another, in a session that stays: a judgement costs what its view differs by from the one before;
/// another day is a new beginning. For one writer at a time; what it answers is immutable. After a failure it begins again with the next view.
/// </summary>
public sealed class LiveJudge
{
    private readonly Dictionary<object, (string Key, bool IsOnlyForMoney, Finding Finding)> said = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, FindingDraft?> heard = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Key, bool IsOnlyForMoney), List<Finding>> byKey = [];
    private LiveFacts? facts;
    private ISession session = null!;
    private Judgement judgement = null!;

    /// <summary>Parts of the district that it keeps facts of: what it weighs.</summary>
    public int Count => facts?.Count ?? 0;

    public Judgement Assess(RegistryView view, DateOnly asOf)
    {
        lock (heard)
        {
            try
            {
                return facts?.AsOf != asOf || !facts.IsNear(view) ? Begin(view, asOf) : facts.View == view ? judgement : Move(view);
            }
            catch
            {
                facts = null;
                throw;
            }
        }
    }

    private Judgement Begin(RegistryView view, DateOnly asOf)
    {
        said.Clear();
        heard.Clear();
        byKey.Clear();
        session = Judge.NewSession();
        session.Events.FactInsertedEvent += (_, e) => Hear(e.Fact, e.Fact.Value);
        session.Events.FactUpdatedEvent += (_, e) => Hear(e.Fact, e.Fact.Value);
        session.Events.FactRetractedEvent += (_, e) => Hear(e.Fact, null);
        judgement = new Judgement(new Snapshot(view, asOf), [], []);
        var all = new LiveFacts(view, asOf);
        session.InsertAll(all.Arrive());
        facts = all;
        return Publish(view);
    }

    private Judgement Move(RegistryView view)
    {
        foreach (var gone in facts!.Leave(view))
        {
            session.RetractAll(gone);
        }
        session.InsertAll(facts.Arrive());
        return Publish(view);
    }

    /// <summary>Drafts alone: of the last change to each.</summary>
    private void Hear(object fact, object? value)
    {
        if (value is FindingDraft || (value is null && (said.ContainsKey(fact) || heard.ContainsKey(fact))))
        {
            heard[fact] = value as FindingDraft;
        }
    }

    private Judgement Publish(RegistryView view)
    {
        session.Fire();
        var before = new Dictionary<(string, bool), Finding?>();
        foreach (var (fact, draft) in heard)
        {
            if (said.Remove(fact, out var old))
            {
                Change(before, (old.Key, old.IsOnlyForMoney), list => list.Remove(old.Finding));
            }
            if (draft?.Finish() is { } finding)
            {
                said[fact] = (finding.Key, draft.IsOnlyForMoney, finding);
                Change(before, (finding.Key, draft.IsOnlyForMoney), list => list.Add(finding));
            }
        }
        heard.Clear();
        return judgement = judgement.Next(new Snapshot(view, facts!.AsOf), Changes(before, isOnlyForMoney: false), Changes(before, isOnlyForMoney: true));
    }

    private void Change(Dictionary<(string, bool), Finding?> before, (string, bool) key, Action<List<Finding>> change)
    {
        var list = byKey.TryGetValue(key, out var known) ? known : byKey[key] = [];
        before.TryAdd(key, Judge.Choose(list));
        change(list);
        if (list.Count == 0)
        {
            byKey.Remove(key);
        }
    }

    private FindingChanges Changes(Dictionary<(string Key, bool IsOnlyForMoney), Finding?> before, bool isOnlyForMoney)
    {
        var keys = before.Where(b => b.Key.IsOnlyForMoney == isOnlyForMoney).ToList();
        return new(
            [.. keys.Select(b => b.Value).OfType<Finding>()],
            [.. keys.Select(b => Judge.Choose(byKey.GetValueOrDefault(b.Key, []))).OfType<Finding>()]);
    }
}
