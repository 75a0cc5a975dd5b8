using PlanRegistry.Alignment;
using PlanRegistry.Applications;
using PlanRegistry.Approval;
using PlanRegistry.Backups;
using PlanRegistry.Catalogue;
using PlanRegistry.Experts;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rectification;
using PlanRegistry.Settlement;

namespace PlanRegistry.Conformance;

/// <summary>
/// Which plans the records that differ between two states of a district may be judged otherwise for: those that the records are about, and
/// all that look up to these. What is said of any other plan, of what its own records and those above it hold, is the same in both.
/// </summary>
public static class Touched
{
    /// <summary>Beyond so many records that differ it is not worth looking.</summary>
    private const int MostRecords = 200;

    /// <summary>That say what became of an answer, a finding or an application, and are read by no rule on a plan.</summary>
    private static readonly HashSet<Type> Unread = [
        typeof(CertificateRevocation), typeof(CertificateReview), typeof(HandOut), typeof(ApplicationDecision),
        typeof(TaskYear), typeof(TaskProgress), typeof(Waiver), typeof(Restoration),
        // What is said of years is judged anew with the district, whatever differs.
        typeof(InvestmentPlanLine),
    ];

    /// <summary>
    /// Looked up by more than those below the plan: what a list holds, what a municipal plan has allocated, who is of the pool.
    /// </summary>
    private static readonly HashSet<Type> Common = [typeof(DirectoryEntry), typeof(Allocation), typeof(SuperiorPlan), typeof(Expert)];

    /// <returns>Null where it may be any of them.</returns>
    public static IReadOnlySet<Key<Plan>>? Between(RegistryView before, RegistryView after)
    {
        if (before.Code != after.Code || !before.RuleTrials.SequenceEqual(after.RuleTrials)
            || !before.Vector.Heads.Skip(1).SequenceEqual(after.Vector.Heads.Skip(1)))
        {
            return null;
        }
        var changed = before.Own.Unlike(after.Own).Take(MostRecords + 1).ToList();
        if (changed.Count > MostRecords || before.Policy.RecordsFrom != after.Policy.RecordsFrom || HidesAnother(before, after))
        {
            return null;
        }
        var about = new HashSet<Key<Plan>>();
        foreach (var record in changed.Where(r => !Unread.Contains(r.GetType())))
        {
            var plans = Common.Contains(record.GetType()) ? [] : About(record);
            // Nobody has named yet a document that is new; an application for what is no plan yet says nothing of any.
            if (plans.Count == 0 && record is not EntryApplication && !(record is Document paper && before.Document(paper.Key) is null))
            {
                return null;
            }
            about.UnionWith(plans.Select(after.Canonical));
        }
        return WithThoseBelow(about, before, after);
    }

    private static IReadOnlyList<Key<Plan>> About(Record record) => record switch
    {
        Plan plan => [plan.Key],
        // Who is above looks down at nobody.
        PlanLink link => [link.Subordinate],
        AlignmentOpinion opinion => [opinion.Plan],
        _ => [.. RecordShape.Of(record.GetType()).Columns.SelectMany(c => c.Named(record)).Where(n => n.Type == typeof(Plan))
            .Select(n => Key<Plan>.TryParse(n.Key, record.Home, out var key) ? key : throw new FormatException(n.Key))],
    };

    /// <summary>A stub is seen as another plan than before.</summary>
    private static bool HidesAnother(RegistryView before, RegistryView after) =>
        after.All<SuperiorPlan>().Any(s => before.Canonical(s.Key) != after.Canonical(s.Key));

    /// <summary>
    /// The district's development plans are above every plan, linked or not; and of spatial plans of the whole district there is one.
    /// </summary>
    private static HashSet<Key<Plan>>? WithThoseBelow(HashSet<Key<Plan>> about, RegistryView before, RegistryView after)
    {
        RegistryView[] both = [before, after];
        var ends = both.SelectMany(v => v.Of<Act>().Where(a => a.Against is not null)
            .Select(a => (Ended: v.Canonical(a.Plan), Successor: v.Canonical(a.Against!.Value.Plan)))).Distinct().ToList();
        for (var queue = new Queue<Key<Plan>>(about); queue.TryDequeue(out var at);)
        {
            if (both.Any(v => v.Plan(at) is { } plan
                && (plan.Kind == PlanKind.Development || ParallelSpatialPlan.CoversTheDistrict(plan, v))))
            {
                return null;
            }
            foreach (var below in both.SelectMany(v => v.LinksDown[at].Select(l => v.Canonical(l.Subordinate)))
                .Concat(ends.Where(e => e.Successor == at).Select(e => e.Ended)))
            {
                if (about.Add(below))
                {
                    queue.Enqueue(below);
                }
            }
        }
        return about;
    }
}
