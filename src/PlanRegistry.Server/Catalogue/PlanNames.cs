using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

/// <summary>Plans of the district named by code, or by title however it is typed.</summary>
public static class PlanNames
{
    /// <summary>Null when none are named; a name that is no plan's is a request error.</summary>
    public static HashSet<Key<Plan>>? Find(Scope scope, IReadOnlyList<string>? names) =>
        names is null ? null : [.. names.SelectMany(n => Find(scope, n))];

    private static IReadOnlyList<Key<Plan>> Find(Scope scope, string name)
    {
        var key = new Key<Plan>(scope.View.Code, name);
        return scope.Snapshot.Plan(key) is not null ? [key]
            : scope.View.Of<Plan>().Where(p => p.IsCalled(name)).Select(p => p.Key).ToList() is { Count: > 0 } found ? found
            : throw Unknown(new("规划", "plan"), name, scope);
    }

    /// <summary>Nothing found would read as nothing there.</summary>
    public static GraphQLRequestException Unknown(Text what, string name, Scope scope) => RequestErrors.Request(
        $"筛选条件中的{what.Zh}“{name}”不存在：{CatalogueQueries.Then(scope.GivenKnownAt).Zh}行政区{scope.View.Code}没有登记。",
        $"The filter names the {what.En} \"{name}\", which {scope.View.Code} does not have{CatalogueQueries.Then(scope.GivenKnownAt).En}.",
        ErrorCodes.NotFound);
}
