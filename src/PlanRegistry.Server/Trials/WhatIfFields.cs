using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Trials;

[Resolves("Query")]
public static class WhatIfQueries
{
    public static WhatIfNode WhatIf(string district, IReadOnlyList<PlannedChangeInput> changes, IReadOnlyList<RuleTrialInput>? rules,
        bool assumeApproval, PartialDate? asOf, DateTimeOffset? knownAt, [Service] Reach reach, [Service] CommandDesk desk)
    {
        var tried = TriedChanges.Of(reach.For("Query.whatIf"), desk, district, changes, rules, asOf?.First, knownAt, assumeApproval);
        return new WhatIfNode(tried.Before, tried.On(tried.Before), tried.Problems) { Assumed = tried.AssumedSteps };
    }
}

[Resolves("WhatIf")]
public static class WhatIfFields
{
    private const int MostFindings = 1000;

    public static IReadOnlyList<string> AssumedSteps(WhatIfNode tried, Language? language, [Service] Reader reader) =>
        [.. tried.Assumed.Select(s => reader.Told(s, language))];

    public static IReadOnlyList<FindingNode> Opened(WhatIfNode tried, int first) => Some(tried.AllOpened, first);

    public static IReadOnlyList<FindingNode> Cleared(WhatIfNode tried, int first) => Some(tried.AllCleared, first);

    private static IReadOnlyList<FindingNode> Some(IReadOnlyList<FindingNode> all, int first) => first is >= 1 and <= MostFindings
        ? [.. all.Take(first)]
        : throw RequestErrors.Request($"参数“first”为{first}，应为1至{MostFindings}。",
            $"The argument \"first\" is {first}; it is to be 1 to {MostFindings}.");
}
