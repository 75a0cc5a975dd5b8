using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

internal static class ConsultationFindings
{
    public static FindingDraft Consulted(this FindingDraft draft, ConsultedRound round) =>
        draft.About(round).With("round", round.OnDay.Round.Code).With("opened", round.OnDay.Round.OpenedOn)
            .With("audience", Terms.Of(round.Audience));

    /// <summary>How many opinions, and which.</summary>
    public static FindingDraft Naming(this FindingDraft draft, IReadOnlyList<OpinionOnDay> opinions)
    {
        foreach (var opinion in opinions)
        {
            draft.Fact("opinion", Line(opinion));
        }
        return draft.With("count", opinions.Count).With("opinions", Text.Join(opinions.Select(o => (Text)o.Opinion.Code)));
    }

    private static Text Line(OpinionOnDay opinion) => new(
        $"意见{opinion.Opinion.Code}（{opinion.Opinion.On.InWords().Zh}，{Terms.Of(opinion.State).Zh}）",
        $"opinion {opinion.Opinion.Code} of {opinion.Opinion.On} ({Terms.Of(opinion.State).En})");
}
