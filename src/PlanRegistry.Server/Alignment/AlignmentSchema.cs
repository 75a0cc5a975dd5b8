using PlanRegistry.Alignment;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Alignment;

internal static class AlignmentSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<ComparedIndicatorNode>("IndicatorComparison").Type<ComparedFigureNode>("ComparedFigure")
        .Type<FigureComparisonNode>("FigureComparison")
        .Type<PlanAlignmentNode>("PlanAlignment").Type<ChecklistPointNode>("ChecklistPoint")
        .Type<AlignmentOpinionNode>("AlignmentOpinion").Type<AlignmentAnswerNode>("AlignmentAnswer")
        .Payload<RequestAlignmentPayload>().Payload<RecordAlignmentOpinionPayload>()
        .Resolvers(typeof(DistrictAlignmentFields)).Resolvers(typeof(FigureComparisonFields)).Resolvers(typeof(PlanAlignmentFields))
        .Resolvers(typeof(ChecklistPointFields)).Resolvers(typeof(AlignmentMutations)),
        NodeType.Of<AlignmentOpinion>("AlignmentOpinion", (row, scope) => new AlignmentOpinionNode(row, scope)),
        NodeType.Of<AlignmentAnswer>("AlignmentAnswer", (row, scope) => new AlignmentAnswerNode(row, scope)));
}
