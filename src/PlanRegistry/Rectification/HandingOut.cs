using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Rectification;

/// <summary>交办: whether findings may be handed out, all of them in one step or none.</summary>
public static class HandingOut
{
    /// <summary>As many as one request may name.</summary>
    public const int Most = 200;

    /// <summary>
    /// What is to be said against it, by the places of the findings; none where all of them stand on the day, once each, and have a day by
    /// which they are to be mended.
    /// </summary>
    /// <param name="judgement">Of the day on which they are handed out.</param>
    public static IReadOnlyList<Problem> Objections(Judgement judgement, IReadOnlyList<string> findings, bool hasDue)
    {
        if (findings.Count is < 1 or > Most)
        {
            return [new Problem(ProblemCode.InvalidValue, new Text($"一次交办1至{Most}个问题，现为{findings.Count}个。",
                $"1 to {Most} findings are handed out in one step, not {findings.Count}."), ["findings"])];
        }
        var standing = judgement.Findings.ToDictionary(f => f.Key);
        HashSet<string> seen = [];
        return [.. findings.Select((key, place) => Objection(key) is { } problem
            ? problem with { Path = ["findings", place.ToString(CultureInfo.InvariantCulture)] } : null).OfType<Problem>()];

        Problem? Objection(string key) => !seen.Add(key) ? Twice(key)
            : !standing.TryGetValue(key, out var finding) ? Gone(key, judgement.Snapshot.AsOf.Unwatched)
            : finding.IsConfirmed ? Confirmed(finding)
            : finding.Due is null && !hasDue ? WithoutDue(finding)
            : null;
    }

    public static Problem OfADayToCome(PartialDate on) => new(ProblemCode.InvalidValue,
        new Text($"交办日期{on.InWords().Zh}尚未到来。", $"The day {on}, on which they are handed out, has not come yet."), ["on"]);

    private static Problem Twice(string key) => new(ProblemCode.Duplicate,
        new Text($"问题“{key}”列了不止一次。", $"Finding {key} is named more than once."), []);

    private static Problem Gone(string key, DateOnly day) => new(ProblemCode.UnknownRecord,
        new Text($"{((PartialDate)day).InWords().Zh}没有问题“{key}”，或者它已经消除。",
            $"There is no finding {key} on {day:yyyy-MM-dd}, or it has been cleared."), []);

    private static Problem Confirmed(Finding finding) => new(ProblemCode.InvalidValue,
        new Text($"这一问题已经办结，不再交办：{finding.Sentence.Zh}", $"The finding has been settled and is handed out no more: {finding.Sentence.En}"),
        []);

    private static Problem WithoutDue(Finding finding) => new(ProblemCode.InvalidValue,
        new Text($"这一问题没有限期，交办时请写明办理期限：{finding.Sentence.Zh}",
            $"The finding has no day by which to mend it; say one when it is handed out: {finding.Sentence.En}"), []);
}
