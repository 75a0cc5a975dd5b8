using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Indicators;

/// <summary>What findings about annual targets say alike, and the act that clears them.</summary>
internal static class AnnualTargetFindings
{
    public static FindingDraft Annual(this FindingDraft draft, AnnualTargetsOnDay day, AnnualPath path) => draft
        .About(path.Indicator)
        .With("indicator", path.Indicator.Name)
        .Fact("target", path.Held.Figures)
        .Since(path.Due.AddDays(1))
        .Remedy(Record(day.Of, path.Indicator));

    /// <summary>By the reform commission, which makes the annual plan.</summary>
    public static Remedy Record(PlanOnDay plan, Indicator? indicator)
    {
        var reform = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.SetAnnualTargets, reform,
            $"由{Remedies.Name(reform)}将{(indicator is null ? "主要指标" : $"“{indicator.Name}”")}分解为各年度目标，不设的说明理由",
            $"{Remedies.NameEn(reform)} sets the annual targets of {indicator?.Name ?? "the main indicators"}, "
                + "or says why a year has none.")
            with { Input = new() { Plan = plan.Key } };
    }
}
