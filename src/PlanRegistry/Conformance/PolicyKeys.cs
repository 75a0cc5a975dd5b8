namespace PlanRegistry.Conformance;

/// <summary>The keys of policy rows.</summary>
public static class PolicyKeys
{
    public const string ListingFrom = "catalogue.listing_from";
    public const string RecordsFrom = "registry.records_from";
    public const string AnnualDue = "review.annual.due";
    public const string MidTermYear = "review.mid_term.year";
    public const string MidTermDue = "review.mid_term.due";
    public const string SpatialCycleYears = "review.spatial.cycle_years";
    public const string FinalDue = "review.final.due";
    public const string FinalYearOffset = "review.final.year_offset";
    public const string DueSoonDays = "review.due_soon_days";
    public const string CopyMaxDays = "report.copy.max_days";
    public const string FilingDueDays = "filing.due_days";
    public const string CascadeDueDays = "amendment.cascade.due_days";
    public const string MinYears = "plan.min_years";
    public const string MismatchGraceDays = "horizon.mismatch.grace_days";
    public const string SuperiorLaterGraceDays = "alignment.superior_later.grace_days";
    public const string ReadingExpectedBy = "reading.expected_by";
    public const string DeviationAlert = "deviation.alert";
    public const string DisclosureDue = "disclosure.due";
    public const string PublicConsultationMinDays = "consultation.public.min_days";
    public const string FundingConditionalOn = "funding.conditional_on";
    public const string RectificationFundingFloor = "rectification.funding_floor";
}
