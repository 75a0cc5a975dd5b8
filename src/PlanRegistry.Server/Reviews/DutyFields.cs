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
            OwedDuty.Of(scope.Snapshot, scope.Plans, scope.Findings).Where(d =>
                (asked is null || (d.Agency is { } agency && asked.Contains(agency.Key)))
                && (from is not { } start || d.Due >= start.First) && (to is not { } end || d.Due <= end.Last)),
            d => $"{d.Due:yyyy-MM-dd} {(int)d.Kind} {d.Id}", d => new DutyNode(d, scope), page, "duties", scope);
    }
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
    public FindingNode? Finding => Duty.Finding is { } finding ? scope.Finding(finding) : null;
}

[Resolves("Duty")]
public static class DutyFields
{
    public static IReadOnlyList<string> Missing(DutyNode duty, Language? language, [Service] Reader reader) =>
        [.. duty.Duty.Missing().Select(m => reader.Told(m, language))];

    public static string Reason(DutyNode duty, Language? language, [Service] Reader reader) => reader.Told(duty.Duty.Reason(), language);
}
