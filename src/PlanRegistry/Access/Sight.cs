using System.Collections.Concurrent;
using PlanRegistry.Alignment;
using PlanRegistry.Applications;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Experts;
using PlanRegistry.Funding;
using PlanRegistry.Implementation;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rectification;
using PlanRegistry.Settlement;

namespace PlanRegistry.Access;

/// <summary>
/// What an agency sees of its district: its own plans, what these hang on, the development plans, the spatial plans that are known, those
/// it was asked for an opinion on (of the consultation its own part), and what is the district's as a whole. The rest does not exist for
/// it. Superior districts' records are seen by all who see the district.
/// </summary>
public sealed class Sight
{
    private readonly HashSet<Key<Plan>> own;

    private Sight(RegistryView whole, Key<Agency>? agency)
    {
        own = agency is { } led ? [.. whole.Of<Plan>().Where(p => Leads(whole, led, p)).Select(p => p.Key)] : [];
        Agency = agency;
        HashSet<Key<Plan>> seen = agency is null ? [] : [.. own.SelectMany(p => Above(whole, p)), .. own,
            .. whole.Of<Plan>().Where(p => p.Kind == PlanKind.Development || IsBase(whole, p)).Select(p => p.Key),
            // Who is asked for an opinion on a plan sees it.
            .. whole.Of<AlignmentOpinion>().Where(o => o.Agency == agency).Select(o => whole.Canonical(o.Plan)),
            // Who answers for something of a plan sees it.
            .. whole.Of<Assignment>().Where(a => AssignmentBook.Concerns(whole, a, agency.Value)).Select(a => whole.Canonical(a.Plan)),
            .. whole.Of<ConsultationRound>().Where(r => r.AsksOn(whole, agency.Value, DateOnly.MaxValue))
                .Select(r => whole.Canonical(r.Plan))];
        View = new RegistryView([whole.Own.Only(r =>
            agency is not { } by ? r is District : r switch
            {
                HandOut handed => SeesHandedOut(whole, handed, by),
                EntryApplication asked => Sees(whole, asked, by),
                ApplicationDecision { Application: var of } => whole.Of<EntryApplication>().Any(a => a.Key == of && Sees(whole, a, by)),
                DirectoryEntry entry => HasToDoWith(whole, entry, by) || Sees(whole, r, seen, own),
                _ when Consulted.PlanOf(r) is { } consulted =>
                    own.Contains(whole.Canonical(consulted)) || Consulted.Concerns(whole, r, by),
                _ => Sees(whole, r, seen, own),
            }),
            .. whole.Chain.Skip(1)])
        {
            // Nobody may keep under its vector what is worked out from a part.
            IsRehearsal = true,
        };
    }

    public Key<Agency>? Agency { get; }

    /// <summary>The same vector, with the rows that are seen.</summary>
    public RegistryView View { get; }

    /// <summary>What an agency sees; worked out once for each view.</summary>
    public static Sight Of(RegistryView whole, Key<Agency> agency) =>
        whole.Kept(_ => new Sights()).OfAgency.GetOrAdd(agency, key => new Sight(whole, key));

    /// <summary>What everybody may see: no row but the district itself.</summary>
    public static Sight OfNobody(RegistryView whole) => whole.Kept(v => new Nobodys(new Sight(v, null))).Sight;

    /// <summary>Whether the agency leads the plan, alone or with others.</summary>
    public bool IsOwn(Key<Plan> plan) => own.Contains(plan);

    /// <summary>A finding about its own plans, or one that it has to mend, by itself or because it was handed to it.</summary>
    public bool Sees(Finding finding) => finding.Plans.Any(own.Contains)
        || (Agency is { } agency && (finding.Responsible?.Key == agency || HandOuts.IsWith(View, finding.Key, agency))
            && finding.Plans.All(p => View.Plan(p) is not null));

    /// <summary>A spatial plan of the district, with which others are aligned, once it was consulted on or published.</summary>
    private static bool IsBase(RegistryView whole, Plan plan) =>
        plan is { Kind: PlanKind.Spatial, Tier: PlanTier.District, IsSecret: false }
        && whole.ActsOf[plan.Key].Any(a => a is { Type: ActType.Consulted or ActType.Published, About: ActAbout.Plan });

    private static bool Leads(RegistryView view, Key<Agency> agency, Plan plan) =>
        Leads(view, agency, plan.LeadAgency, plan.CoLeadAgencies);

