using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Reviews;

internal static class ReviewsSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<ReviewDutyNode>("ReviewDuty").Connection<ReviewDutyNode>("ReviewDuty")
        .Type<DutyNode>("Duty").Connection<DutyNode>("Duty").Resolvers(typeof(DistrictDutyFields))
        .Type<WorkingDaysNode>("WorkingDays").Type<SpecialDayNode>("SpecialDay")
        .Resolvers(typeof(WorkingDayFields)).Resolvers(typeof(WorkingDaysTexts)).Resolvers(typeof(SpecialDayTexts))
        .Resolvers(typeof(DigestFields)).Resolvers(typeof(DutyFields))
        .Resolvers(typeof(ReviewDutyFields)).Resolvers(typeof(PlanReviewFields)).Resolvers(typeof(DistrictReviewFields)));
}
