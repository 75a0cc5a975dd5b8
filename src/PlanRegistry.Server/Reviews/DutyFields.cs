using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Reviews;

[Resolves("District")]
public static class DistrictDutyFields
{
    /// <summary>By due day, so that what is overdue comes first.</summary>
    public static Connection<DutyNode> Duties(DistrictNode district, IReadOnlyList<string>? agencies, IReadOnlyList<string>? persons,
        PartialDate? from, PartialDate? to, int? first, string? after, [Service] Accounts accounts)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        Days.Forward(from, to);
        var asked = AgencyNames.Find(scope, agencies);
        var people = PersonAsked.Find(scope, persons, accounts);
        return Connections.Page(
            scope.Owed.Where(d =>
                (asked is null || (d.Agency is { } agency && asked.Contains(agency.Key)))
                && (people is null || people.Any(p => p.Owes(d)))
                && ((from is null && to is null) || !d.IsUndated)
                && (from is not { } start || d.Due >= start.First) && (to is not { } end || d.Due <= end.Last)),
            d => $"{d.Due:yyyy-MM-dd} {(int)d.Kind} {d.Id}", d => new DutyNode(d, scope), page, "duties", scope);
    }
}

/// <summary>What is owed, as far as the caller sees it: of a department, what its plans owe and what it owes itself.</summary>
internal static class Owed
{
    public static IEnumerable<OwedDuty> Of(Scope scope) => !scope.IsPartial
        ? OwedDuty.Of(scope.Snapshot, scope.Snapshot.OwnPlans, scope.Findings).Concat(AwaitedSteps.Of(scope.Snapshot))
        : OwedDuty.Of(scope.Snapshot, scope.Snapshot.OwnPlans, scope.Judgement.Findings)
            .Where(d => Shows(scope, d))
            .Concat(AwaitedSteps.Of(scope.Snapshot).Where(d => IsTheirs(scope, d)))
            .Select(d => d.Finding is { } finding && !scope.Shows(finding) ? d with { Finding = null } : d);

    private static bool Shows(Scope scope, OwedDuty duty) => duty.Kind is DutyKind.Finding or DutyKind.HandedOut
        ? scope.Shows(duty.Finding!)
        : (duty.Plan is not null && scope.IsTheirs(duty.Plan)) || (IsTheirs(scope, duty) && scope.Plan(duty.Plan) is not null);

    private static bool IsTheirs(Scope scope, OwedDuty duty) =>
        duty.Agency is { } agency && agency.Key == scope.Caller.Account?.AgencyKey;
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
    public PartialDate? ReferenceDay => Duty.Reference is { } day ? day : null;
    public AgencyNode? Agency => scope.Agency(Duty.Agency);
    public bool IsOwn => Duty.Agency is { } agency && agency.Key == scope.Caller.OwnAgency(scope.View);
    public string? Person => Duty.Person;
    public int? WorkingDaysLeft => Day.WorkingDaysLeft;
    public bool? IsDueOnWorkingDay => Day.IsOnWorkingDay;
    public PartialDate? LastWorkingDay => Day.LastWorkingDay is { } day ? day : null;
    public ActType? Step => Duty.Step;
    public INode? About => Duty.About is { } about ? scope.Node(about) : null;
    public FindingNode? Finding => Duty.Finding is { } finding ? scope.Finding(finding) : null;

    internal DueDay Day => Duty.DaySeenOn(scope.Snapshot.AsOf);
}

[Resolves("Duty")]
public static class DutyFields
{
    public static IReadOnlyList<string> Missing(DutyNode duty, Language? language, [Service] Reader reader) =>
        [.. duty.Duty.Missing().Select(m => reader.Told(m, language))];

    public static string? DayNote(DutyNode duty, Language? language, [Service] Reader reader) =>
        duty.Day.Note is { } note ? reader.Told(note, language) : null;

    public static string Reason(DutyNode duty, Language? language, [Service] Reader reader) => reader.Told(duty.Duty.Reason(), language);
}