    private static bool Leads(RegistryView view, Key<Agency> agency, Key<Agency>? lead, IReadOnlyList<Key<Agency>>? others) =>
        (lead is { } first ? [first, .. others ?? []] : others ?? []).Any(a => a == agency || Succeeds(view, agency, a));

    /// <summary>Its own; those on which its word is asked; and who drafts the lists that they would stand on, sees them.</summary>
    private static bool Sees(RegistryView whole, EntryApplication application, Key<Agency> by) =>
        application.Applicant == by || Leads(whole, by, application.LeadAgency, application.CoLeadAgencies)
        || (whole.Agency(by) is { Tier: PlanTier.District } agency
            && (ListWord.Of(agency) is not null || agency.Role == Deciding.DeciderOf(application.Kind)));

    /// <summary>What is listed of its own and is no plan yet; what its word is asked on; what stands on the lists it drafts.</summary>
    private static bool HasToDoWith(RegistryView whole, DirectoryEntry entry, Key<Agency> by) =>
        (entry.Plan is null && Leads(whole, by, entry.LeadAgency, entry.CoLeadAgencies))
        || (whole.Agency(by) is { Tier: PlanTier.District } agency
            && (ListWord.Of(agency) is not null || agency.Role == Deciding.DeciderOf(entry.Kind)));

    /// <summary>Whether an agency has taken over from another, however often in between.</summary>
    private static bool Succeeds(RegistryView view, Key<Agency> agency, Key<Agency> earlier)
    {
        var at = view.Agency(earlier);
        for (var step = 0; at?.SucceededBy is { } next && step < 16; step++)
        {
            if (next == agency)
            {
                return true;
            }
            at = view.Agency(next);
        }
        return false;
    }

    /// <summary>The plans above a plan, as far as there are links.</summary>
    private static IEnumerable<Key<Plan>> Above(RegistryView view, Key<Plan> plan)
    {
        HashSet<Key<Plan>> found = [];
        Queue<Key<Plan>> open = new([plan]);
        while (open.TryDequeue(out var at))
        {
            foreach (var superior in view.LinksUp[at].Select(l => view.Canonical(l.Superior)).Where(found.Add))
            {
                open.Enqueue(superior);
            }
        }
        return found;
    }

    /// <summary>What names plans is seen with a plan that is seen; what is of money or concludes a finding, with an own one.</summary>
    private static bool Sees(RegistryView whole, Record row, HashSet<Key<Plan>> seen, HashSet<Key<Plan>> own) => row switch
    {
        Plan plan => seen.Contains(plan.Key),
        DirectoryEntry { Plan: null } => false,
        // The pool is the district's; of the plans that one has drafted, those are shown that are seen.
        Expert => true,
        FundingLine line => own.Contains(whole.Canonical(line.Plan)),
        InvestmentPlanLine line => line.Plan is { } carried && own.Contains(whole.Canonical(carried)),
        FundingCertificate certificate => own.Contains(whole.Canonical(certificate.Plan)),
        CertificateRevocation { Number: var number } => IsOwn(whole, number, own),
        CertificateReview { Number: var number } => IsOwn(whole, number, own),
        FindingSettlement settled => IsAboutOwn(whole, settled.Finding, own),
        Waiver waiver => waiver.Plan is { } plan && own.Contains(whole.Canonical(plan)),
        _ => Plans(whole, row).ToList() is var plans && (plans.Count == 0 || plans.Exists(seen.Contains)),
    };

    /// <summary>What was handed to it, and of its own plans to whom.</summary>
    private bool SeesHandedOut(RegistryView whole, HandOut handed, Key<Agency> by) =>
        handed.Agency == by || IsAboutOwn(whole, handed.Finding, own);

    private static bool IsAboutOwn(RegistryView whole, string finding, HashSet<Key<Plan>> own) =>
        finding.Split('|').Any(s => own.Any(p => s == whole.Plan(p)?.Id.ToString()));

    private static bool IsOwn(RegistryView whole, string number, HashSet<Key<Plan>> own) =>
        Certificates.Find(whole, number) is { } certificate && own.Contains(whole.Canonical(certificate.Plan));

    private static IEnumerable<Key<Plan>> Plans(RegistryView whole, Record row) =>
        RecordShape.Of(row.GetType()).Columns.Where(c => c.References == typeof(Plan)).SelectMany(c => c.Named(row))
            .Select(n => Key<Plan>.TryParse(n.Key, whole.Code, out var key) ? whole.Canonical(key) : default);

    private sealed class Sights
    {
        public ConcurrentDictionary<Key<Agency>, Sight> OfAgency { get; } = new();
    }

    private sealed record Nobodys(Sight Sight);
}
