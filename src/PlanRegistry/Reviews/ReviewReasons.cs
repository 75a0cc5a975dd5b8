using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>Why a review is due on its day: the clause, the policy rows with their values, the horizon and the publication.</summary>
internal sealed class ReviewReasons(PlanOnDay plan, PartialDate start)
{
    private const string ClauseZh = "开州府办发〔2020〕95号 三、（五）";
    private const string ClauseEn = "开州府办发〔2020〕95号, clause 三、(五),";

    public Text Annual(int year, DateOnly due, AsOfDay day) => Why(ReviewKind.Annual,
        new Text($"{Start.Zh}，{year}年为实施年度", $"{Start.En}, {year} is a year of implementation"),
        due, Row(PolicyKeys.AnnualDue, day));

    public Text MidTerm(DateOnly planned, DateOnly due, AsOfDay day) => Why(ReviewKind.MidTerm,
        due == planned ? Start : PutOff(planned, day),
        due, Row(PolicyKeys.MidTermYear, day), Row(PolicyKeys.MidTermDue, day));

    public Text Cycle(int number, int year, DateOnly due, AsOfDay day) => Why(ReviewKind.MidTerm,
        new Text($"{(plan.History.ApprovedOn ?? start).InWords().Zh}批准，{year}年为第{number}个评估年度",
            $"approved {(plan.History.ApprovedOn ?? start)}, {year} is evaluation year {number}"),
        due, Row(PolicyKeys.SpatialCycleYears, day), Row(PolicyKeys.MidTermDue, day));

    public Text Final(DateOnly due, AsOfDay day) =>
        Why(ReviewKind.Final, Start, due, Row(PolicyKeys.FinalYearOffset, day), Row(PolicyKeys.FinalDue, day));

    private Text PutOff(DateOnly planned, AsOfDay day)
    {
        var row = plan.Snapshot.Policy.Row(PolicyKeys.MidTermMonths, day, plan.Kind);
        var basis = BasisOf(row);
        return new Text(
            $"{Start.Zh}，至{planned.InWords().Zh}未满{row.Value}个月（{basis.Zh}），顺延至满{row.Value}个月之日",
            $"{Start.En}, less than {row.Value} months before {planned:yyyy-MM-dd} "
                + $"({basis.En}), so put off until {row.Value} months are over");
    }

    private Text Start => plan.IsPublished
        ? new Text($"{start.InWords().Zh}发布", $"published {start}")
        : new Text($"{start.InWords().Zh}批准（发布未录入）", $"approved {start} (publication not recorded)");

    private Text Why(ReviewKind kind, Text circumstances, DateOnly due, params Text[] rows) => new(
        $"{ClauseZh}要求开展{Terms.Of(kind).Zh}；规划期{plan.Horizon.InWords.Zh}，{circumstances.Zh}；"
            + $"{Text.Join(rows).Zh}；应不晚于{due.InWords().Zh}报告。",
        $"{ClauseEn} asks for {Terms.Of(kind).En}; horizon {plan.Horizon}, "
            + $"{circumstances.En}; {Text.Join(rows).En}; due by {due:yyyy-MM-dd}.");

    private Text Row(PolicyKey key, AsOfDay day)
    {
        var row = plan.Snapshot.Policy.Row(key, day, plan.Kind);
        var basis = BasisOf(row);
        var words = plan.Snapshot.Policy.Words(key, day, plan.Kind);
        return new Text($"参数{words.Zh}（{basis.Zh}）", $"{words.En} ({basis.En})");
    }

    private Text BasisOf(PolicyValue row) => (row.Clause ?? plan.Snapshot.View.Document(row.Document)?.Title) is { } basis
        ? new Text(basis, basis.Replace("本系统默认", "registry default", StringComparison.Ordinal))
        : new Text("依据未录入", "basis not recorded");
}
