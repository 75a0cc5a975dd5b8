using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

/// <summary>核对: the two are made by two bodies, finance and the reform commission, who mend whichever of them is wrong.</summary>
internal static class InvestmentRemedies
{
    public static Remedy SetThePlan(ProjectMoney project) => Of(Operation.SetInvestmentPlan, project.Of,
        "核对，确需安排的，按程序调整政府投资年度计划并登记；预算记录有误的，予以更正",
        "check it; where the money is right the investment plan is adjusted by its procedure and recorded, else the line is corrected");

    public static Remedy RecordTheLine(ProjectMoney project) => Of(Operation.RecordFunding, project.Of,
        "核对，预算已安排的，登记该项目的经费；项目已调出的，登记调整后的政府投资年度计划",
        "check it; money that is budgeted is recorded, and a project that was taken out of the investment plan is recorded so");

    public static Remedy Reconcile(ProjectMoney project) => Of(Operation.SetInvestmentPlan, project.Of,
        "核对两边金额，计划已调整的登记调整文件，记录有误的予以更正",
        "hold the amounts against each other; an adjusted plan is recorded, and a record that is wrong is corrected");

    public static Remedy RecordThePlan(InvestmentYear year) => Of(Operation.SetInvestmentPlan, year,
        $"补录{year.Year}年度政府投资计划", $"record the investment plan of {year.Year}");

    /// <summary>Money is recorded of what is linked to a plan alone; of the others the link is all that can be.</summary>
    public static IEnumerable<Remedy> Settle(InvestmentYear year)
    {
        var (unlinked, all) = (year.Open.Count(p => p.Doubt == ProjectDoubt.NotLinked), year.Open.Count);
        if (unlinked < all)
        {
            var (zh, en) = unlinked == 0 ? ("上述项目", "these projects") : ("上述已关联规划的项目", "those of these projects that are linked to a plan");
            yield return Of(Operation.RecordFunding, year, $"补录或者更正{zh}的经费，写明项目代码、预算年度和是否列入预算",
                $"record or correct the money of {en}, with code, year and whether it is budgeted");
        }
        if (unlinked > 0)
        {
            yield return Of(Operation.SetInvestmentPlan, year,
                "核对上述未关联规划的项目，实施本区规划的，在政府投资年度计划中写明其规划或者规划任务；与本区规划无关的，本系统不登记其经费，由两部门自行核对",
                "check those that are linked to no plan: one that carries out a plan of the district is given it, or its task, in the "
                    + "investment plan; of others no money is kept here, and the two check them by themselves");
        }
    }

    public static Remedy WeighFirst(InvestmentYear year) => Of(Operation.RecordFunding, year,
        "统筹资金时优先研究上述发展规划项目，已安排的登记经费",
        "weigh these projects of the development plan first; money that is arranged is recorded");

    private static Remedy Of(Operation act, InvestmentYear year, string zh, string en)
    {
        var (finance, commission) = (InvestmentFindings.Finance(year), year.Snapshot.Agency(AgencyRole.ReformCommission));
        return Remedies.Of(act, finance,
            $"由{finance?.Name ?? "区财政部门（未录入）"}会同{commission?.Name ?? "区发展改革部门（未录入）"}{zh}",
            $"{finance?.Name ?? "The finance bureau (not recorded)"} and "
                + $"{commission?.Name ?? "the reform commission (not recorded)"} {en}.");
    }
}
