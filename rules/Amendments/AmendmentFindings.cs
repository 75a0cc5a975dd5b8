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

    /// <summary>What was approved reads otherwise: of each state of it a person must say that an error of recording was mended.</summary>
    public static FindingDraft Unbound(this FindingDraft draft, BoundContent content)
    {
        var changes = content.Changed.Select(c => c.InWords(content.Of.Snapshot.View)).ToList();
        return draft.About(content.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .About($"sha256:{content.HashNow[..16]}")
            .Conditional().Saying("correction").At(content.HasOtherTargets ? Severity.Error : Severity.Warning)
            .With("version", content.Version).With("approved", content.Approval.On)
            .With("changes", Wording.Clauses(changes))
            .Fact("approval", content.Approval)
            .Fact("changed", content.Changed.Where(c => c.Now is not null).Select(c => c.Record).Distinct())
            .Fact("change", changes).Since(content.Changed.Min(c => c.On));
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
