using PlanRegistry.Funding;

namespace PlanRegistry.Generator;

/// <summary>规划经费: for drafting and, year by year, for carrying out about a third of the plans, and every unlisted one.</summary>
internal sealed class Funding(DistrictDraft draft)
{
    private const int FundedPercent = 35;
    private const int DistrictMoneyPercent = 80;
    private const int MostYears = 3;
    private int lines;

    public void Add(PlanDraft plan)
    {
        var isFunded = plan.Has(Defect.Unlisted) || draft.Chance.Percent(FundedPercent);
        if (plan.IsDevelopment || plan.Wave.List is null || plan.Stage == Stage.Proposed || !isFunded)
        {
            return;
        }
        Line(plan, FundingPurpose.Drafting, "编制经费", plan.DraftingFrom.AddDays(15), 20, 90);
        if (plan.IsPublished)
        {
            for (var year = plan.PublishedOn.Year + 1; year <= Math.Min(plan.Horizon.To, plan.PublishedOn.Year + MostYears); year++)
            {
                Line(plan, FundingPurpose.Implementation, $"{year}年重点项目", draft.Chance.In(year, 2, 4), 100, 3000);
            }
        }
    }

    private void Line(PlanDraft plan, FundingPurpose purpose, string project, DateOnly arranged, int least, int most)
    {
        if (!World.HasSeen(arranged))
        {
            return;
        }
        var spent = draft.Chance.After(arranged, 60, 200);
        var hasUpperMoney = !plan.Has(Defect.Unlisted) && !draft.Chance.Percent(DistrictMoneyPercent);
        draft.Add(new FundingLine
        {
            Home = draft.Code, Code = $"F-{arranged.Year}-{++lines:0000}", Plan = plan.Key,
            Project = plan.Has(Defect.Secret) ? plan.Plan.Title : plan.Plan.Title + project,
            Amount = draft.Chance.Between(least, most) * 10_000m,
            Money = hasUpperMoney ? FundingMoney.UpperTransfer : FundingMoney.District, Purpose = purpose,
            BudgetYear = arranged.Year, Budgeted = true, RequestedOn = arranged.AddDays(-90), ArrangedOn = arranged,
            SpentOn = World.HasSeen(spent) ? spent : null,
        });
    }
}
