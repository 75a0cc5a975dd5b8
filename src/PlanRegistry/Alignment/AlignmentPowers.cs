using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>Whose opinion it is to give, by the plan to align with (003 三、(二)).</summary>
public static class AlignmentPowers
{
    /// <summary>The agency to ask: of a spatial plan the bureau, else the commission.</summary>
    public static Agency? BodyFor(RegistryView view, Key<Plan>? against, AsOfDay day) => view.AgencyFor(
        against is { } key && view.Plan(key) is { Kind: PlanKind.Spatial } ? AgencyRole.NaturalResources : AgencyRole.ReformCommission,
        PlanTier.District, day);

    /// <summary>通过 of what departs in a point; null where nothing does.</summary>
    public static Problem? Contradiction(AlignmentOpinion opinion, IEnumerable<AlignmentPoint>? departing)
    {
        var points = Text.Join((departing ?? []).Select(p => Terms.Of(p)));
        return opinion.Result != AlignmentResult.Pass || points == default || points.Zh.Length == 0 ? null : new(
            ProblemCode.InvalidValue, new Text(
                $"衔接重点{points.Zh}答复为不符合，衔接结果不能是通过；请写明修改后通过或者不通过，已改正的更正该项答复。",
                $"These points of alignment depart: {points.En}. So the result cannot be PASS: say REVISED or FAIL, or mend the answer."),
            ["result"], AlignmentRows.Clause);
    }

    /// <summary>通过 while points have no answer; null where each has one, or is the registry's own.</summary>
    public static Problem? Unanswered(IEnumerable<AlignmentPoint> open)
    {
        var points = Text.Join(open.Select(p => Terms.Of(p)));
        return points == default || points.Zh.Length == 0 ? null : new(
            ProblemCode.InvalidValue, new Text(
                $"衔接重点{points.Zh}没有答复，衔接结果不能是通过；请逐项答复，无关的答复为不适用并写明理由，或者写明修改后通过、不通过。",
                $"These points of alignment have no answer: {points.En}. So the result cannot be PASS: answer each, with NOT_APPLICABLE "
                    + "and a reason where it has nothing to do with the plan, or say REVISED or FAIL."),
            ["answers"], AlignmentRows.Clause);
    }

    /// <summary>Null where the opinion is that body's to give.</summary>
    public static Problem? Objection(RegistryView view, AlignmentOpinion opinion)
    {
        var whose = AlignmentOpinions.WhoseOf(view, opinion.Agency, opinion.On ?? opinion.RequestedOn);
        var against = opinion.Against is { } key ? view.Plan(key) : null;
        return whose switch
        {
            null => Refusal(opinion, new("发展改革委、规划自然资源局或者市发展改革委",
                "the reform commission, the natural-resources bureau or the municipal commission")),
            not Aligner.Spatial when against is { Kind: PlanKind.Spatial, Tier: PlanTier.District } =>
                Refusal(opinion, new("区规划自然资源局", "the natural-resources bureau")),
            Aligner.Spatial when against is { Kind: PlanKind.Development } => Refusal(opinion, new("发展改革委", "the reform commission")),
            _ => null,
        };

        Problem Refusal(AlignmentOpinion of, Text right)
        {
            var name = view.Agency(of.Agency)?.Name ?? of.Agency.Code;
            return new(ProblemCode.NotAllowed, new Text($"衔接意见不由{name}出具，应由{right.Zh}出具。",
                $"The alignment opinion is not for {name} to give: it is for {right.En}."), ["agency"], AlignmentRows.Clause);
        }
    }
}
