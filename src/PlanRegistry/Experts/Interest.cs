using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>
/// 直接利害关系: why one of the pool is not to be asked about a plan. No plan is argued by who drafts it (重大行政决策程序暂行条例 第十九条、第二十条), nor
/// evaluated by the institute that argued it (第三十六条).
/// </summary>
/// <param name="IsOpen">It cannot be told, since something is not recorded.</param>
public sealed record Interest(Text Why, string Clause, bool IsOpen = false)
{
    public const string OfDrafters = "重大行政决策程序暂行条例 第十九条、第二十条";
    public const string OfArguers = "重大行政决策程序暂行条例 第三十六条";

    /// <summary>Null where there is none, as far as the records tell.</summary>
    /// <param name="on">When it was asked: by then a body may have succeeded the one that is recorded as drafting the plan.</param>
    public static Interest? Of(RegistryView view, Plan plan, Expert expert, ActAbout about, DateOnly on)
    {
        var key = view.Canonical(plan.Key);
        List<Key<Agency>> leads = [.. plan.LeadAgency is { } first ? [first] : Array.Empty<Key<Agency>>(), .. plan.CoLeadAgencies ?? []];
        var bodies = BodiesOf(view, leads, on);
        var institute = InstituteOf(view, expert);
        Expert[] both = institute is null ? [expert] : [expert, institute];
        if (bodies.FirstOrDefault(a => both.Any(e => IsPartOf(e, a))) is { } lead)
        {
            return new(new($"所在单位是本规划的编制部门{lead.Name}", $"works for {lead.Name}, which drafts the plan"), OfDrafters);
        }
        var belongings = (from e in both from body in bodies from employer in EmployersOf(e)
                          let how = Employment.Of(view, employer, body) where how != Belonging.No select (how, employer, body)).ToList();
        if (belongings.Find(b => b.how == Belonging.Sure) is { employer: { } part, body: { } of })
        {
            return new(new($"所在单位“{part}”属于本规划的编制部门{of.Name}", $"works for \"{part}\", part of {of.Name}, which drafts the plan"),
                OfDrafters);
        }
        if (Array.Find(both, e => e.Drafted?.Any(p => view.Canonical(p) == key) == true) is { } drafter)
        {
            return new(drafter == expert ? new("参与编制本规划", "took part in drafting the plan")
                : new($"所在机构{drafter.Name}参与编制本规划", $"belongs to {drafter.Name}, which took part in drafting the plan"), OfDrafters);
        }
        if (bodies.FirstOrDefault(a => both.Any(e => e.InterestedIn?.Contains(a.Key) == true)) is { } related)
        {
            return new(new($"与编制部门{related.Name}有利害关系", $"has an interest in {related.Name}, which drafts the plan"), OfDrafters);
        }
        if (about is ActAbout.MidTerm or ActAbout.Final && (expert.Form == ExpertForm.Institute ? expert : institute) is { } arguing
            && Argued(view, key, arguing))
        {
            return new(arguing == expert ? new("承担过本规划的论证", "argued the plan before it was decided")
                : new($"所在机构{arguing.Name}承担过本规划的论证", $"belongs to {arguing.Name}, which argued the plan before it was decided"),
                OfArguers);
        }
        return belongings is [var (_, near, maybe), ..]
                ? Open($"所在单位“{near}”可能属于本规划的编制部门{maybe.Name}", $"\"{near}\" may be part of {maybe.Name}, which drafts the plan")
            : leads.Count == 0 ? Open("规划的编制部门未录入", "who drafts the plan is not recorded")
            : expert is { Form: ExpertForm.Person, Employer: null } ? Open("所在单位未录入", "the employer is not recorded")
            : null;
    }

    private static Interest Open(string zh, string en) =>
        new(new($"{zh}，有无利害关系无法判定", $"cannot be said to have no interest: {en}"), OfDrafters, IsOpen: true);

    private static bool Argued(RegistryView view, Key<Plan> plan, Expert institute) => view.Of<ExpertOpinion>()
        .Any(o => o.About == ActAbout.Plan && o.Expert == institute.Key && view.Canonical(o.Plan) == plan);

    private static Expert? InstituteOf(RegistryView view, Expert expert) =>
        expert is { Form: ExpertForm.Person, Employer: { } employer }
            ? view.Of<Expert>().FirstOrDefault(e => e.Form == ExpertForm.Institute && TitleKey.Same(e.Name, employer)) : null;

    /// <summary>Those that draft it, what has become of them by the day, and what went into either.</summary>
    private static List<Agency> BodiesOf(RegistryView view, IReadOnlyList<Key<Agency>> leads, DateOnly on)
    {
        var now = leads.Select(k => view.AgencyOn(k, on)?.Key).OfType<Key<Agency>>().ToHashSet();
        return [.. leads.Concat(now)
            .Concat(view.All<Agency>()
                .Where(a => a.SucceededBy is not null && view.AgencyOn(a.Key, on) is { } next && now.Contains(next.Key))
                .Select(a => a.Key))
            .Distinct().Select(k => view.Agency(k)).OfType<Agency>()];
    }

    /// <summary>An institute may bear the body's name itself.</summary>
    private static IEnumerable<string> EmployersOf(Expert expert) => expert.Form == ExpertForm.Institute
        ? new[] { expert.Name, expert.Employer }.OfType<string>() : new[] { expert.Employer }.OfType<string>();

    private static bool IsPartOf(Expert expert, Agency agency) =>
        (agency.Aliases ?? []).Prepend(agency.Name)
            .Any(name => TitleKey.Same(name, expert.Employer) || TitleKey.Same(name, expert.Name));
}
