using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

[Rule("AME-001")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Expired = true, Secret = true, Ended = true), RuleVersion(4)]
public sealed class ApprovedTargetsChangeOnlyByAmendment : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => !v.IsPending, v => v.IsBroken);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Lacking(version));
    }
}

/// <summary>The plan's own route, or who approved its amendment, is not recorded.</summary>
[CaseOf(typeof(ApprovedTargetsChangeOnlyByAmendment), "unknown")]
public sealed class RouteOfAnAmendmentIsUnknown : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        AmendedVersion version = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development)
            .Match(() => version, v => v.Plan == plan.Key, v => !v.IsPending, v => v.IsUnknown);

        Then()
            .Yield(c => c.Finding(plan).Amended(version).Open(version));
    }
}

/// <summary>What was approved was corrected with no approval since: a person must say that an error of recording was mended.</summary>
[CaseOf(typeof(ApprovedTargetsChangeOnlyByAmendment), "correction")]
public sealed class ApprovedContentWasCorrected : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        BoundContent content = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development)
            .Match(() => content, c => c.Plan == plan.Key);

        Then()
            .Yield(c => c.Finding(plan).Unbound(content));
    }
}
