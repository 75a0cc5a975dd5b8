using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Sweeping;

public enum OverviewGrouping { District, Superior, Kind, Rule, Year }

public enum OverviewOrder { Key, Red, Fail }

/// <summary>Which districts, and of them which plans and findings.</summary>
public sealed record OverviewFilter
{
    public string? Under { get; init; }
    public IReadOnlyList<string>? Districts { get; init; }
    public IReadOnlyList<PlanKind>? Kinds { get; init; }
    public IReadOnlyList<int>? Years { get; init; }
    public IReadOnlyList<string>? Rules { get; init; }
}

/// <summary>合规汇总: what districts were judged to, added up.</summary>
/// <param name="all">The districts that it is asked of.</param>
/// <param name="results">Of those that were judged by the day.</param>
/// <param name="nameOf">What a superior is called.</param>
/// <param name="stale">Of which something was written since, or a day came on which they may differ.</param>
public sealed class Overview(DateOnly day, IReadOnlyList<DistrictCode> all, IReadOnlyList<SweptResult> results, int stale,
    OverviewFilter filter, Func<DistrictCode, string> nameOf)
{
    private readonly HashSet<string>? rules = filter.Rules?.ToHashSet();

    public PartialDate AsOf => day;
    public int Districts => all.Count;
    public int Judged => results.Count;
    public int Stale { get; } = stale;

    /// <summary>When the oldest of the results was judged.</summary>
    public DateTimeOffset? JudgedSince => results.Count == 0 ? null : Records.Calendar.InShanghai(results.Min(r => r.JudgedAt));

    public OverviewCounts Counts => OverviewCounts.Of(Rows);

    internal string Key => $"{day:yyyy-MM-dd}";

    /// <summary>Where a row belongs into none, it stands in none.</summary>
    internal IReadOnlyList<OverviewGroup> Groups(OverviewGrouping by) =>
        [.. Rows.Select(r => (Row: r, Key: KeyOf(r, by))).Where(r => r.Key is not null)
            .GroupBy(r => r.Key!, r => r.Row, StringComparer.Ordinal)
            .Select(g => new OverviewGroup(g.Key, () => NameOf(g.First(), g.Key, by), g.Select(r => r.Of.District).Distinct().Count(),
                OverviewCounts.Of(g)))];

    private IReadOnlyList<OverviewRow> Rows => field ??=
        [.. results.SelectMany(r => r.Counts!.Plans.Where(p => Fits(p.Kind, p.Year)).Select(p => new OverviewRow(r, p, null))
            .Concat(r.Counts.Findings.Where(f => Fits(f.Kind, f.Year) && rules?.Contains(f.Rule) != false)
                .Select(f => new OverviewRow(r, null, f))))];

    private bool Fits(PlanKind? kind, int? year) => (filter.Kinds is null || (kind is { } k && filter.Kinds.Contains(k)))
        && (filter.Years is null || (year is { } y && filter.Years.Contains(y)));

    /// <summary>Null where a row belongs into no group: a plan is of no rule, and a finding on no plan of no kind.</summary>
    private static string? KeyOf(OverviewRow row, OverviewGrouping by) => by switch
    {
        OverviewGrouping.District => row.Of.District.Value,
        OverviewGrouping.Superior => row.Of.Superior?.Value,
        OverviewGrouping.Kind => (row.Plans?.Kind ?? row.Findings?.Kind) is { } kind ? Names.Of(kind) : null,
        OverviewGrouping.Year => (row.Plans?.Year ?? row.Findings?.Year)?.ToString("0000", CultureInfo.InvariantCulture),
        _ => row.Findings?.Rule,
    };

    private Text NameOf(OverviewRow row, string key, OverviewGrouping by) => by switch
    {
        OverviewGrouping.District => new(row.Of.Name, row.Of.Name),
        OverviewGrouping.Superior => nameOf(row.Of.Superior!.Value) is var name ? new(name, name) : default,
        OverviewGrouping.Kind => Terms.Of((row.Plans?.Kind ?? row.Findings?.Kind)!.Value),
        OverviewGrouping.Year => new($"{key}年", key),
        _ => RuleBook.Find(key)?.Name ?? new(key, key),
    };
}

/// <summary>Plans with a light, or findings of a rule, of one district.</summary>
internal sealed record OverviewRow(SweptResult Of, SweptPlans? Plans, SweptFindings? Findings);

/// <summary>Counts of plans and findings; those of a rule have no plans.</summary>
public sealed record OverviewCounts
{
    public int Plans => Red + Yellow + Green + Grey;
    public int Red { get; private init; }
    public int Yellow { get; private init; }
    public int Green { get; private init; }
    public int Grey { get; private init; }
    public int Findings => Fail + Conditional + Unknown;
    public int Blocking { get; private init; }
    public int Fail { get; private init; }
    public int Conditional { get; private init; }
    public int Unknown { get; private init; }
    public int Waived { get; private init; }

    internal static OverviewCounts Of(IEnumerable<OverviewRow> rows)
    {
        var lights = new int[Enum.GetValues<Light>().Length];
        var verdicts = new int[Enum.GetValues<Verdict>().Length];
        var (blocking, waived) = (0, 0);
        foreach (var row in rows)
        {
            if (row.Plans is { } plans)
            {
                lights[(int)plans.Light] += plans.Count;
            }
            else if (row.Findings is { } findings)
            {
                verdicts[(int)findings.Verdict] += findings.Count;
                blocking += findings is { Verdict: Verdict.Fail, Severity: Severity.Blocking } ? findings.Count : 0;
                waived += findings.IsWaived ? findings.Count : 0;
            }
        }
        return new()
        {
            Red = lights[(int)Light.Red], Yellow = lights[(int)Light.Yellow],
            Green = lights[(int)Light.Green], Grey = lights[(int)Light.Grey],
            Fail = verdicts[(int)Verdict.Fail], Conditional = verdicts[(int)Verdict.Conditional], Unknown = verdicts[(int)Verdict.Unknown],
            Blocking = blocking, Waived = waived,
        };
    }
}

/// <summary>A district, a superior, a kind, a rule or a year, and what falls to it.</summary>
public sealed record OverviewGroup(string Key, Func<Text> Called, int Districts, OverviewCounts Counts);
