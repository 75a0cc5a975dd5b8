using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Alignment;
using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Funding;
using PlanRegistry.Implementation;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Access;

/// <summary>Who asks: in which role, for which district, until when. Whatever lies outside does not exist for them.</summary>
public sealed class Caller(Role role, Actor actor, Account? account = null, string? session = null, CancellationToken ended = default,
    Hold? held = null)
{
    public Role Role { get; } = role;

    /// <summary>As ledger entries name them.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>Null for who has none: the public, and the operator of a server without accounts.</summary>
    public Account? Account { get; } = account;

    /// <summary>The hash of the session that they are signed in by.</summary>
    public string? Session { get; } = session;

    /// <summary>Whether it is a program, by its token or a provider's, and no person.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Their sockets and streams end with it.</summary>
    public CancellationToken Ended { get; } = ended;

    /// <summary>What they wait for or have to do before anything else.</summary>
    public Hold? Held { get; } = held;

    /// <summary>三员分立: an administrator has what is of the own post.</summary>
    public bool AreApart { get; init; }

    /// <summary>Whether the field is theirs.</summary>
    public bool May(string coordinate) => Permissions.Allows(Role, coordinate)
        && !(IsProgram && Permissions.OfPersons.Contains(coordinate))
        && (Held is null || Permissions.OfOneself.Contains(coordinate))
        && !(AreApart && Role == Role.Admin && !Permissions.AllowsPost(Account?.Post, coordinate));

    /// <summary>Whether the district exists for them.</summary>
    public bool Sees(RegistryView view) => Sees(view.Code, () => view);

    /// <summary>The same; only supervisors, who see the districts below their own too, are asked what stands above it.</summary>
    public bool Sees(DistrictCode district, Func<RegistryView?> view) => Account is not { } own ? Role == Role.Operator
        : district == own.District || (Role is Role.ReformCommission or Role.Audit && own.District.Tier != PlanTier.District
            && view()?.Chain.Any(d => d.District == own.District) == true);

    /// <summary>Whether every district exists for them: the operator of a server without accounts.</summary>
    public bool SeesAll => Account is null && Role == Role.Operator;

    /// <summary>Whether what they see begins with a district.</summary>
    public bool IsOwn(DistrictCode district) => Account?.District == district;

    /// <summary>What part of a district they see; null for all of it. Of one that is not theirs, what everybody does.</summary>
    public Sight? SightOf(RegistryView view) => !Sees(view) ? Sight.OfNobody(view)
        : Role == Role.Department ? Sight.Of(view, Account!.AgencyKey!.Value)
        : null;

    /// <summary>Throws where the field is none of theirs.</summary>
    public void Require(string coordinate)
    {
        if (!May(coordinate))
        {
            throw NotTheirs();
        }
    }

    public GraphQLException NotTheirs() =>
        new(RequestErrors.Told(Why.Zh, Why.En), Role == Role.Public ? "UNAUTHENTICATED" : ErrorCodes.Forbidden);

    /// <summary>Why what they ask for is not given.</summary>
    public Text Why => Held?.Sentence() ?? (Role == Role.Public ? AccessWords.SignInFirst : AccessWords.NotTheirs);

    /// <summary>The same over HTTP; that something is not theirs is told as that it is not there.</summary>
    public int WhyStatus => Held is not null ? StatusCodes.Status403Forbidden
        : Role == Role.Public ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;

    /// <summary>Why they may not write what a command comes to; null where they may.</summary>
    public Problem? Objection(RegistryView view, Decision decision) => Role switch
    {
        Role.Department when decision.Changes.Any(c => !IsOwn(view, c, decision)) => Refusal(
            "只能办理本单位规划和本单位的事项。", "A department writes about its own plans and what it has done itself."),
        Role.Finance when decision.Changes.Any(c => (c.Recorded ?? c.Retired) is not (FundingLine or FundingCertificate
            or InvestmentPlanLine or CertificateRevocation or CertificateReview or Document or PlanRegistry.Settlement.FindingSettlement)
            && !(Consulted.SpeakerOf(c.Recorded) is { } by && by == OwnAgency(view)
                && (c.Retired is null || by == Consulted.SpeakerOf(c.Retired)))
            && !(OwnAgency(view) is { } own && AssignmentChanges.AreOf(view, own, c))) => Refusal(
            "财政部门只能登记经费、政府投资年度计划、核验单及其文件，以及本单位的意见和分工事项。",
            "Finance writes funding lines, investment plans, certificates and their documents, and opinions and tasks of its own."),
        Role.ReformCommission when view.Code != Account!.District => Refusal(
            "只能在本行政区登记。", "Records are written in one's own district."),
        _ => null,
    };

    /// <summary>The agency that they speak for: their account's, else the one that has their role; null for who speaks for none.</summary>
    public Key<Agency>? OwnAgency(RegistryView view) => Account?.AgencyKey ?? (Role switch
    {
        Role.ReformCommission => view.AgencyFor(AgencyRole.ReformCommission, view.Code.Tier, DateOnly.MaxValue),
        Role.Finance => view.AgencyFor(AgencyRole.Finance, view.Code.Tier, DateOnly.MaxValue),
        _ => null,
    })?.Key;

    /// <summary>What stands in the way is none of theirs to see.</summary>
    public static Problem Unseen { get; } = Refusal("与不在您范围内的记录相冲突，未写入；请与区发展改革委联系。",
        "It contradicts records that are not yours to see, and was not written: ask the reform commission.");

    private bool IsOwn(RegistryView view, Change change, Decision decision) =>
        (IsOwn(view, decision, change.Recorded ?? change.Retired!) && WasOwn(view, decision, change))
        || ListWord.Of(view.Agency(Account!.AgencyKey))?.IsAll(change) == true
        || ApplicationChanges.AreOf(view, Account!.AgencyKey!.Value, change, decision)
        || AssignmentChanges.AreOf(view, Account!.AgencyKey!.Value, change);

    /// <summary>What was another's does not become one's own by being corrected; a word that is asked for is given by another.</summary>
    private bool WasOwn(RegistryView view, Decision decision, Change change) => change.Recorded is null or AlignmentOpinion
        || change.Retired is null || IsOwn(view, decision, change.Retired);

    private bool IsOwn(RegistryView view, Decision decision, Record record) => record switch
    {
        Document => true,
        PlanRegistry.Experts.Expert => false,
        EntryApplication or ApplicationDecision or DirectoryEntry or TaskProgress => false,
        _ when Consulted.SpeakerOf(record) is { } speaker => speaker == Account!.AgencyKey,
        PlanRegistry.Indicators.ReadingSettlement settled =>
            settled.Agency == Account!.AgencyKey!.Value && SightOf(view)!.IsOwn(view.Canonical(settled.Plan)),
        // Whoever measured speaks for itself.
        PlanRegistry.Indicators.Reading { Agency: { } by } reading =>
            by == Account!.AgencyKey!.Value && SightOf(view)!.IsOwn(view.Canonical(reading.Plan)),
        PlanRegistry.Approval.Act act => act.Agencies.Contains(Account!.AgencyKey!.Value) && SightOf(view)!.IsOwn(view.Canonical(act.Plan)),
        // It is asked for by who leads the plan, and given by who was asked.
        AlignmentOpinion opinion => opinion.Result is null ? SightOf(view)!.IsOwn(view.Canonical(opinion.Plan)) : IsGiver(opinion),
        AlignmentAnswer answer => decision.Changes.Select(c => c.Recorded).OfType<AlignmentOpinion>()
            .Any(o => o.Code == answer.Opinion && IsGiver(o)),
        _ => RecordShape.Of(record.GetType()).Columns.Where(c => c.References == typeof(Plan)).SelectMany(c => c.Named(record)).ToList()
            is { Count: > 0 } plans && plans.TrueForAll(p => Key<Plan>.TryParse(p.Key, view.Code, out var key)
                && SightOf(view)!.IsOwn(view.Canonical(key))),
    };

    private bool IsGiver(AlignmentOpinion opinion) => opinion.Agency == Account!.AgencyKey!.Value;

    private static Problem Refusal(string zh, string en) => new(ProblemCode.NotAllowed, new Text(zh, en), []);
}
