using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>The rows written with a district's first entry, so that an officer can see, date and change every one of them.</summary>
public static class PolicyDefaults
{
    private const string Silent = "本系统默认";
    private static readonly PartialDate Always = new(new DateOnly(2000, 1, 1));

    public static IReadOnlyList<PolicyValue> For(DistrictCode district, DateOnly firstDay) =>
    [
        Row(district, PolicyKeys.ListingFrom, "2020-09-15", "开州府办发〔2020〕95号 三、(一)(印发之日)"),
        Row(district, PolicyKeys.RecordsFrom, firstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Silent + "(首次录入之日)"),
        Row(district, PolicyKeys.AnnualDue, "06-30", Silent),
        Row(district, PolicyKeys.MidTermYear, "floor((from+to)/2)", Silent),
        Row(district, PolicyKeys.MidTermDue, "12-31", Silent),
        Row(district, PolicyKeys.SpatialCycleYears, "5", Silent),
        Row(district, PolicyKeys.FinalDue, "12-31", Silent),
        Row(district, PolicyKeys.FinalYearOffset, "1", Silent),
        Row(district, PolicyKeys.FinalYearOffset, "0", "国家发展规划法 第十六、三十一条(参照)", PlanKind.Development),
        Row(district, PolicyKeys.DueSoonDays, "30", Silent),
        Row(district, PolicyKeys.CopyMaxDays, "7", Silent),
        Row(district, PolicyKeys.FilingDueDays, "30", Silent),
        Row(district, PolicyKeys.CascadeDueDays, "180", Silent),
        Row(district, PolicyKeys.MinYears, "3", "开州府办发〔2020〕95号 三、(一)"),
        Row(district, PolicyKeys.MismatchGraceDays, "180", Silent),
        Row(district, PolicyKeys.SuperiorLaterGraceDays, "180", Silent),
        Row(district, PolicyKeys.ReadingExpectedBy, "06-30", Silent),
        Row(district, PolicyKeys.DeviationAlert, "0.20", Silent + "(参考值)"),
        Row(district, PolicyKeys.DisclosureDue, "06-30", Silent),
        Row(district, PolicyKeys.PublicConsultationMinDays, "30", "重大行政决策程序暂行条例 第十五条"),
        Row(district, PolicyKeys.FundingConditionalOn, "none", Silent),
        Row(district, PolicyKeys.RectificationFundingFloor, "off", Silent),
    ];

    private static PolicyValue Row(DistrictCode district, string key, string value, string clause, PlanKind? kind = null) =>
        new() { Home = district, Key = key, Kind = kind, From = Always, Value = value, Clause = clause };
}
