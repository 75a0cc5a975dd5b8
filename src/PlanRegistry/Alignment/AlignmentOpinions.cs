using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>Whose opinion it is: 发展改革委 (with the development plan), 规划自然资源局 (with the spatial plan), 市发展改革委.</summary>
public enum Aligner { Commission, Spatial, Municipality }

/// <summary>The alignment opinions of a view, by plan, and whose each is to give (003 三、(二)).</summary>
public sealed class AlignmentOpinions
{
    private readonly ILookup<Key<Plan>, AlignmentOpinion> byPlan;
    private readonly ILookup<string, AlignmentAnswer> answers;

    private AlignmentOpinions(RegistryView view)
    {
        byPlan = view.Of<AlignmentOpinion>().OrderBy(o => (o.On ?? o.RequestedOn)?.Last ?? DateOnly.MaxValue)
            .ThenBy(o => o.Code, StringComparer.Ordinal).ToLookup(o => view.Canonical(o.Plan));
        answers = view.Of<AlignmentAnswer>().ToLookup(a => a.Opinion);
    }

    /// <summary>In the order of their days; what is asked for and not answered yet too.</summary>
    public static IEnumerable<AlignmentOpinion> Of(RegistryView view, Key<Plan> plan) => In(view).byPlan[view.Canonical(plan)];

    public static IEnumerable<AlignmentAnswer> AnswersOf(RegistryView view, AlignmentOpinion opinion) =>
        In(view).answers[opinion.Code].OrderBy(a => a.Point);

    /// <summary>Null where the body is none of the three.</summary>
    public static Aligner? WhoseOf(RegistryView view, AlignmentOpinion opinion) => WhoseOf(view, opinion.Agency, opinion.On);

    public static Aligner? WhoseOf(RegistryView view, Key<Agency> agency, PartialDate? on) =>
        Entitlement.Of(view, Matter.Alignment, agency, on).IsGiven ? Aligner.Commission
        : Entitlement.Of(view, Matter.SpatialAlignment, agency, on).IsGiven ? Aligner.Spatial
        : Entitlement.Of(view, Matter.MunicipalAlignment, agency, on).IsGiven ? Aligner.Municipality
        : null;

    private static AlignmentOpinions In(RegistryView view) => view.Kept(v => new AlignmentOpinions(v));
}
