using GraphQLEngine;
using PlanRegistry.Experts;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Experts;

[Resolves("Plan")]
public static class PlanExpertFields
{
    /// <summary>Old ones too, of which no rule speaks.</summary>
    public static IReadOnlyList<AskedExpertNode> Experts(PlanNode plan) =>
        [.. ExpertOnDay.Asked(plan.OnDay).Select(e => new AskedExpertNode(e, plan.Scope))];
}

[Resolves("AskedExpert")]
public static class AskedExpertFields
{
    public static string? Interest(AskedExpertNode asked, Language? language, [Service] Reader reader) =>
        asked.Why is { } why ? reader.Told(why, language) : null;
}

[Resolves("District")]
public static class DistrictExpertFields
{
    public static Connection<ExpertNode> Experts(DistrictNode district, ExpertFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope.Snapshot.AsOf.Unwatched) ?? (_ => true);
        return Connections.LatestFirst(scope.View.Own.Of<Expert>().Where(e => e.From.First <= scope.Snapshot.AsOf.Unwatched).Where(fits),
            e => e.From, e => e.Code, e => new ExpertNode(e, scope), page, "experts", scope);
    }
}

/// <summary>Which of the pool: one must fit every part that is given.</summary>
public sealed record ExpertFilter
{
    public ExpertForm? Form { get; init; }
    public IReadOnlyList<string>? Fields { get; init; }
    public string? Text { get; init; }
    public bool? IsInPool { get; init; }

    public Func<Expert, bool> Test(DateOnly day)
    {
        var fields = Fields?.Select(TitleKey.Of).ToHashSet();
        var text = Text is null ? null : TitleKey.Of(Text);
        return expert =>
            (Form is null || expert.Form == Form)
            && (fields is null || expert.Fields.Any(f => fields.Contains(TitleKey.Of(f))))
            && (text is null || new[] { expert.Name, expert.Code, expert.Employer }.OfType<string>()
                .Any(t => TitleKey.Of(t).Contains(text, StringComparison.Ordinal)))
            && (IsInPool is null || expert.IsInPoolOn(day) == IsInPool);
    }
}
