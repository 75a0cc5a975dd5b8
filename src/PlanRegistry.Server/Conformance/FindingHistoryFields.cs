using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

/// <summary>What opened and cleared between two states. What was opened is seen as after it, what was cleared as before it.</summary>
public sealed record FindingChanges(PartialDate FromDay, IReadOnlyList<FindingNode> Opened, IReadOnlyList<FindingNode> Cleared);

/// <summary>A month, as it stood on its last day, or on the day of the question where it is not over.</summary>
/// <param name="Opened">Since the month before.</param>
public sealed record FindingMonth(PartialDate Month, PartialDate Day, IReadOnlyList<SeverityCount> BySeverity, int Unknown, int Waived,
    int Opened, int Cleared);

[Resolves("District")]
public static class FindingHistoryFields
{
    /// <summary>Each month is judged anew where it is not at hand.</summary>
    private const int MostMonths = 60;

    public static FindingChanges FindingChanges(DistrictNode district, int fromSeq, PartialDate? fromDay)
    {
        var (scope, registry) = (district.For("District.findingChanges"), district.Scope.Judgements.Registry);
        if (fromSeq < 1 || fromSeq > scope.View.Vector.Seq || registry.At(scope.View.Code, fromSeq) is not { } step)
        {
            throw RequestErrors.Request($"参数“fromSeq”为{fromSeq}，应为1至{scope.View.Vector.Seq}。",
                $"The argument \"fromSeq\" is {fromSeq}; it is to be 1 to {scope.View.Vector.Seq}.");
        }
        var day = fromDay?.First ?? Calendar.DayOf(step.Entry.RecordedAt);
        var before = scope.On(scope.Judgements.Snapshot(registry.View(step.After)!, day), day, step.Entry.RecordedAt);
        return new FindingChanges(day, scope.FindingsNotIn(before), before.FindingsNotIn(scope));
    }

    /// <summary>By what is known now, on the last day of each month.</summary>
    public static IReadOnlyList<FindingMonth> FindingHistory(DistrictNode district, PartialDate from, PartialDate to)
    {
        var scope = district.For("District.findingHistory");
        var asOf = scope.Snapshot.AsOf.Unwatched;
        var (first, last) = (FirstOf(from.First), FirstOf(to.Last < asOf ? to.Last : asOf));
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        if (months is < 1 or > MostMonths)
        {
            throw RequestErrors.Request($"参数“from”至“to”应为1至{MostMonths}个月，不晚于评估日。",
                $"The arguments \"from\" and \"to\" are to span 1 to {MostMonths} months, no later than the day of the question.");
        }
        var before = FindingsOn(scope, first.AddDays(-1));
        return [.. Enumerable.Range(0, months).Select(n => first.AddMonths(n)).Select(month =>
        {
            var end = month.AddMonths(1).AddDays(-1);
            var day = end < asOf ? end : asOf;
            var now = FindingsOn(scope, day);
            var told = new FindingMonth(PartialDate.Parse($"{month:yyyy-MM}"), day,
                [.. Enum.GetValues<Severity>().Select(s => new SeverityCount(s, [.. now.Where(f => f.Severity == s)]))],
                now.Count(f => f.Verdict == Verdict.Unknown), now.Count(f => f.Waiver is not null),
                now.NotIn(before).Count, before.NotIn(now).Count);
            before = now;
            return told;
        })];
    }

    private static IReadOnlyList<Finding> FindingsOn(Scope scope, DateOnly day) =>
        scope.On(scope.Judgements.Snapshot(scope.Snapshot.View, day), day, scope.GivenKnownAt).Findings;

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
