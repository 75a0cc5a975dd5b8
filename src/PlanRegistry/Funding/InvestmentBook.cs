using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>The budget's lines and those of the investment plans, by the project that they name. Kept with a view.</summary>
public sealed class InvestmentBook
{
    private readonly RegistryView view;
    private readonly ILookup<string, FundingLine> lines;
    private readonly ILookup<string, FundingLine> uncoded;
    private readonly ILookup<(int Year, string Code), (InvestmentPlanLine Line, DateOnly Day)> planned;
    private readonly ILookup<string, PlanTask> tasks;
    private readonly ILookup<string, PlanTask> tasksByTitle;
    private readonly ILookup<int, string> codes;

    private InvestmentBook(RegistryView view)
    {
        this.view = view;
        var funding = view.Of<FundingLine>().OrderBy(l => l.Code, StringComparer.Ordinal).ToList();
        lines = funding.Where(l => l.ProjectCode is not null).ToLookup(l => CodeOf(l.ProjectCode!));
        uncoded = funding.Where(l => l.ProjectCode is null).ToLookup(l => TitleKey.Of(l.Project));
        planned = view.Of<InvestmentPlanLine>().ToLookup(l => (l.Year, CodeOf(l.ProjectCode)), l => (l, DayOf(l)));
        var own = view.Of<PlanTask>().OrderBy(t => t.Code, StringComparer.Ordinal).ToList();
        tasks = own.Where(t => t.ProjectCode is not null).ToLookup(t => CodeOf(t.ProjectCode!));
        tasksByTitle = own.ToLookup(t => TitleKey.Of(t.Title));
        codes = lines.SelectMany(g => g.Where(l => l.BudgetYear is not null).Select(l => (Year: l.BudgetYear!.Value, Code: g.Key)))
            .Concat(planned.Select(g => g.Key)).Distinct()
            .OrderBy(k => k.Code, StringComparer.Ordinal).ToLookup(k => k.Year, k => k.Code);
        HasDevelopmentTasks = own.Exists(IsOfADevelopmentPlan);
    }

    public static InvestmentBook Of(RegistryView view) => view.Kept(v => new InvestmentBook(v));

    /// <summary>Those of which a budget line with a project code or an investment plan tells.</summary>
    public IEnumerable<int> Years => codes.Select(g => g.Key).Order();

    /// <summary>Without the tasks of the development plan nobody can tell that a project is none of its own.</summary>
    public bool HasDevelopmentTasks { get; }

    /// <summary>The projects of a year, each by its code as it is compared.</summary>
    internal IEnumerable<string> CodesOf(int year) => codes[year];

    /// <summary>The budget lines of a project, of whatever year.</summary>
    internal IEnumerable<FundingLine> LinesOf(string code) => lines[code];

    /// <summary>Those that name the project, and no code.</summary>
    internal IEnumerable<FundingLine> Uncoded(string project) => uncoded[TitleKey.Of(project)];

    /// <summary>What the year's plan says of the project by the day: the latest paper that names it.</summary>
    internal (InvestmentPlanLine Line, DateOnly Day)? Held(int year, string code, AsOfDay day) =>
        planned[(year, code)].Where(p => p.Day <= day).OrderBy(p => p.Day).ThenBy(p => p.Line.Seq)
            .ThenBy(p => p.Line.Document.Code, StringComparer.Ordinal).Select(p => ((InvestmentPlanLine, DateOnly)?)p).LastOrDefault();

    /// <summary>What the year's plan has money for on the day.</summary>
    public IEnumerable<InvestmentPlanLine> HeldOn(int year, AsOfDay day) =>
        codes[year].Select(code => Held(year, code, day)?.Line).OfType<InvestmentPlanLine>().Where(l => l.Amount > 0);

    /// <summary>The tasks of plans that are the project: by its code.</summary>
    internal IEnumerable<PlanTask> TasksOf(string code) => tasks[code];

    /// <summary>Of a line without a code: by its name.</summary>
    internal IEnumerable<PlanTask> TasksOf(FundingLine line) =>
        line.ProjectCode is { } code ? tasks[CodeOf(code)] : tasksByTitle[TitleKey.Of(line.Project)];

    /// <summary>Of a development plan of the district, or working one of its tasks out.</summary>
    internal bool IsOfADevelopmentPlan(PlanTask task) => IsDevelopment(task.Plan)
        || (task.Refines is { } above && AssignmentBook.Of(view).Task(above) is { } refined && IsDevelopment(refined.Plan));

    internal static string CodeOf(string code) => TitleKey.Of(code);

    private bool IsDevelopment(Key<Plan> plan) => view.Plan(view.Canonical(plan)) is { Kind: PlanKind.Development } known
        && known.Home == view.Code;

    private DateOnly DayOf(InvestmentPlanLine line) =>
        view.Document(line.Document)?.IssuedOn?.Last ?? new DateOnly(line.Year, 1, 1);
}
