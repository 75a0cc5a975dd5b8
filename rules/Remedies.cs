using PlanRegistry.Amendments;
using PlanRegistry.Ledger;
using PlanRegistry.Settlement;

namespace PlanRegistry.Rules;

/// <summary>The smallest acts that clear findings, each with the agency whose act it is.</summary>
public static class Remedies
{
    /// <param name="zh">A sentence but for its full stop.</param>
    public static Remedy Of(Operation act, Agency? agency, string zh, string en) => new(NameOf(act), agency, new Text(zh + '。', en));

    /// <summary>approveDirectoryList.</summary>
    public static string NameOf(Operation act) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(act.ToString());

    public static Operation OperationOf(Remedy remedy) => Enum.Parse<Operation>(remedy.Act, ignoreCase: true);

    public static Remedy ListPlan(PlanOnDay plan) =>
        Of(Operation.ApplyForEntry, plan.LeadAgency,
            $"由{Name(plan.LeadAgency)}申请将{plan.Named.Zh}列入规划编制目录清单，经区政府批准",
            $"{NameEn(plan.LeadAgency)} applies for listing {plan.Title}; the district government approves the list.")
            with { Input = new() { Plan = plan.Key } };

    /// <summary>Who acts for a plan: its lead agency; where none is recorded, the reform commission, which must find one.</summary>
    public static Agency? ActorFor(PlanOnDay plan) => plan.LeadAgency ?? plan.Snapshot.Agency(AgencyRole.ReformCommission);

    /// <param name="code">The rule whose finding is to be confirmed: of money finance confirms, else the reform commission.</param>
    public static Remedy ConfirmExemption(Snapshot snapshot, IReadOnlyList<PlanOnDay> plans, string code)
    {
        var agency = Settlers.ConfirmerOf(snapshot, plans, code == RuleBook.Money.Money.Code);
        return Of(Operation.ConfirmExemption, agency,
            $"由{Name(agency)}核对例外情形的依据，以文件或会议纪要予以确认",
            $"{NameEn(agency)} checks what the exception rests on and confirms it by a document or minutes.")
            with { Input = new() { IsOfTheFinding = true } };
    }

    /// <summary>
    /// What was done stays done, as a lead for auditors: those who may conclude it look into it, never the lead agency nor finance.
    /// </summary>
    /// <param name="zh">What they do, behind their name; so that the conclusion is registered follows.</param>
    public static Remedy LookInto(PlanOnDay plan, string zh, string en)
    {
        var settler = plan.Snapshot.Agency(AgencyRole.Audit) ?? plan.Snapshot.Agency(AgencyRole.Government);
        return Of(Operation.SettleFinding, settler,
            $"由{settler?.Name ?? "区审计局（未录入）"}{zh}，并登记核查结论",
            $"{settler?.Name ?? "The district's audit bureau (not recorded)"} {en} and has the conclusion registered.")
            with { Input = new() { IsOfTheFinding = true } };
    }

    /// <summary>The same of what was done with the plan itself.</summary>
    public static Remedy FollowTheLead(PlanOnDay plan) =>
        LookInto(plan, $"对记录无误的，就{plan.Named.Zh}的审计线索进行核查", $"follows up the lead on {plan.Title}, where the records are right,");

    /// <summary>An amendment is the version that follows on the last.</summary>
    public static RemedyInput NextVersionOf(PlanOnDay plan) =>
        new() { Plan = plan.Key, Version = AmendmentRoute.LastVersionOf(plan.Snapshot.View, plan.Key) + 1 };

    public static string Name(Agency? agency) => agency?.Name ?? "牵头编制部门（未录入）";

    public static string NameEn(Agency? agency) => agency?.Name ?? "The lead agency (not recorded)";
}
