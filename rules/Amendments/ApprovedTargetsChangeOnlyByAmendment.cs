using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

[Name("AME-001"), Description("The approved targets of a plan change only by an amendment with the same final approver as the plan, and the Party step where the plan had one.")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), RuleVersion(1)]
public sealed class ApprovedTargetsChangeOnlyByAmendment : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("AME-001"), p => p.Kind != PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => !v.IsPending, v => v.IsBroken);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Lacking(version));
    }
}

[Name("AME-001/unknown"), Description("The plan's own route, or who approved its amendment, is not recorded.")]
public sealed class RouteOfAnAmendmentIsUnknown : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("AME-001"), p => p.Kind != PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => !v.IsPending, v => v.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Open(version));
    }
}
