using System.Runtime.CompilerServices;
using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Trials;

/// <summary>A year of the past, as it stood on its last day or today, and as it would have.</summary>
public sealed record RehearsedYear(int Year, WhatIfNode Outcome);

/// <summary>Tells year by year, so that who waits sees how far it is.</summary>
[Resolves("Subscription")]
public static class RehearsalSubscription
{
    private const int MostYears = 20;

    public static IAsyncEnumerable<RehearsedYear> Rehearsed(string district, IReadOnlyList<PlannedChangeInput> changes,
        IReadOnlyList<RuleTrialInput>? rules, int from, int to, [Service] Reach reach, [Service] CommandDesk desk, CancellationToken stop)
    {
        var today = reach.For("Subscription.rehearsed").Judgements.Today;
        if (from > to || to > today.Year || to - from >= MostYears || from < 1950)
        {
            throw RequestErrors.Request($"参数“from”至“to”应为1至{MostYears}年，不晚于今年。",
                $"The arguments \"from\" and \"to\" are to span 1 to {MostYears} years, no later than this one.");
        }
        var tried = TriedChanges.Of(reach, desk, district, changes, rules, null, null);
        return Years(tried, from, to, today, stop);
    }

    private static async IAsyncEnumerable<RehearsedYear> Years(TriedChanges tried, int from, int to, DateOnly today,
        [EnumeratorCancellation] CancellationToken stop)
    {
        for (var year = from; year <= to && !stop.IsCancellationRequested; year++)
        {
            var last = new DateOnly(year, 12, 31);
            var day = last < today ? last : today;
            var before = tried.Before.On(tried.Before.Judgements.Snapshot(tried.Before.Snapshot.View, day), day, null);
            // Off the caller's thread: it may be the one that must hear the client say that it has had enough.
            yield return await Task.Run(() => new RehearsedYear(year, new WhatIfNode(before, tried.On(before), tried.Problems).Judged()),
                stop);
        }
    }
}
