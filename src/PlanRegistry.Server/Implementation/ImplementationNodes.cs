using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Implementation;

public sealed class PlanTaskNode(PlanTask row, Scope scope) : RecordNode<PlanTask>(row, scope)
{
    internal static PlanTaskNode? Of(Key<PlanTask>? key, Scope scope) =>
        key is { } named && AssignmentBook.Of(scope.View).Task(named) is { } row ? new PlanTaskNode(row, scope) : null;

    public string Code => Row.Code;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public TaskKind Kind => Row.Kind;
    public string Title => Row.Title;
    public string? Clause => Row.Clause;
    public int? FromYear => Row.FromYear;
    public int? ToYear => Row.ToYear;
    public string? ProjectCode => Row.ProjectCode;
    public PlanTaskNode? Refines => Of(Row.Refines, Scope);
    public AssignmentNode? Assignment => Book.AssignmentOf(Row.Key) is { } row && row.On.First <= Scope.Snapshot.AsOf
        ? new AssignmentNode(row, Scope) : null;

    public IReadOnlyList<TaskYearNode> Years => [.. Book.YearsOf(Row.Key).Select(y => new TaskYearNode(y, Scope))];

    public IReadOnlyList<TaskProgressNode> Progress =>
        [.. Book.ProgressOf(Row.Key, Scope.Snapshot.AsOf).Select(p => new TaskProgressNode(p, Scope))];

    private AssignmentBook Book => AssignmentBook.Of(Scope.View);
}

public sealed class AssignmentNode(Assignment row, Scope scope) : RecordNode<Assignment>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public AssignmentKind Kind => Book.KindOf(Row);
    public IndicatorNode? Indicator => Row.Indicator is { } key ? Scope.IndicatorOf(key) : null;
    public PlanTaskNode? Task => PlanTaskNode.Of(Row.Task, Scope);
    public AgencyNode? Lead => Scope.Agency(Row.Lead);
    public IReadOnlyList<AgencyNode>? CoAgencies => Scope.Agencies(Row.CoAgencies);
    public AgencyNode? By => Scope.Agency(Row.By);
    public PartialDate On => Row.On;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public DocumentNode? Scheme => Scope.Document(Row.Scheme);
    public AgencyNode? SchemeAgency => Scope.Agency(Row.SchemeAgency);

    internal ProgressGrade? GradeOf(int? year) => Book.GradeOf(Row, Scope.Snapshot, year);

    private AssignmentBook Book => AssignmentBook.Of(Scope.View);
}

public sealed class TaskYearNode(TaskYear row, Scope scope) : RecordNode<TaskYear>(row, scope)
{
    public PlanTaskNode Task => PlanTaskNode.Of(Row.Task, Scope)!;
    public int Year => Row.Year;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public string? Requirement => Row.Requirement;
    public string? NoneBecause => Row.NoneBecause;
}

public sealed class TaskProgressNode(TaskProgress row, Scope scope) : RecordNode<TaskProgress>(row, scope)
{
    public PlanTaskNode Task => PlanTaskNode.Of(Row.Task, Scope)!;
    public int Year => Row.Year;
    public PartialDate On => Row.On;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public ProgressGrade Grade => Row.Grade;
    public string? Note => Row.Note;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public DocumentNode? Document => Scope.Document(Row.Document);
}
