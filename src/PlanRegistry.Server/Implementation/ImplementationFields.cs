using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Implementation;

[Resolves("Plan")]
public static class PlanImplementationFields
{
    public static Connection<PlanTaskNode> Tasks(PlanNode plan, TaskKind? kind, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = plan.Scope.At(page);
        return Connections.Page(AssignmentBook.Of(scope.View).TasksOf(plan.OnDay.Key).Where(t => kind is null || t.Kind == kind),
            t => t.Code, t => new PlanTaskNode(t, scope), page, $"tasks {plan.OnDay.Key}", scope);
    }

    public static Connection<AssignmentNode> Assignments(PlanNode plan, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = plan.Scope.At(page);
        return Connections.Page(AssignmentBook.Of(scope.View).AssignmentsOf(plan.OnDay.Key, scope.Snapshot.AsOf),
            DistrictImplementationFields.Sort, a => new AssignmentNode(a, scope), page, $"assignments {plan.OnDay.Key}", scope);
    }
}

[Resolves("District")]
public static class DistrictImplementationFields
{
    public static Connection<AssignmentNode> Assignments(DistrictNode district, AssignmentFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.Page(scope.View.Own.Of<Assignment>().Where(a => a.On.First <= scope.Snapshot.AsOf).Where(fits),
            a => $"{a.Plan} {Sort(a)}", a => new AssignmentNode(a, scope), page, "assignments", scope);
    }

    /// <summary>Indicators first.</summary>
    internal static string Sort(Assignment assignment) =>
        assignment.Indicator is { } indicator ? $"0 {indicator}" : $"1 {assignment.Task}";
}

[Resolves("Assignment")]
public static class AssignmentFields
{
    public static ProgressGrade? Grade(AssignmentNode assignment, int? year) => assignment.GradeOf(year);
}

/// <summary>Which assignments: one must fit every part that is given.</summary>
public sealed record AssignmentFilter
{
    public string? Plan { get; init; }
    public string? Agency { get; init; }
    public bool? IsLead { get; init; }
    public IReadOnlyList<AssignmentKind>? Kinds { get; init; }
    public ProgressGrade? Grade { get; init; }
    public bool? IsGraded { get; init; }
    public int? Year { get; init; }
    public string? Text { get; init; }

    public Func<Assignment, bool> Test(Scope scope)
    {
        var view = scope.View;
        var book = AssignmentBook.Of(view);
        var agencies = AgencyNames.Find(scope, Agency is null ? null : [Agency]);
        var text = Text is null ? null : TitleKey.Of(Text);
        Key<Plan>? plan = Plan is not null && Key<Plan>.TryParse(Plan, view.Code, out var key) ? view.Canonical(key) : null;
        return assignment =>
            (Plan is null || view.Canonical(assignment.Plan) == plan)
            && (agencies is null || agencies.Any(a =>
                IsLead == true ? Leads(view, assignment, a) : AssignmentBook.Concerns(view, assignment, a)))
            && (Kinds is null || Kinds.Contains(book.KindOf(assignment)))
            && (Grade is null || book.GradeOf(assignment, scope.Snapshot, Year) == Grade)
            && (IsGraded is null || book.GradeOf(assignment, scope.Snapshot, Year) is not null == IsGraded)
            && (Year is not { } year || IsDoneIn(view, book, assignment, year))
            && (text is null || Names(view, book, assignment).OfType<string>()
                .Any(n => TitleKey.Of(n).Contains(text, StringComparison.Ordinal)));
    }

    private static bool Leads(RegistryView view, Assignment assignment, Key<Agency> agency) =>
        assignment.Lead == agency || view.AgencyOn(assignment.Lead, DateOnly.MaxValue)?.Key == agency;

    private static bool IsDoneIn(RegistryView view, AssignmentBook book, Assignment assignment, int year) =>
        view.Plan(view.Canonical(assignment.Plan))?.Horizon is not { } horizon
        || (assignment.Task is { } key && book.Task(key) is { } task ? task.YearsWithin(horizon) : horizon).Holds(year);

    private static IEnumerable<string?> Names(RegistryView view, AssignmentBook book, Assignment assignment) =>
        assignment.Task is { } key ? [key.Code, book.Task(key)?.Title]
        : assignment.Indicator is { } indicator ? [indicator.Code, view.Indicator(indicator)?.Name] : [];
}
