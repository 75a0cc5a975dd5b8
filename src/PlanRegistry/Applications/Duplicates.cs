using System.Text.RegularExpressions;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// 可能重复: for years that overlap and of the same or nearly the same title, whoever applies, or of a like title and the same lead agency:
/// an entry in force or of a list still being made, an open application, a plan that has not ended. An agency, a field or a horizon that
/// is not recorded may be the same. A person says whether it is.
/// </summary>
internal static partial class Duplicates
{
    public static IEnumerable<ScreeningDoubt> Of(RegistryView view, EntryApplication application, AsOfDay day)
    {
        var own = application.Plan is { } plan ? view.Canonical(plan) : (Key<Plan>?)null;
        var candidates = Candidates(view, application, day).ToList();
        var alike = application.IsUntold ? []
            : TitleLikeness.Of(view, Bare(application.Title)).Nearest(candidates, c => [Bare(c.Title)], c => c.Code).ToHashSet();
        return candidates.Select(c => Doubt(c)).OfType<ScreeningDoubt>();

        ScreeningDoubt? Doubt(Candidate other)
        {
            if (own is not null && other.Plan == own)
            {
                return Say(other, Verdict.Conditional, [new("同一规划", "the same plan")]);
            }
            var (title, lead, horizon) = (TitleReason(other), LeadReason(other), HorizonReason(other));
            return horizon is { } years && (title ?? (lead.IsOne ? LikenessReason(other) : null)) is { } named
                ? Say(other, other.Lead is null || other.Horizon is null ? Verdict.Unknown : Verdict.Conditional,
                    [lead.Words, years, named])
                : null;
        }

        Text? TitleReason(Candidate other) => application.IsUntold ? null
            : TitleKey.Same(other.Title, application.Title) ? new Text("名称相同", "the same title")
            : TitleNearness.AreNear(Bare(other.Title), Bare(application.Title), view.DistrictNames)
                ? new Text("名称相近", "nearly the same title")
            : (Text?)null;

        Text? LikenessReason(Candidate other) => !alike.Contains(other) ? null
            : application.Field is null || other.Field is null ? new Text("名称相似、领域未录入", "a similar title and a field not recorded")
            : TitleKey.Same(application.Field, other.Field) ? new Text("领域相同、名称相似", "the same field and a similar title")
            : (Text?)null;

        (Text Words, bool IsOne) LeadReason(Candidate other) => view.Agency(other.Lead) is not { } one
                ? (new("对方牵头单位未录入", "a lead agency not recorded"), true)
            : view.Agency(application.LeadAgency) is { } two && AreOne(one, two) ? (new("同一牵头单位", "the same lead agency"), true)
            : (new($"对方牵头单位为{one.Name}", $"another lead agency, {one.Name}"), false);

        bool AreOne(Agency one, Agency two) => Bodies.Of(view).AreOne(one, two)
            || (view.AgencyOn(one.Key, day) is { } a && view.AgencyOn(two.Key, day) is { } b && a.Key == b.Key);

        Text? HorizonReason(Candidate other) => other.Horizon is not { } years ? new Text("对方规划期未录入", "a horizon not recorded")
            : years.Overlaps(application.Horizon)
                ? new Text($"规划期重叠（{years.InWords.Zh}）", $"overlapping horizons ({years})")
            : (Text?)null;

        ScreeningDoubt Say(Candidate other, Verdict verdict, IReadOnlyList<Text> reasons) => new(ScreeningKind.Duplicate, verdict,
            Screening.OfLists,
            new($"{application.Named.Zh}与{other.Named.Zh}可能重复：{Text.Join(reasons).Zh}。",
                $"{application.Named.En} may be the same as {other.Named.En}: {Text.Join(reasons).En}."), other.Row);
    }

    /// <summary>What is remarked in brackets makes no other plan: (示例), (修编), (征求意见稿).</summary>
    private static string Bare(string title) => Remark().Replace(TitleKey.Of(title), "") is { Length: > 0 } bare ? bare : title;

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Remark();

    /// <summary>A plan that stands on a list is told by its entry.</summary>
    private static IEnumerable<Candidate> Candidates(RegistryView view, EntryApplication application, AsOfDay day)
    {
        var became = ApplicationCourse.Of(view, application, day).Decision;
        var entries = view.Of<DirectoryEntry>().Where(e => e.Dropped != true && e.Title != Secrets.Title
            && !(e.List == became?.List && e.Code == became?.Entry) && Counts(view, e, day)).ToList();
        var listed = entries.Where(e => e.Plan is not null).Select(e => view.Canonical(e.Plan!.Value)).ToHashSet();
        HashSet<Key<Plan>> own = [.. new[] { application.Plan, EntryOf(view, became)?.Plan }.OfType<Key<Plan>>().Select(view.Canonical)];
        return [
            .. entries.Select(e => new Candidate(e, e.Code, e.Title, new($"{e.Place.Zh}{e.Named.Zh}", $"{e.Place.En}, {e.Named.En}"),
                e.Horizon, e.LeadAgency, e.Category, e.Plan is { } plan ? view.Canonical(plan) : null)),
            .. view.Of<EntryApplication>().Where(a => a.Key != application.Key && !a.IsUntold && a.AppliedOn.First <= day
                && !ApplicationCourse.Of(view, a, day).IsClosed)
                .Select(a => new Candidate(a, a.Code, a.Title, new($"申报{a.Code}{a.Named.Zh}", $"the application {a.Code}, {a.Named.En}"),
                    a.Horizon, a.LeadAgency, a.Field, a.Plan is { } plan ? view.Canonical(plan) : null)),
            .. view.Of<Plan>().Where(p => !p.IsSecret && !own.Contains(p.Key) && !listed.Contains(p.Key)
                && IsAlive(view, p.Key, day))
                .Select(p => new Candidate(p, p.Code, p.Title, new($"规划{p.Code}{p.Named.Zh}", $"the plan {p.Code}, {p.Named.En}"),
                    p.Horizon, p.LeadAgency, p.Field, p.Key)),
        ];
    }

    private static DirectoryEntry? EntryOf(RegistryView view, ApplicationDecision? decision) => decision?.List is { } list
        ? view.EntriesIn[list].FirstOrDefault(e => e.Code == decision.Entry) : null;

    /// <summary>In force, or of a list that is still being made; not of a plan that has ended.</summary>
    private static bool Counts(RegistryView view, DirectoryEntry entry, AsOfDay day) => view.List(entry.List) is { } list
        && (Listing.IsInForce(view, list, day) || list.ApprovedOn?.First > day
            || (list.ApprovedOn is null && list.ApprovalDocument is null))
        && (entry.Plan is not { } plan || view.Plan(plan) is null || IsAlive(view, plan, day));

    private static bool IsAlive(RegistryView view, Key<Plan> plan, AsOfDay day) => !view.History(plan).StatusOn(day).IsOver();

    private sealed record Candidate(
        Record Row, string Code, string Title, Text Named, Horizon? Horizon, Key<Agency>? Lead, string? Field, Key<Plan>? Plan);
}
