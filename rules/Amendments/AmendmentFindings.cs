using PlanRegistry.Amendments;

namespace PlanRegistry.Rules.Amendments;

internal static class AmendmentFindings
{
    /// <summary>Judged as an act where the approval's day is recorded, else as the state it is.</summary>
    public static FindingDraft Amended(this FindingDraft draft, AmendedVersion version)
    {
        draft.About(version.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("version", version.Version)
            .Fact("amendment", version.Route.Amendment is { } amendment ? AmendmentLine(amendment) : (Text?)null)
            .Fact("approval", version.Approval)
            .Fact("taken", version.Taken);
        return version.Approval is { } approval ? draft.JudgedOn(approval.On.Last) : draft;
    }

    public static FindingDraft Lacking(this FindingDraft draft, AmendedVersion version)
    {
        foreach (var step in version.Missing)
        {
            draft.Fact("missing", step.Name).Remedy(AmendmentRemedies.Take(version, step));
        }
        return draft.With("steps", Text.Join(version.Missing.Select(s => s.Name))).Since(version.Since);
    }

    public static FindingDraft Open(this FindingDraft draft, AmendedVersion version)
    {
        foreach (var step in version.Open)
        {
            draft.Fact("open", step.Name);
        }
        return draft.Unknown().With("steps", Text.Join(version.Open.Select(s => s.Name))).Since(version.Since)
            .Remedy(AmendmentRemedies.RecordTheRoute(version));
    }

    public static FindingDraft Owing(this FindingDraft draft, AmendmentDuty duty) =>
        draft.About(duty.Version.ToString()).ByPolicyOf(duty.ApprovedOn.Last)
            .With("development", duty.DevelopmentPlan)
            .With("version", duty.Amendment.Version)
            .With("approved", duty.ApprovedOn)
            .With("due", duty.Due)
            .MendBy(duty.Due)
            .With("indicators", duty.Changed)
            .Remedy(AmendmentRemedies.Follow(duty))
            .Remedy(AmendmentRemedies.DeclareNoChange(duty));

    private static Text AmendmentLine(Amendment amendment) =>
        new($"{amendment.ProposedOn.InWords().Zh}提出第{amendment.Version}版调整修订",
            $"amendment to version {amendment.Version}, proposed {amendment.ProposedOn}");
}
