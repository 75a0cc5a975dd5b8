using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

/// <summary>One of up to 200 questions at once.</summary>
public sealed record FundingRequestInput
{
    public required string Plan { get; init; }
    public PartialDate? On { get; init; }
    public FundingPurpose? Purpose { get; init; }
    public FundingMoney? Money { get; init; }
    public decimal? Amount { get; init; }
    public string? Project { get; init; }
    public int? BudgetYear { get; init; }
}

/// <summary>One answer: about a plan, about an entry under whose title no plan is recorded, or that neither was found.</summary>
public sealed record FundingCheckNode(string Request, FundingEligibilityNode Eligibility)
{
    public PlanNode? Plan { get; init; }
    public DirectoryEntryNode? Entry { get; init; }
    public IReadOnlyList<PlanNode> Candidates { get; init; } = [];
    public IReadOnlyList<DirectoryEntryNode> CandidateEntries { get; init; } = [];
    public int CandidateCount { get; init; }
    public FundingCertificateNode? Certificate { get; init; }
    public IReadOnlyList<FundingReasonNode> Reasons => Eligibility.Reasons;
}

public static class FundingChecks
{
    private const int MostCandidates = 5;

    public static IReadOnlyList<FundingCheckNode> Answer(Scope scope, IReadOnlyList<FundingRequestInput> requests)
    {
        List<FundingCheckNode> answers = [.. requests.Select((r, i) => Wrong(r, i) is { } wrong ? throw wrong : Answer(scope, r))];
        return [.. answers.Zip(CertificatesOf(scope, requests, answers), (answer, certificate) =>
            certificate is null ? answer : answer with { Certificate = new(certificate, scope) })];
    }

    /// <summary>
    /// For each question the certificate that says the same, valid before waiting to be signed: plan, project, amount, money, purpose, and
    /// day and budget year where they are asked for. The second of two questions that are alike has the second of such certificates, and
    /// who asks of a day comes before who asks of none.
    /// </summary>
    public static IReadOnlyList<FundingCertificate?> CertificatesOf(Scope scope, IReadOnlyList<FundingRequestInput> requests,
        IReadOnlyList<FundingCheckNode> answers)
    {
        var day = scope.Snapshot.AsOf.Unwatched;
        var standing = scope.View.Own.Of<FundingCertificate>()
            .Where(c => c.On.First <= day && CertificateStanding.StatusOn(scope.View, c, day)
                is CertificateStatus.Valid or CertificateStatus.Prepared)
            .OrderBy(c => CertificateStanding.StatusOn(scope.View, c, day) == CertificateStatus.Prepared)
            .ThenBy(c => c.Number, StringComparer.Ordinal).ToLookup(c => c.Plan);
        HashSet<string> taken = [];
        var found = new FundingCertificate?[requests.Count];
        foreach (var i in Enumerable.Range(0, requests.Count).OrderBy(i => requests[i].On is null))
        {
            found[i] = answers[i].Plan is not { } plan || requests[i] is not { Project: not null, Amount: not null } request
                ? null : standing[plan.OnDay.Key].FirstOrDefault(c => Says(c, request) && taken.Add(c.Number));
        }
        return found;
    }

    /// <summary>Whether it names one plan of the district, by code or title.</summary>
    public static bool IsOne(Scope scope, string asked) => Find(scope, asked, TitleKey.Of(asked)).Count == 1;

    private static bool Says(FundingCertificate certificate, FundingRequestInput request) => certificate.Project == request.Project
        && certificate.Amount == request.Amount && certificate.Money == request.Money
        && certificate.Purpose == (request.Purpose ?? FundingPurpose.Implementation)
        && (request.On is not { } on || certificate.On.First == on.First)
        && (request.BudgetYear is not { } year || certificate.BudgetYear is not { } its || year == its);

    /// <summary>Money is more than nothing, and no more than a line of funding can hold.</summary>
    private static GraphQLRequestException? Wrong(FundingRequestInput request, int place) => request.Amount is not { } amount
        || FundingRows.IsAmount(amount) ? null
        : RequestErrors.Request($"参数“requests”第{place + 1}问的金额“{amount}”不是金额：应为大于零的数，整数部分最多15位。",
            $"The argument \"requests\" asks of the amount \"{amount}\" in question {place + 1}: "
                + "it must be above nothing, with at most 15 digits before the point.");

