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

    public static Remedy CompleteTheLines(InvestmentYear year) => Of(Operation.RecordFunding, year,
        "补录上述项目的经费，写明项目代码、预算年度和是否列入预算；与规划有关的项目，关联规划",
        "record the money of these projects with code, year and whether it is budgeted; a project that carries out a plan is linked to it");

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
