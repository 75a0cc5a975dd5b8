using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Reviews;

internal static class ReviewsSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<ReviewDutyNode>("ReviewDuty").Connection<ReviewDutyNode>("ReviewDuty")
        .Resolvers(typeof(ReviewDutyFields)).Resolvers(typeof(PlanReviewFields)).Resolvers(typeof(DistrictReviewFields)));
}