    /// <summary>The scope of another day, as known at the same moment.</summary>
    public static Scope ScopeOn(Scope scope, DateOnly? on) =>
        on is not { } day || day == scope.Snapshot.AsOf
            ? scope
            : scope.On(scope.Judgements.Snapshot(scope.Snapshot.View, day), day, scope.GivenKnownAt);

    private static FundingCheckNode Answer(Scope asked, FundingRequestInput request)
    {
        var scope = ScopeOn(asked, request.On?.First);
        var question = new FundingQuestion(request.Purpose ?? FundingPurpose.Implementation, request.Money, request.Project);
        var (title, on) = (TitleKey.Of(request.Plan), scope.Snapshot.AsOf.Unwatched);
        var found = Find(scope, request.Plan, title);
        if (found.Count == 1)
        {
            return new(request.Plan, Said(FundingReview.Of(scope.Judgement, found[0], question))) { Plan = new(found[0], scope) };
        }
        if (found.Count > 1)
        {
            return Among(found, EntryFunding.Ambiguous(request.Plan, found.Count, on));
        }
        var listed = EntryFunding.EntriesFor(scope.View, request.Plan, on);
        if (listed.Count == 1)
        {
            return new(request.Plan, Said(EntryFunding.Of(scope.View, listed[0], on, question))) { Entry = new(listed[0], scope) };
        }
        if (listed.Count > 1)
        {
            return Among([], EntryFunding.Ambiguous(scope.View, request.Plan, listed, on), listed);
        }
        if (Elsewhere(scope, request.Plan) is { Count: > 0 } above)
        {
            return above.Count == 1
                ? new(request.Plan, Said(FundingReview.Of(scope.Judgement, above[0], question))) { Plan = new(above[0], scope) }
                : Among(above, EntryFunding.Ambiguous(request.Plan, above.Count, on));
        }
        var likeness = TitleLikeness.Of(scope.View, request.Plan);
        var (near, entries) = (Near(scope, likeness), EntryFunding.Near(scope.View, likeness, on));
        return Among(near, EntryFunding.NotFound(request.Plan, near.Count + entries.Count, on), entries);

        FundingEligibilityNode Said(FundingEligibility eligibility) => new(eligibility, scope);

        FundingCheckNode Among(List<PlanOnDay> plans, FundingEligibility eligibility, params IReadOnlyList<DirectoryEntry> entries) =>
            new(request.Plan, Said(eligibility))
            {
                Candidates = [.. plans.Take(MostCandidates).Select(p => new PlanNode(p, scope))],
                CandidateEntries = [.. entries.Take(Math.Max(0, MostCandidates - plans.Count))
                    .Select(e => new DirectoryEntryNode(e, scope))],
                CandidateCount = plans.Count + entries.Count,
            };
    }

    /// <summary>By code, with or without the district; else by the whole title.</summary>
    private static List<PlanOnDay> Find(Scope scope, string asked, string title)
    {
        var key = Key<Plan>.TryParse(asked, scope.View.Code, out var named) ? named : new Key<Plan>(scope.View.Code, asked);
        return scope.Snapshot.Plan(key) is { } plan
            ? [plan]
            : title.Length == 0 ? []
            : [.. scope.Plans.Where(p => p.Plan.IsCalled(asked) || TitleKey.Of(p.Plan.Code) == title)];
    }

    /// <summary>Plans of a superior by their whole title: they are not the district's to pay for, and that is said of them.</summary>
    private static List<PlanOnDay> Elsewhere(Scope scope, string asked) => [.. scope.View.Plans
        .Where(p => p.Home != scope.View.Code && p.IsCalled(asked)).Select(p => scope.Snapshot.Plan(p.Key)).OfType<PlanOnDay>()];

    /// <summary>Plans whose title, or that of an entry which names them, comes near what is asked.</summary>
    private static List<PlanOnDay> Near(Scope scope, TitleLikeness.Asked asked) => [.. asked.Nearest(
        scope.Plans, p => scope.View.EntriesOf[p.Key].Select(e => e.Title).Append(p.Title), p => p.Plan.Code)];
}
