using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Evidence;

/// <summary>
/// The records behind an answer: those that it rests on, what is recorded of its plans, the district and its policy, and what these name
/// in turn. Which of them weighed is the judgement's own to say; that none is missing nobody can prove.
/// </summary>
internal static class EvidenceRows
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<Record> Of(RegistryView view, IReadOnlyList<RecordId> seeds, IReadOnlyList<Key<Plan>> plans)
    {
        HashSet<Key<Plan>> about = [.. plans.Select(view.Canonical)];
        var keys = about.Select(p => view.Plan(p)?.Id.ToString()).OfType<string>().ToHashSet();
        HashSet<Record> found = new(ReferenceEqualityComparer.Instance);
        Queue<Record> open = new(seeds.Select(view.Find).OfType<Record>()
            .Concat(view.Chain.SelectMany(d => d.All).Where(r => r is District or PolicyValue || IsAbout(view, r, about, keys))));
        while (open.TryDequeue(out var row))
        {
            if (found.Add(row))
            {
                Named(view, row).ToList().ForEach(open.Enqueue);
            }
        }
        return [.. found.OrderBy(r => r.Id.ToString(), StringComparer.Ordinal)];
    }

    private static bool IsAbout(RegistryView view, Record row, HashSet<Key<Plan>> about, HashSet<string> keys) => row switch
    {
        Plan plan => about.Contains(plan.Key),
        FindingSettlement settled => settled.Finding.Split('|').Any(keys.Contains),
        CertificateReview { Number: var number } => IsOf(view, number, about),
        CertificateRevocation { Number: var number } => IsOf(view, number, about),
        _ => RecordShape.Of(row.GetType()).Columns.Where(c => c.References == typeof(Plan)).SelectMany(c => c.Named(row))
            .Any(n => Key<Plan>.TryParse(n.Key, view.Code, out var key) && about.Contains(view.Canonical(key))),
    };

    private static bool IsOf(RegistryView view, string number, HashSet<Key<Plan>> about) =>
        Certificates.Find(view, number) is { } certificate && about.Contains(view.Canonical(certificate.Plan));

    /// <summary>What a row names; a document that names forty plans does not bring them all.</summary>
    private static IEnumerable<Record> Named(RegistryView view, Record row) =>
        RecordShape.Of(row.GetType()).Columns.Where(c => !(row is Document && c.References == typeof(Plan)))
            .SelectMany(c => c.Named(row))
            .Select(n => view.Chain.FirstOrDefault(d => n.Key.StartsWith(d.District.Value, StringComparison.Ordinal))
                ?.FindByKey(n.Type, n.Key[(n.Key.IndexOf(':') + 1)..]))
            .OfType<Record>();
}
