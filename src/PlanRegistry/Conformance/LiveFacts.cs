using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;

namespace PlanRegistry.Conformance;

/// <summary>
/// The facts of one district and day, moved from view to view at the cost of what differs. Each part has a snapshot of its own over a watched
/// view, so whatever its facts ask, now or when a rule reads them later, is noted as that part's. A move finds the questions that the two views
/// may answer differently and computes the parts anew that asked one; every other part would come out the same, so it stays, and answers what it
/// is asked next from the new view. It matters nothing where the views come from, nor whether one was ever written.
/// </summary>
public sealed class LiveFacts
{
    private readonly Standing standing;
    private readonly Dictionary<FactPart, LivePart> parts = [];
    private readonly Dictionary<Question, HashSet<LivePart>> askers = [];
    private RegistryView view;
    private HashSet<FactPart> pending;

    /// <summary>Nowhere yet: the first move brings every fact.</summary>
    public LiveFacts(RegistryView view, DateOnly asOf)
    {
        (this.view, AsOf) = (view, asOf);
        standing = new Standing { Tables = view.Tables };
        pending = [.. Facts.Parts(view)];
    }

    public DateOnly AsOf { get; }

    /// <summary>The view that the facts are of.</summary>
    public RegistryView View => view;

    public int Count => parts.Count;

    /// <summary>Whether the way there is a difference. Else the views have too little in common, and it is a new beginning.</summary>
    public bool CanMoveTo(RegistryView next) => ViewTables.Between(view.Tables, next.Tables) is not null;

    /// <summary>
    /// The first half of a move: batches of facts that do not outlast it, while all still answer from the former view. To retract one batch may have
    /// facts that stay ask what is about to change: then their parts are the next batch.
    /// </summary>
    public IEnumerable<IReadOnlyList<object>> Leave(RegistryView next)
    {
        var questions = ViewTables.Between(view.Tables, next.Tables)!;
        pending = [];
        if (questions.Contains(Question.Whole(typeof(Plan))) || questions.Contains(Question.Whole(typeof(DirectoryList))))
        {
            var there = Facts.Parts(next).ToHashSet();
            pending = [.. there.Where(p => !parts.ContainsKey(p))];
            yield return [.. parts.Keys.Where(p => !there.Contains(p)).ToList().SelectMany(Forget)];
        }
        while (questions.SelectMany(q => askers.GetValueOrDefault(q, [])).Select(p => p.Name).ToHashSet() is { Count: > 0 } touched)
        {
            pending.UnionWith(touched);
            yield return [.. touched.SelectMany(Forget)];
        }
        view = next;
    }

    /// <summary>The second half: the facts that are new in the view moved to.</summary>
    public IReadOnlyList<object> Arrive()
    {
        standing.Tables = view.Tables;
        return [.. pending.SelectMany(Compute)];
    }

    private IReadOnlyList<object> Compute(FactPart name)
    {
        var part = new LivePart(name);
        parts.Add(name, part);
        part.Facts = [.. Facts.Of(new Snapshot(view.Watched(standing, q => Note(part, q)), AsOf), name)];
        return part.Facts;
    }

    private IReadOnlyList<object> Forget(FactPart name)
    {
        if (!parts.Remove(name, out var part))
        {
            return [];
        }
        part.IsForgotten = true;
        foreach (var question in part.Asked)
        {
            askers[question].Remove(part);
            if (askers[question].Count == 0)
            {
                askers.Remove(question);
            }
        }
        return part.Facts;
    }

    private void Note(LivePart part, Question question)
    {
        if (!part.IsForgotten && part.Asked.Add(question))
        {
            (askers.TryGetValue(question, out var all) ? all : askers[question] = []).Add(part);
        }
    }

    private sealed class LivePart(FactPart name)
    {
        public FactPart Name { get; } = name;
        public HashSet<Question> Asked { get; } = [];
        public IReadOnlyList<object> Facts { get; set; } = [];

        /// <summary>A rule that looks at it for the last time asks in nobody's name.</summary>
        public bool IsForgotten { get; set; }
    }
}
