using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>
/// The facts of one district and day, moved from view to view at the cost of what differs. Each part has a snapshot of its own over a watched
/// view, so whatever its facts ask, now or when a rule reads them later, is noted as that part's. Another plan it sees through a part that only
/// looks at that plan, and notes that it did. A move finds the questions that the two views may answer differently, and computes anew the parts
/// that asked one and those that looked through them; every other part would come out the same, so it stays, and answers what it is asked next
/// from the new view. It matters nothing where the views come from, nor whether one was ever written.
/// </summary>
public sealed class LiveFacts
{
    private readonly Standing standing;
    private readonly Dictionary<FactPart, LivePart> parts = [];
    private readonly Dictionary<Question, HashSet<LivePart>> askers = [];
    private RegistryView view;
    private HashSet<FactPart> pending;

    /// <summary>Nowhere yet: the first arrival brings every fact.</summary>
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

    /// <summary>Whether the way there is worth it: where most parts would be computed anew, as after an act of the development plan, beginning anew is faster.</summary>
    public bool IsNear(RegistryView next) =>
        ViewTables.Between(view.Tables, next.Tables) is { } questions && Touched(questions).Count <= parts.Count / 4 + 8;

    /// <summary>
    /// The first half of a move: batches of facts that do not outlast it, while all still answer from the former view. To retract one batch may have
    /// facts that stay ask what is about to change: then their parts are the next batch.
    /// </summary>
    public IEnumerable<IReadOnlyList<object>> Leave(RegistryView next)
    {
        var questions = ViewTables.Between(view.Tables, next.Tables)!;
        var there = (questions.Contains(Question.Whole(typeof(Plan))) || questions.Contains(Question.Whole(typeof(DirectoryList))) ? Facts.Parts(next) : Facts.Parts(view)).ToHashSet();
        pending = [.. there.Where(p => !parts.ContainsKey(p))];
        yield return [.. parts.Keys.Where(p => p.Of != typeof(PlanOnDay) && !there.Contains(p)).ToList().SelectMany(Forget)];
        while (Touched(questions) is { Count: > 0 } touched)
        {
            pending.UnionWith(touched.Where(there.Contains));
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
        var part = Add(name, name.Of == typeof(Plan) ? new Key<Plan>(view.Code, name.Code) : null);
        return part.Facts = [.. Facts.Of(part.Snapshot, name)];
    }

    private LivePart Add(FactPart name, Key<Plan>? own)
    {
        var part = new LivePart(name);
        parts.Add(name, part);
        part.Snapshot = new Snapshot(view.Watched(standing, q => Note(part, q)), AsOf, own, other => See(part, other));
        return part;
    }

    /// <summary>Another plan, as all that look at it from elsewhere see it.</summary>
    private PlanOnDay? See(LivePart part, Key<Plan> other)
    {
        var name = new FactPart(typeof(PlanOnDay), other.ToString());
        Note(part, LookAt(name));
        return (parts.TryGetValue(name, out var known) ? known : Add(name, other)).Snapshot.Plan(other);
    }

    private static Question LookAt(FactPart name) => new(typeof(PlanOnDay), default, name.Code);

    private HashSet<FactPart> Touched(HashSet<Question> questions)
    {
        var touched = new HashSet<FactPart>();
        var open = new Queue<Question>(questions);
        while (open.TryDequeue(out var question))
        {
            foreach (var part in askers.GetValueOrDefault(question, []).Where(p => touched.Add(p.Name) && p.Name.Of == typeof(PlanOnDay)))
            {
                open.Enqueue(LookAt(part.Name));
            }
        }
        return touched;
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
        public Snapshot Snapshot { get; set; } = null!;
        public HashSet<Question> Asked { get; } = [];
        public IReadOnlyList<object> Facts { get; set; } = [];

        /// <summary>A rule that looks at it for the last time asks in nobody's name.</summary>
        public bool IsForgotten { get; set; }
    }
}
