using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>What stands against an assignment or a word on progress, and what would be right.</summary>
public static class Assigning
{
    /// <summary>分解落实、年度实施要求.</summary>
    public const string Divided = "开州府办发〔2020〕95号 三、(四)";
    public const string ByDefault = "本系统默认";

    /// <summary>Each subject once: two rows of one would be two leads.</summary>
    public static Problem? SecondLead(IReadOnlyList<(string? Subject, string Lead)> rows) =>
        rows.Where(r => r.Subject is not null).GroupBy(r => TitleKey.Of(r.Subject!)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new(ProblemCode.Duplicate, new Text(
                $"“{twice.First().Subject}”列了不止一个牵头单位（{string.Join('、', twice.Select(r => r.Lead))}）；每项只有一个牵头单位，其他单位列为配合单位。",
                $"{twice.First().Subject} has more than one lead agency ({string.Join(", ", twice.Select(r => r.Lead))}): "
                    + "each has one, the others take part."), ["assignments"], Divided)
            : null;

    /// <summary>主要任务和重大项目 are divided once the plan is approved; what a superior's plan handed down is another ledger's matter.</summary>
    public static Problem? NotApproved(RegistryView view, Plan plan, DateOnly day) => plan.Home != view.Code
            || (view.History(plan.Key) is var history && (history.ApprovedOn ?? history.PublishedOn)?.First <= day) ? null
        : new(ProblemCode.OutOfOrder, new Text($"{plan.Named.Zh}在{day.InWords().Zh}尚无批准或者发布的记录，不能分解落实；已经批准的，请先补录批准。",
            $"{plan.Title} is not recorded as approved or published by {day:yyyy-MM-dd} and is not decomposed yet; "
                + "if it was approved, record that first."), ["plan"], Divided);

    /// <summary>An indicator is one that the plan holds, or of a superior plan one that it handed down to the district.</summary>
    public static Problem? Objection(RegistryView view, Assignment assignment)
    {
        if (view.Agency(assignment.Lead) is { } lead && lead.Tier is not (PlanTier.District or PlanTier.Township))
        {
            return At("lead", $"{lead.Name}不是本区的单位，不能作为本区任务、指标的牵头单位。",
                $"{lead.Name} is no agency of the district, and leads none of its tasks and indicators.", Divided);
        }
        var plan = view.Canonical(assignment.Plan);
        if (assignment.Indicator is not { } named || view.Plan(plan) is not { } known)
        {
            return null;
        }
        var held = known.Home == view.Code ? view.TargetsOf[plan].Select(t => t.Indicator)
            : view.AllocationsOf[plan].Where(a => a.ToDistrict == view.Code).Select(a => a.Indicator);
        return held.Any(i => view.Identity(i) == view.Identity(named)) ? null
            : known.Home == view.Code
                ? At("indicator", $"“{view.Indicator(named)?.Name}”不是{known.Named.Zh}的指标，请先设定其目标值，或者更正指标。",
                    $"{view.Indicator(named)?.Name} is no indicator of {known.Title}: set its target first, or name another.", Divided)
                : At("indicator", $"{known.Named.Zh}未向本区分解下达“{view.Indicator(named)?.Name}”，请先登记分解下达值，或者更正指标。",
                    $"{known.Title} handed no target of {view.Indicator(named)?.Name} down to the district: "
                        + "record the allocation first, or name another.", Divided);
    }

    /// <summary>Who leads a task or takes part in it says how far it has come, and nobody else.</summary>
    public static Problem? Objection(RegistryView view, TaskProgress progress)
    {
        var assignment = AssignmentBook.Of(view).AssignmentOf(progress.Task);
        return assignment is null
            ? At("task", $"任务“{progress.Task.Code}”尚未分解到牵头单位，请先办理任务分工。",
                $"The task {progress.Task.Code} has no lead agency yet: assign it first.", Divided)
            : !AssignmentBook.Concerns(view, assignment, progress.Agency)
                ? At("agency", $"任务“{progress.Task.Code}”的进展由牵头单位{view.Agency(assignment.Lead)?.Name}或者配合单位报告，"
                        + $"不由{view.Agency(progress.Agency)?.Name}报告。",
                    $"The progress of {progress.Task.Code} is told by its lead, {view.Agency(assignment.Lead)?.Name}, or who takes part, "
                        + $"and not by {view.Agency(progress.Agency)?.Name}.", ByDefault)
            : null;
    }

    /// <summary>实施方案、工作方案、行动方案: by its kind, or where none is recorded by its title.</summary>
    public static bool IsScheme(Document paper) => (paper.Kind ?? paper.Title).Contains("方案", StringComparison.Ordinal);

    /// <summary>A scheme is a paper on record that calls itself one.</summary>
    public static Problem? NotAScheme(RegistryView view, Assignment assignment) => assignment.Scheme is not { } scheme ? null
        : view.Document(scheme) is not { } paper
            ? At("scheme", $"实施方案“{scheme.Code}”未登记，请先登记该文件。", $"The scheme {scheme.Code} is not known: register it first.", Divided)
        : IsScheme(paper) ? null
        : At("scheme", $"{paper.Named.Zh}没有写明是方案，不能作为实施方案；请更正文件，或者在登记文件时写明文种（如“实施方案”）。",
            $"{paper.Named.En} does not call itself a scheme: name another paper, or register it with its kind (\"实施方案\").", Divided);

    /// <summary>Nothing is taken up in a scheme that nobody answers for.</summary>
    public static Problem NotAssigned(string field, string subject) => At(field, $"“{subject}”尚未分解到牵头单位，请先办理任务分工，再纳入实施方案。",
        $"{subject} has no lead agency yet: assign it first, then take it up in the scheme.", Divided);

    public static Problem Unknown(string field, string zh, string code) =>
        new(ProblemCode.UnknownRecord, new Text($"{zh}“{code}”未登记。", $"{field} \"{code}\" is not known."), [field]) { Value = code };

    private static Problem At(string field, string zh, string en, string clause) =>
        new(ProblemCode.InvalidValue, new Text(zh, en), [field], clause);
}
