using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Funding;

[Resolves("Mutation")]
public static class InvestmentMutations
{
    public static SetInvestmentPlanPayload SetInvestmentPlan(SetInvestmentPlanInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setInvestmentPlan", input, view => Set(view, input), input.Reason, input.Document));

    /// <summary>Of a paper that is the year's whole plan: what an earlier one has and this one does not name is taken out.</summary>
    private static Decision Set(RegistryView view, SetInvestmentPlanInput input)
    {
        if (Twice(input.Lines) is { } twice)
        {
            return Decision.Refuse(twice);
        }
        var decision = Set(view, input, input.Lines);
        if (decision.IsRefused || input.Whole != true)
        {
            return decision;
        }
        var named = decision.Subjects.OfType<InvestmentPlanLine>().ToList();
        var codes = named.Select(l => TitleKey.Of(l.ProjectCode)).ToHashSet();
        var left = InvestmentBook.Of(view).HeldOn(input.Year, view.Document(named[0].Document)!.IssuedOn!.Value.Last)
            .Where(l => !codes.Contains(TitleKey.Of(l.ProjectCode)))
            .Select(l => new InvestmentPlanLineInput
            {
                ProjectCode = l.ProjectCode, Project = l.Project, Amount = 0, Plan = l.Plan?.ToString(), Task = l.Task?.Code,
            });
        return Set(view, input, [.. input.Lines, .. left]);
    }

    /// <summary>One project, however its code is typed: of two lines one would be lost.</summary>
    private static Problem? Twice(IReadOnlyList<InvestmentPlanLineInput> lines) => lines.Select((line, i) => (line.ProjectCode, At: i))
        .GroupBy(l => TitleKey.Of(l.ProjectCode)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new(ProblemCode.Duplicate, new Text(
                $"项目代码“{twice.Last().ProjectCode}”与“{twice.First().ProjectCode}”是同一项目，一份计划中一个项目只列一行；请合并。",
                $"The project codes {twice.Last().ProjectCode} and {twice.First().ProjectCode} are one project, "
                    + "which has one line in a plan: put them together."),
                ["lines", twice.Last().At.ToString(System.Globalization.CultureInfo.InvariantCulture), "projectCode"], "本系统默认")
            : null;

    private static Decision Set(RegistryView view, SetInvestmentPlanInput input, IReadOnlyList<InvestmentPlanLineInput> lines) =>
        IndicatorMutations.Set(view, [.. InputRows.Of<InvestmentPlanLine>(lines, "lines",
            (nameof(InvestmentPlanLine.Year), input.Year), (nameof(InvestmentPlanLine.Document), input.Document))],
            "lines", input.Document);
}

public sealed class SetInvestmentPlanPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<InvestmentPlanLineNode>? Lines => Subjects<InvestmentPlanLineNode>();
}
