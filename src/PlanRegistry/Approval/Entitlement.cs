using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// Whether a word counts: it does; who spoke, or for whom, is not said; something speaks against the body that is recorded; or it is
/// another's to say.
/// </summary>
public enum EntitlementState { Entitled, Unsaid, Doubtful, Unentitled }

/// <summary>
/// 办理权限: whether the body that acted may do what it did. Role, tier and district are asked of it as it was on that day, never of its
/// successor. The one place that decides it; the table is <see cref="Powers"/>.
/// </summary>
/// <param name="Why">Why not, as part of a sentence.</param>
public sealed record Entitlement(EntitlementState State, Text Why)
{
    private static readonly Entitlement Full = new(EntitlementState.Entitled, default);

    public bool IsGiven => State == EntitlementState.Entitled;

    public bool IsDenied => State == EntitlementState.Unentitled;

    /// <summary>Neither given nor denied: to be looked up, and without effect until it is.</summary>
    public bool IsOpen => !IsGiven && !IsDenied;

    /// <summary>True, false, or null where it is open.</summary>
    public bool? Answer => IsOpen ? null : IsGiven;

    /// <param name="by">The body recorded.</param>
    /// <param name="on">The day of its word; null where there is none, and it is asked whenever it existed.</param>
    /// <param name="document">In which an office says on whose behalf it acted.</param>
    /// <param name="plan">What the word is about, where the table asks for it.</param>
    public static Entitlement Of(
        RegistryView view, Matter matter, Key<Agency>? by, PartialDate? on, Key<Document>? document = null, Plan? plan = null)
    {
        var power = Powers.Of(matter, plan);
        return Papered(view, power, By(view, power.Bodies, by, on, document, plan), document);
    }

    /// <summary>Of a paper: of several issuers one must be entitled.</summary>
    public static Entitlement OfPaper(RegistryView view, Matter matter, Document paper) =>
        paper.Issuers.Select(i => Of(view, matter, i, paper.IssuedOn, paper.Key))
            .DefaultIfEmpty(Of(view, matter, null, paper.IssuedOn, paper.Key)).MinBy(e => e.State)!;

    /// <summary>Of an act, by its own bodies, day and document: of several bodies one must be entitled.</summary>
    public static Entitlement Of(RegistryView view, Matter matter, Act act)
    {
        var power = Powers.Of(matter, view.Plan(act.Plan));
        return Papered(view, power, By(view, power.Bodies, act), act.Document) is { IsGiven: false } word ? word
            : power.NeedsDocument && PaperDoubt(view, act) is { } doubt ? new(EntitlementState.Doubtful, doubt)
            : Full;
    }

    /// <summary>What speaks against its document: it is nobody's or another body's, or names other plans only.</summary>
    private static Text? PaperDoubt(RegistryView view, Act act)
    {
        var paper = view.Document(act.Document)!;
        var name = new Text($"文件{paper.Named.Zh}", $"the document {paper.Named.En}");
        return Bodies.Of(view).DoubtAbout(paper, act.Agencies, name, new("办理单位", "the body that acted")) is { } doubt ? doubt
            : paper.Plans is { Count: > 0 } plans && !plans.Any(p => view.Canonical(p) == view.Canonical(act.Plan))
                ? new Text($"{name.Zh}未写明本规划", $"{name.En} does not name the plan")
            : (Text?)null;
    }

    /// <summary>The same where the act is one of these bodies' alone.</summary>
    public static Entitlement By(RegistryView view, IReadOnlyList<Body> bodies, Act act) =>
        act.Agencies.Select(a => By(view, bodies, a, act.On, act.Document, view.Plan(act.Plan)))
            .DefaultIfEmpty(By(view, bodies, null, act.On, act.Document, null)).MinBy(e => e.State)!;

    private static Entitlement By(
        RegistryView view, IReadOnlyList<Body> bodies, Key<Agency>? by, PartialDate? on, Key<Document>? document, Plan? plan)
    {
        if (view.Agency(by) is not { } agency)
        {
            return new(EntitlementState.Unsaid, new("办理单位未录入", "whose word it is is not recorded"));
        }
        return bodies.Any(b => b.Is(new Actor(view, agency, on, plan)))
            ? Bodies.Of(view).DoubtAbout(agency, on) is { } doubt ? new(EntitlementState.Doubtful, doubt) : Full
            : ThroughAnOffice(view, bodies, agency, on, document, plan) ?? new(EntitlementState.Unentitled, new(
                $"{agency.Name}无权办理，应为{string.Join("或者", bodies.Select(b => b.Name.Zh))}",
                $"{agency.Name} is not entitled to it; it is for {string.Join(" or ", bodies.Select(b => b.Name.En))}"));
    }

    private static Entitlement Papered(RegistryView view, Power power, Entitlement given, Key<Document>? document) =>
        given.IsGiven && power.NeedsDocument && view.Document(document) is null
            ? new(EntitlementState.Unsaid, new("文件未录入", "no document is recorded"))
            : given;

    /// <summary>Null where it is no office, or none of a body that is entitled.</summary>
    private static Entitlement? ThroughAnOffice(
        RegistryView view, IReadOnlyList<Body> bodies, Agency office, PartialDate? on, Key<Document>? document, Plan? plan)
    {
        if (Bodies.PrincipalOf(office.Role) is not { } role
            || !bodies.Any(b => b.Is(new Actor(view, office with { Role = role }, on, plan))))
        {
            return null;
        }
        var (all, paper) = (Bodies.Of(view), view.Document(document));
        if (paper?.OnBehalfOf is { Count: > 0 } named && all.PrincipalIn(paper, office) is null)
        {
            var others = string.Join('、', named.Select(p => view.Agency(p)?.Name ?? p.Code));
            return new(EntitlementState.Doubtful, new($"{office.Name}只能代{Body.At(office.Tier, role)}办理，文件却注明代{others}办理",
                $"{office.Name} may act on behalf of the {Terms.Of(office.Tier).En} {Terms.Of(role).En} alone, "
                    + $"and the document says that it acted for {others}"));
        }
        return all.PrincipalIn(paper, office) is { } principal && IsPaperOf(paper!, principal, office)
            ? By(view, bodies, principal.Key, on, document, plan)
            : new(EntitlementState.Unsaid, new($"{office.Name}未注明代{Body.At(office.Tier, role)}办理",
                $"that {office.Name} acted on behalf of the {Terms.Of(office.Tier).En} {Terms.Of(role).En} is not said"));

        bool IsPaperOf(Document told, Agency principal, Agency acting) => !told.Issuers.Any()
            || told.Issuers.Any(i => i == principal.Key || (view.Agency(i) is { } issuer && all.AreOne(issuer, acting)));
    }
}
