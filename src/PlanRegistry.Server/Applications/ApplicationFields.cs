using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Applications;

[Resolves("District")]
public static class ApplicationFields
{
    public static Connection<EntryApplicationNode> EntryApplications(
        DistrictNode district, EntryApplicationFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.LatestFirst(
            scope.View.Own.Of<EntryApplication>().Where(a => a.AppliedOn.First <= scope.Snapshot.AsOf).Where(fits),
            a => a.ResubmittedOn ?? a.AppliedOn, a => a.Code, a => new EntryApplicationNode(a, scope), page, "applications", scope);
    }
}

/// <summary>Whose turn it is, as far as who asks is one of them.</summary>
[Resolves("District")]
public static class OpinionMatterFields
{
    public static IReadOnlyList<OpinionMatter> OpinionMatters(DistrictNode district) => district.Scope.Caller.Role switch
    {
        Role.ReformCommission or Role.Operator => Enum.GetValues<OpinionMatter>(),
        Role.Department when ListWord.Of(district.Scope.View.Agency(district.Scope.Caller.Account!.AgencyKey)) is { } word => [word.Matter],
        _ => [],
    };
}

[Resolves("ScreeningDoubt")]
public static class ScreeningDoubtFields
{
    public static string Sentence(ScreeningDoubtNode doubt, Language? language, [Service] Reader reader) =>
        reader.Told(doubt.Words, language);
}

[Resolves("OpinionSuggestion")]
public static class OpinionSuggestionFields
{
    public static string Sentence(OpinionSuggestion suggestion, Language? language, [Service] Reader reader) =>
        reader.Told(suggestion.Sentence, language);
}

/// <summary>Which applications: one must fit every part that is given.</summary>
public sealed record EntryApplicationFilter
{
    public IReadOnlyList<string>? Codes { get; init; }
    public IReadOnlyList<ApplicationState>? States { get; init; }
    public IReadOnlyList<PlanKind>? Kinds { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }
    public string? List { get; init; }
    public string? Title { get; init; }

    public Func<EntryApplication, bool> Test(Scope scope)
    {
        var agencies = AgencyNames.Find(scope, Agencies);
        var title = Title is null ? null : TitleKey.Of(Title);
        return application =>
            (Codes is null || Codes.Contains(application.Code))
            && (States is null || States.Contains(ApplicationCourse.Of(scope.View, application, scope.Snapshot.AsOf).State))
            && (Kinds is null || Kinds.Contains(application.Kind))
            && (agencies is null || agencies.Contains(application.Applicant) || application.Leads.Any(agencies.Contains))
            && (List is null || application.List?.Code == List)
            && (title is null || TitleKey.Of(application.Title).Contains(title, StringComparison.Ordinal));
    }
}
