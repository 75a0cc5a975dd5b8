using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

internal static class AmendmentRemedies
{
    /// <summary>The body that owes the step takes it, or the lead agency records that it was taken.</summary>
    public static Remedy Take(AmendedVersion version, RouteStep step) =>
        Remedies.Of(Operation.RecordAct, version.Of.LeadAgency,
            $"由{Remedies.Name(version.Of.LeadAgency)}补办或补录{version.Of.Named.Zh}第{version.Version}版的{step.Name.Zh}；未能补办的，恢复调整前的内容",
            $"{Remedies.NameEn(version.Of.LeadAgency)} makes up for {step.Name.En} of version {version.Version} "
                + $"of {version.Of.Title}, or records it; else what stood before is restored.")
            with { Input = OfVersion(version) with { Type = step.Way?.Type } };

    public static Remedy RecordTheRoute(AmendedVersion version) =>
        Remedies.Of(Operation.RecordAct, version.Of.LeadAgency,
            $"由{Remedies.Name(version.Of.LeadAgency)}补录{version.Of.Named.Zh}原审批程序及第{version.Version}版的办理单位和日期",
            $"{Remedies.NameEn(version.Of.LeadAgency)} records who approved "
                + $"{version.Of.Title} and its version {version.Version}, and when.")
            with { Input = OfVersion(version) };

    public static Remedy Follow(AmendmentDuty duty) =>
        Remedies.Of(Operation.ProposeAmendment, duty.Of.LeadAgency,
            $"由{Remedies.Name(duty.Of.LeadAgency)}提出{duty.Of.Named.Zh}调整修订建议，与全区发展规划衔接论证后报原审批主体批准",
            $"{Remedies.NameEn(duty.Of.LeadAgency)} proposes an amendment of {duty.Of.Title},"
                + " aligned with the development plan, to its original approver.")
            with { Input = Remedies.NextVersionOf(duty.Of) };

    public static Remedy DeclareNoChange(AmendmentDuty duty) =>
        Remedies.Of(Operation.RecordAct, duty.Of.LeadAgency,
            $"经复核无需调整的，由{Remedies.Name(duty.Of.LeadAgency)}声明无需调整",
            $"Where a review finds no need, {Remedies.NameEn(duty.Of.LeadAgency)} declares no change.")
            with { Input = new() { Plan = duty.Plan, Type = ActType.NoChangeDeclared, Against = duty.Version } };

    private static RemedyInput OfVersion(AmendedVersion version) =>
        new() { Plan = version.Plan, About = ActAbout.Amendment, Version = version.Version };
}
