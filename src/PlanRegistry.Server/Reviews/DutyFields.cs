using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Reviews;

[Resolves("District")]
public static class DistrictDutyFields
{
    /// <summary>By due day, so that what is overdue comes first.</summary>
    public static Connection<DutyNode> Duties(
        DistrictNode district, IReadOnlyList<string>? agencies, PartialDate? from, PartialDate? to, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var asked = AgencyNames.Find(scope, agencies);
        return Connections.Page(
            Owed.In(scope).Where(d =>
                (asked is null || (d.Agency is { } agency && asked.Contains(agency.Key)))
                && (from is not { } start || d.Due >= start.First) && (to is not { } end || d.Due <= end.Last)),
            d => $"{d.Due:yyyy-MM-dd} {(int)d.Kind} {d.Id}", d => new DutyNode(d, scope), page, "duties", scope);
    }
}

/// <summary>What is owed, as far as the caller sees it: of what others wait for, a department sees its own part.</summary>
internal static class Owed
{
    public static IEnumerable<OwedDuty> In(Scope scope) => OwedDuty.Of(scope.Snapshot, scope.Plans, scope.Findings)
        .Concat(AwaitedSteps.Of(scope.Snapshot)
            .Where(d => !scope.IsPartial || (d.Agency is { } agency && agency.Key == scope.Caller.Account?.AgencyKey)));
}

public sealed class DutyNode(OwedDuty duty, Scope scope)
{
    internal OwedDuty Duty { get; } = duty;

    public string Key => Duty.Id;
    public DutyKind Kind => Duty.Kind;
    public PlanNode? Plan => scope.Plan(Duty.Plan);
    public int? Year => Duty.Year;
    public PartialDate Due => Duty.Due;
    public DutyState State => Duty.State;
    public AgencyNode? Agency => scope.Agency(Duty.Agency);
    public INode? About => Duty.About is { } about ? scope.Node(about) : null;
    public FindingNode? Finding => Duty.Finding is { } finding ? scope.Finding(finding) : null;
}

[Resolves("Duty")]
public static class DutyFields
{
    public static IReadOnlyList<string> Missing(DutyNode duty, Language? language, [Service] Reader reader) =>
        [.. duty.Duty.Missing().Select(m => reader.Told(m, language))];

    public static string Reason(DutyNode duty, Language? language, [Service] Reader reader) => reader.Told(duty.Duty.Reason(), language);
}
