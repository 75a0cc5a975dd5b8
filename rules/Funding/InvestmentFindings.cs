using PlanRegistry.Funding;
using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Funding;

/// <summary>What findings on budgets and investment plans say alike.</summary>
internal static class InvestmentFindings
{
    /// <summary>As many as a sentence names one by one.</summary>
    private const int Named = 10;

    public static FindingDraft OfProject(this IContext context, ProjectMoney project)
    {
        var draft = context.Finding(project.Of.Snapshot, $"{project.Of.Year}").About(project.Code);
        foreach (var plan in project.PlansFor(RuleBook.Of(draft.Code).Reach))
        {
            draft.For(plan);
        }
        return draft.Responsible(Finance(project.Of)).Saying(project.Agreement!.Value)
            .With("year", project.Of.Year).With("project", project.Project).With("code", project.Code)
            .With("budget", Yuan(project.Budget)).With("planned", Yuan(project.Planned))
            .With("difference", Yuan(Math.Abs(project.Difference)))
            .Fact("line", project.Budgeted).Fact("planned", project.Held)
            .Since(project.Since).JudgedOn(project.Of.Due);
    }

    public static FindingDraft OfYear(this IContext context, InvestmentYear year, IReadOnlyList<ProjectMoney> projects) =>
        context.Finding(year.Snapshot, $"{year.Year}").Responsible(Finance(year))
            .With("year", year.Year).With("count", projects.Count).With("items", List([.. projects.Select(Item)]))
            .Since(year.Due.AddDays(1)).JudgedOn(year.Due);

    public static Text Lines(IReadOnlyList<FundingLine> lines) =>
        List([.. lines.Select(l => new Text($"“{l.Project}”{l.InWords.Zh}", $"{l.Project} ({l.InWords.En})"))]);

    /// <summary>When the last of either came.</summary>
    public static DateOnly OutOfOrderSince(InvestmentYear year) => year.PassedOver.Select(p => p.Since)
        .Append(year.Unlinked.Select(BudgetStandings.Since).OfType<DateOnly>().DefaultIfEmpty(year.Due).Min()).Max();

    internal static Agency? Finance(InvestmentYear year) => year.Snapshot.Agency(AgencyRole.Finance);

    private static Text Item(ProjectMoney project)
    {
        var (zh, en) = project.Doubt is { } doubt and not ProjectDoubt.PlanNotRecorded
            ? ($"（{Terms.Of(doubt).Zh}）", $" ({Terms.Of(doubt).En})") : ("", "");
        return new($"“{project.Project}”{zh}", $"{project.Project}{en}");
    }

    private static Text Yuan(decimal amount) => new(Quantity.InWords(amount, "元").Zh, $"{Quantity.Number(amount)} yuan");

    private static Text List(IReadOnlyList<Text> names) => names.Count <= Named
        ? new(string.Join('、', names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)))
        : new($"{string.Join('、', names.Take(Named).Select(n => n.Zh))}等",
            $"{string.Join(", ", names.Take(Named).Select(n => n.En))} and others");
}
