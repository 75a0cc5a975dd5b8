using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>一致、金额不一致、计划未安排、预算未安排、待核实.</summary>
public enum ProjectAgreement { Agrees, Differs, NotPlanned, NotBudgeted, Unknown }

/// <summary>Why it cannot be told whether budget and investment plan agree on a project.</summary>
public enum ProjectDoubt { PlanNotRecorded, LinesOpen, NoCodes, NotLinked }

/// <summary>A project of a year: the budget's lines that name it, together, beside what the investment plan has for it.</summary>
public sealed class ProjectMoney : IFact
{
    private readonly InvestmentBook book;
    private readonly string key;

    private ProjectMoney(InvestmentYear of, InvestmentBook book, string key)
    {
        (Of, this.book, this.key) = (of, book, key);
        var day = of.Snapshot.AsOf;
        var held = book.Held(of.Year, key, day);
        (Held, PlannedOn) = (held?.Line, held?.Day);
        var lines = book.LinesOf(key).Where(l => l.BudgetYear is null || l.BudgetYear == of.Year).ToList();
        Budgeted = [.. lines.Where(l => BudgetStandings.On(l, day) == BudgetStanding.In)];
        Doubtful = [.. lines.Where(l => BudgetStandings.On(l, day) == BudgetStanding.Open),
            .. Names(lines).SelectMany(book.Uncoded).Distinct().Where(l => l.BudgetYear == of.Year
                && BudgetStandings.On(l, day) != BudgetStanding.Out)];
        Code = Held?.ProjectCode ?? lines.FirstOrDefault()?.ProjectCode ?? key;
        Project = Held?.Project ?? lines.FirstOrDefault()?.Project ?? key;
    }

    public InvestmentYear Of { get; }

    public string Code { get; }

    public string Project { get; }

    /// <summary>In the budget of the year.</summary>
    public IReadOnlyList<FundingLine> Budgeted { get; }

    /// <summary>Of which it is not recorded whether they are, or for which project.</summary>
    public IReadOnlyList<FundingLine> Doubtful { get; }

    /// <summary>What the investment plan says of it; null where it does not name it.</summary>
    public InvestmentPlanLine? Held { get; }

    /// <summary>The day of the paper that says so.</summary>
    public DateOnly? PlannedOn { get; }

    /// <summary>In 元.</summary>
    public decimal Budget => Budgeted.Sum(l => l.Amount);

    /// <summary>In 元.</summary>
    public decimal Planned => Held?.Amount ?? 0;

    public decimal Difference => Budget - Planned;

    /// <summary>Null where neither side has money for it.</summary>
    public ProjectAgreement? Agreement => field ??= Compare();

    public ProjectDoubt? Doubt => Agreement != ProjectAgreement.Unknown ? null
        : !Of.IsPlanned ? ProjectDoubt.PlanNotRecorded
        : Doubtful.Count > 0 ? ProjectDoubt.LinesOpen
        : IsLinked ? ProjectDoubt.NoCodes
        : ProjectDoubt.NotLinked;

    public bool IsNotPlanned => Agreement == ProjectAgreement.NotPlanned;

    public bool IsNotBudgeted => Agreement == ProjectAgreement.NotBudgeted;

    public bool IsDifferent => Agreement == ProjectAgreement.Differs;

    public bool IsAtOdds => IsNotPlanned || IsNotBudgeted || IsDifferent;

    public bool IsOfADevelopmentPlan => book.TasksOf(key).Any(book.IsOfADevelopmentPlan)
        || LinkedPlan is { IsOwn: true, Kind: PlanKind.Development };

    /// <summary>The district's own plan that the project carries out, as far as that is recorded.</summary>
    public PlanOnDay? LinkedPlan =>
        (Held?.Plan ?? (Held?.Task is { } task ? Implementation.AssignmentBook.Of(Of.Snapshot.View).Task(task)?.Plan : null)
            ?? book.TasksOf(key).FirstOrDefault()?.Plan) is { } plan && Of.Snapshot.Plan(plan) is { IsOwn: true } known ? known : null;

    /// <summary>
    /// In whose light it counts: the plans whose money it is; without any, that of the project. The development plan, which has them all,
    /// answers for none.
    /// </summary>
    public IReadOnlyList<PlanOnDay> PlansFor(RuleReach rule) =>
        [.. (Budgeted.Count > 0 ? Budgeted.Select(l => Of.Snapshot.Plan(l.Plan)) : [LinkedPlan]).OfType<PlanOnDay>()
            .DistinctBy(p => p.Key).Where(p => p.Kind != PlanKind.Development && p.IsJudgedBy(rule))];

    /// <summary>Since when both sides are as they are; never before the due day is over.</summary>
    public DateOnly Since => Budgeted.Select(BudgetStandings.Since).Append(PlannedOn).OfType<DateOnly>()
        .Append(Of.Due.AddDays(1)).Max();

    public RecordId Id => new("project_money", Of.Snapshot.View.Code, $"{Of.Year}/{Code}");

    public FactLine Say() => new(nameof(ProjectMoney), null, new Text(
        $"项目“{Project}”（{Code}）{Of.Year}年度预算{Quantity.InWords(Budget, "元").Zh}，政府投资年度计划{Quantity.InWords(Planned, "元").Zh}",
        $"{Project} ({Code}) in {Of.Year}: budget {Budget:0.##} yuan, investment plan {Planned:0.##} yuan"));

    internal static IEnumerable<ProjectMoney> AllOf(InvestmentYear year, InvestmentBook book) =>
        book.CodesOf(year.Year).Where(code => !IsSecret(year.Snapshot, book.LinesOf(code)))
            .Select(code => new ProjectMoney(year, book, code)).Where(p => p.Agreement is not null);

    private static bool IsSecret(Snapshot snapshot, IEnumerable<FundingLine> lines) =>
        lines.Any(l => snapshot.View.Plan(snapshot.View.Canonical(l.Plan))?.IsSecret == true);

    private IEnumerable<string> Names(IEnumerable<FundingLine> lines) =>
        lines.Select(l => l.Project).Concat(Held is { } held ? [held.Project] : []).DistinctBy(TitleKey.Of);

    /// <summary>A plan that is linked to the project: without one the registry keeps no budget line of it.</summary>
    private bool IsLinked => LinkedPlan is not null || book.LinesOf(key).Any();

    private ProjectAgreement? Compare() => (Budget > 0, Planned > 0) switch
    {
        (false, false) => null,
        (true, false) => Of.IsPlanned ? ProjectAgreement.NotPlanned : ProjectAgreement.Unknown,
        (false, true) => Doubtful.Count > 0 || !IsLinked || !Of.HasCodes ? ProjectAgreement.Unknown : ProjectAgreement.NotBudgeted,
        _ when Math.Abs(Difference) <= Tolerance * Planned => ProjectAgreement.Agrees,
        _ => Doubtful.Count > 0 ? ProjectAgreement.Unknown : ProjectAgreement.Differs,
    };

    private decimal Tolerance => Of.Snapshot.Policy.Of(PolicyKeys.InvestmentPlanTolerance, Of.Due);
}
