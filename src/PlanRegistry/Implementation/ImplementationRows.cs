using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>plan_tasks.csv, known by code, and what hangs on it: each row is about the plan of its task, within its years.</summary>
internal static class ImplementationRows
{
    private const string ByDefault = "本系统默认";
    private const string Refining = "开州府办发〔2020〕95号 一、(三)";
    private static readonly RecordShape Shape = RecordShape.Of<PlanTask>();
    private static readonly Column Code = Shape.Of(nameof(PlanTask.Code));
    private static readonly Column Project = Shape.Of(nameof(PlanTask.ProjectCode));

    public static PackTable Tasks { get; } = new(Shape)
    {
        Naming = new Naming<PlanTask>
        {
            Fold = TitleKey.Of,
            Recorded = view => view.Of<PlanTask>().Select(t => (t.Key, (IReadOnlyList<IEnumerable<string>>)[])),
            OfRow = (_, row) => row[Code] is { } code ? (code, []) : null,
        },
        Checks = new[] { Code, Project }.ToDictionary<Column, Column, Func<IntakeContext, object, CellValue>>(
            c => c, c => (_, value) => Codes.Check(c, value)),
        CheckRow = CheckTask,
    };

    public static PackTable Assignments { get; } = new(RecordShape.Of<Assignment>())
    {
        CheckRow = row =>
        {
            NamedRows.SamePlan<PlanTask>(row, nameof(Assignment.Task), t => t.Plan);
            OneOf(row, nameof(Assignment.Indicator), nameof(Assignment.Task),
                "一行分工只针对一项指标或者一项任务", "an assignment is of one indicator or one task");
            if (row.Get<Key<Agency>>(nameof(Assignment.Lead)) is { } lead && row[row.Table.Shape.Of(nameof(Assignment.CoAgencies))]
                is IReadOnlyList<Key<Agency>> others && others.Contains(lead))
            {
                var column = row.Table.Shape.Of(nameof(Assignment.CoAgencies));
                row.Refuse(column, Refusals.NotA(column, column.Write(others)!,
                    "中有牵头单位本身，只填其他配合单位", "holds the lead agency itself: name the others only") with { Clause = ByDefault });
            }
        },
    };

    public static PackTable Years { get; } = new(RecordShape.Of<TaskYear>())
    {
        CheckRow = row =>
        {
            NamedRows.SamePlan<PlanTask>(row, nameof(TaskYear.Task), t => t.Plan);
            OneOf(row, nameof(TaskYear.Requirement), nameof(TaskYear.NoneBecause),
                "一年写明实施要求，或者写明为何没有", "a year has a requirement, or the reason why it has none", Assigning.Divided);
            Within(row, nameof(TaskYear.Year), YearsOfTask(row));
        },
    };

    public static PackTable Progress { get; } = new(RecordShape.Of<TaskProgress>())
    {
        CheckRow = row =>
        {
            NamedRows.SamePlan<PlanTask>(row, nameof(TaskProgress.Task), t => t.Plan);
            Within(row, nameof(TaskProgress.Year), HorizonOf(row));
            if (row.Get<int>(nameof(TaskProgress.Year)) is { } year && row.Get<PartialDate>(nameof(TaskProgress.On)) is { } on
                && on.Last.Year < year)
            {
                var column = row.Table.Shape.Of(nameof(TaskProgress.On));
                row.Refuse(column, Refusals.NotA(column, on.ToString(), $"早于{year}年，当年的进展应在当年或者以后报告",
                    $"is before {year}: a year's progress is told in that year or later") with { Clause = ByDefault });
            }
        },
    };

    private static void CheckTask(ReadRow row)
    {
        Within(row, nameof(PlanTask.FromYear), HorizonOf(row));
        Within(row, nameof(PlanTask.ToYear), HorizonOf(row));
        if (NamedRows.Of<PlanTask>(row, nameof(PlanTask.Refines)) is { } above
            && PlansAtHand.Of(row.Context).PlanOf(above.Plan) is { Kind: not PlanKind.Development } other)
        {
            var column = Shape.Of(nameof(PlanTask.Refines));
            row.Refuse(column, Refusals.NotA(column, above.Code, $"是{other.Named.Zh}的任务，应为发展规划提出的任务",
                $"is a task of {other.Title}: it must be one of a development plan") with { Clause = Refining });
        }
    }

    /// <summary>The task's own years; of a task whose row is refused the plan's.</summary>
    private static Horizon? YearsOfTask(ReadRow row) => HorizonOf(row) is not { } plan ? null
        : NamedRows.Of<PlanTask>(row, nameof(TaskYear.Task))?.YearsWithin(plan) ?? plan;

    private static Horizon? HorizonOf(ReadRow row) =>
        row.Get<Key<Plan>>("Plan") is { } key ? PlansAtHand.Of(row.Context).PlanOf(key)?.Horizon : null;

    private static void Within(ReadRow row, string property, Horizon? years)
    {
        if (years is { } span && row.Get<int>(property) is { } year && !span.Holds(year))
        {
            var column = row.Table.Shape.Of(property);
            row.Refuse(column, Refusals.NotA(column, column.Write(year)!, $"不在{span.InWords.Zh}之内",
                $"does not lie within {span.InWords.En}") with { Clause = ByDefault });
        }
    }

    /// <summary>Either of two cells, and not both; one that is refused is filled in.</summary>
    private static void OneOf(ReadRow row, string either, string or, string zh, string en, string clause = ByDefault)
    {
        var (first, second) = (row.Table.Shape.Of(either), row.Table.Shape.Of(or));
        var filled = new[] { first, second }.Count(c => row[c] is not null || row.IsRefusedIn(c));
        if (filled != 1)
        {
            row.Refuse(first, new Problem(ProblemCode.InvalidValue, new Text(
                $"{zh}：{first.Label}、{second.Label}填写其中一个。", $"{en}: fill in {first.Name} or {second.Name}."), [], clause));
        }
    }
}
