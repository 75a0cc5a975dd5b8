using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Implementation;

[Resolves("Mutation")]
public static class ImplementationMutations
{
    public static SetTasksPayload SetTasks(SetTasksInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setTasks", input, view => IndicatorMutations.Set(view,
            [.. InputRows.Of<PlanTask>(input.Tasks, "tasks", (nameof(PlanTask.Plan), input.Plan))], "tasks", input.Document),
            input.Reason, input.Document));

    public static DecomposePlanPayload DecomposePlan(DecomposePlanInput input, [Service] CommandDesk desk) =>
        new(desk.Run("decomposePlan", input, view => OfPlan(view, input.Plan,
            plan => Decompose(view, plan, input, desk.Judgements.Today)), input.Reason, input.Document));

    public static TakeUpAssignmentsPayload TakeUpAssignments(TakeUpAssignmentsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("takeUpAssignments", input, view => OfPlan(view, input.Plan, plan => TakeUp(view, plan, input)),
            input.Reason, input.Document));

    public static SetTaskYearPayload SetTaskYear(SetTaskYearInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setTaskYear", input, view => OfTask(view, input.Task, task => RowIntake.Set(view,
            [InputRows.Of<TaskYear>(input.Row(), (nameof(TaskYear.Plan), task.Plan))], document: input.Document)),
            input.Reason, input.Document));

    public static RecordTaskProgressPayload RecordTaskProgress(RecordTaskProgressInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordTaskProgress", input, view => OfTask(view, input.Task, task => Tell(view, task, input, desk))));

    /// <summary>Whose word it may be is asked before whether something else was told of the day.</summary>
    private static Decision Tell(RegistryView view, PlanTask task, RecordTaskProgressInput input, CommandDesk desk)
    {
        Sheet[] row = [InputRows.Of<TaskProgress>(input, (nameof(TaskProgress.Plan), task.Plan),
            (nameof(TaskProgress.On), input.On ?? desk.Judgements.Today),
            (nameof(TaskProgress.Agency), input.Agency ?? Teller(view, task, desk)?.ToString()))];
        return Held<TaskProgress>(RowIntake.Set(view, row), progress => Assigning.Objection(view, progress)) is { IsRefused: true } refused
            ? refused : RowIntake.Add(view, row);
    }

    /// <summary>One's own agency; the commission records what the lead says.</summary>
    private static Key<Agency>? Teller(RegistryView view, PlanTask task, CommandDesk desk) =>
        desk.Caller.Role is Role.Department or Role.Finance ? desk.Caller.OwnAgency(view)
        : AssignmentBook.Of(view).AssignmentOf(task.Key) is { } assignment
            ? view.AgencyOn(assignment.Lead, desk.Judgements.Today)?.Key : desk.Caller.OwnAgency(view);

    /// <summary>What is in a scheme already stays in it, as long as its lead does: another lead has yet to take it up in its own.</summary>
    private static Decision Decompose(RegistryView view, Plan plan, DecomposePlanInput input, DateOnly today)
    {
        if (Assigning.NotApproved(view, plan, input.On?.Last ?? today) is { } early)
        {
            return Decision.Refuse(early);
        }
        if (Assigning.SecondLead([.. input.Assignments.Select(a => (a.Indicator ?? a.Task, a.Lead))]) is { } second)
        {
            return Decision.Refuse(second);
        }
        var decomposer = input.By ?? (plan.Kind == PlanKind.Development || plan.Home != view.Code
            ? view.AgencyFor(AgencyRole.GovernmentOffice, view.Code.Tier, today)?.Key : plan.LeadAgency)?.ToString();
        var asked = input.Assignments.Select(a => (Asked: a, Old: Recorded(view, plan, a.Indicator, a.Task))).ToList();
        var decision = Set(view, [.. asked.Select(a => Row(a.Asked, a.Old))], "assignments", input.Document);
        var led = decision.Subjects.OfType<Assignment>().Select(a => (a.Indicator, a.Task, a.Lead)).ToHashSet();
        if (asked.Exists(a => HasAnotherLead(a.Old)))
        {
            decision = Set(view, [.. asked.Select(a => Row(a.Asked,
                HasAnotherLead(a.Old) ? a.Old! with { Scheme = null, SchemeAgency = null } : a.Old))], "assignments", input.Document);
        }
        return Held<Assignment>(decision, made => Assigning.Objection(view, made));

        bool HasAnotherLead(Assignment? old) =>
            old?.Scheme is not null && led.Count > 0 && !led.Contains((old.Indicator, old.Task, old.Lead));

        AssignmentRow Row(AssignmentInput given, Assignment? old) => new()
        {
            Plan = plan.Key, Indicator = given.Indicator, Task = given.Task, Lead = given.Lead, CoAgencies = given.CoAgencies,
            By = decomposer, On = input.On ?? today, Document = input.Document ?? old?.Document?.ToString(),
            Scheme = old?.Scheme?.ToString(), SchemeAgency = old?.SchemeAgency?.ToString(),
        };
    }

    private static Decision TakeUp(RegistryView view, Plan plan, TakeUpAssignmentsInput input)
    {
        var items = (input.Indicators ?? []).Select(i => (Field: "indicators", Name: i, Row: Recorded(view, plan, i, null)))
            .Concat((input.Tasks ?? []).Select(t => (Field: "tasks", Name: t, Row: Recorded(view, plan, null, t)))).ToList();
        if (items.Where(i => i.Row is null).Select(i => Assigning.NotAssigned(i.Field, i.Name)).ToList() is { Count: > 0 } unassigned)
        {
            return Decision.Refuse(unassigned);
        }
        var rows = items.Select(i => i.Row!).Distinct().Select(old => new AssignmentRow
        {
            Plan = old.Plan, Indicator = old.Indicator?.ToString(), Task = old.Task?.Code, Lead = old.Lead.ToString(),
            CoAgencies = old.CoAgencies?.Select(c => c.ToString()).ToList(), By = old.By?.ToString(), On = old.On,
            Document = old.Document?.ToString(), Scheme = input.Scheme, SchemeAgency = input.SchemeAgency ?? old.Lead.ToString(),
        });
        var decision = Held<Assignment>(Set(view, [.. rows], "indicators", input.Document), made => Assigning.NotAScheme(view, made));
        // The rows share what the input says: it is refused at its own field, once.
        return !decision.IsRefused ? decision : Decision.Refuse(decision.Problems
            .Select(p => p.Path is [_, _, var field] ? p with { Path = [field] } : p).DistinctBy(p => (p.Message.Zh, p.Path[0])));
    }

    private static Decision Set(RegistryView view, IReadOnlyList<AssignmentRow> rows, string field, string? document) =>
        IndicatorMutations.Set(view, [.. InputRows.Of<Assignment>(rows, field)], field, document);

    /// <summary>The plan's assignment of an indicator (by code, name or alias) or task (by code).</summary>
    private static Assignment? Recorded(RegistryView view, Plan plan, string? indicator, string? task) =>
        AssignmentBook.Of(view).AssignmentsOf(plan.Key, DateOnly.MaxValue).FirstOrDefault(a =>
            (task is not null && a.Task?.Code == task.Trim())
            || (indicator is not null && a.Indicator is { } key && view.Indicator(key) is { } held
                && IndicatorNames.Fits(view, held, indicator)));

    private static Decision OfPlan(RegistryView view, string named, Func<Plan, Decision> then) =>
        Key<Plan>.TryParse(named, view.Code, out var key) && view.Plan(view.Canonical(key)) is { } plan
            ? plan.IsSecret ? Decision.Refuse(Refusals.SecretRow(RecordShape.Of<Assignment>().Named)) : then(plan)
        : Decision.Refuse(Refusals.NotKnown(RecordShape.Of<Assignment>().Of(nameof(Assignment.Plan)), named, ProblemCode.UnknownPlan)
            with { Path = ["plan"] });

    private static Decision OfTask(RegistryView view, string named, Func<PlanTask, Decision> then) =>
        AssignmentBook.Of(view).Task(new(view.Code, named.Trim())) is { } task ? then(task)
        : Decision.Refuse(Refusals.NotKnown(RecordShape.Of<TaskYear>().Of(nameof(TaskYear.Task)), named) with { Path = ["task"] });

    private static Decision Held<T>(Decision decision, Func<T, Problem?> objection) where T : Record =>
        decision.Subjects.OfType<T>().Select(objection).OfType<Problem>().ToList() is { Count: > 0 } found
            ? Decision.Refuse(found) : decision;
}

public sealed class SetTasksPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<PlanTaskNode>? Tasks => Subjects<PlanTaskNode>();
}

public sealed class DecomposePlanPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<AssignmentNode>? Assignments => Subjects<AssignmentNode>();
}

public sealed class TakeUpAssignmentsPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<AssignmentNode>? Assignments => Subjects<AssignmentNode>();
}

public sealed class SetTaskYearPayload(Outcome outcome) : Payload(outcome)
{
    public TaskYearNode? TaskYear => Subject<TaskYearNode>();
}

public sealed class RecordTaskProgressPayload(Outcome outcome) : Payload(outcome)
{
    public TaskProgressNode? Progress => Subject<TaskProgressNode>();
}
