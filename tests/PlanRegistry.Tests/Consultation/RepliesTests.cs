using PlanRegistry.Consultation;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Consultation;

/// <summary>The form of replies, and what a round counts.</summary>
public sealed class RepliesTests
{
    [Theory]
    [InlineData(null, "无意见", null, ReplyKind.NoOpinion)]
    [InlineData(null, "没有意见", null, ReplyKind.NoOpinion)]
    [InlineData(null, "同意。", null, ReplyKind.NoOpinion)]
    [InlineData(null, "无", null, ReplyKind.NoOpinion)]
    [InlineData(null, "原则同意！", null, ReplyKind.NoOpinion)]
    [InlineData(null, "无 修改　意见", null, ReplyKind.NoOpinion)]
    [InlineData("第三章", "同意", null, ReplyKind.NoOpinion)]
    [InlineData(null, "我局无修改意见", null, ReplyKind.NoOpinion)]
    [InlineData(null, "经研究，我委对该规划征求意见稿无意见。", null, ReplyKind.NoOpinion)]
    [InlineData(null, "我单位没有不同意见", null, ReplyKind.NoOpinion)]
    [InlineData(null, "无其他意见和建议", null, ReplyKind.NoOpinion)]
    [InlineData(null, "无异议", null, ReplyKind.NoOpinion)]
    [InlineData("第三章", "我局无修改意见，建议补充岸线", "水法", ReplyKind.Effective)]
    [InlineData("第三章", "同意第三章，第四章补充岸线", "水法", ReplyKind.Effective)]
    [InlineData("第三章", "无偿划转岸线", "水法", ReplyKind.Effective)]
    [InlineData("第三章", "不同意", "水法", ReplyKind.Effective)]
    [InlineData("第三章", "补充岸线", "水法", ReplyKind.Effective)]
    [InlineData("第三章", "同意，但补充岸线", "水法", ReplyKind.Effective)]
    [InlineData(null, "补充岸线", "水法", ReplyKind.Incomplete)]
    [InlineData("第三章", "补充岸线", null, ReplyKind.Incomplete)]
    [InlineData("第三章", null, "水法", ReplyKind.Incomplete)]
    [InlineData(null, "原则同意，但补充岸线", null, ReplyKind.Incomplete)]
    [InlineData("第三章", "无意见", "水法", ReplyKind.Incomplete)]
    [InlineData(null, null, null, ReplyKind.Incomplete)]
    public void A_reply_is_what_its_form_says(string? clause, string? suggestion, string? reason, ReplyKind kind)
    {
        var district = ConsultedDistrict.Build();

        district.Opinion("O1", with: o => o with { Clause = clause, Suggestion = suggestion, Reason = reason }).Kind.Should().Be(kind);
    }

    /// <summary>T-30.</summary>
    [Fact]
    public void T30_A_reply_of_no_opinion_counts_as_recovered_and_not_as_effective()
    {
        var district = ConsultedDistrict.Build();
        district.Round();
        district.Opinion("O1");
        district.NoOpinion("O2");

        var counted = district.OnDay("2026-03-09").Statistics;

        counted.Should().BeEquivalentTo(new
        {
            Asked = 2, Replied = 2, Effective = 1, NoOpinion = 1, Incomplete = 0, Unhandled = 1,
            Participation = 1m, Recovery = 1m, EffectiveShare = 1m, AdoptionShare = (decimal?)null,
        });
    }

    [Fact]
    public void A_reply_after_the_due_day_takes_part_and_is_not_recovered()
    {
        var district = ConsultedDistrict.Build();
        district.Round();
        district.Opinion("O1", with: o => o with { On = PartialDate.Parse("2026-03-09") });

        var counted = district.OnDay("2026-03-20").Statistics;

        counted.Participation.Should().Be(0.5m);
        counted.Recovery.Should().Be(0m);
    }

    [Fact]
    public void Shares_of_what_came_of_opinions_and_the_days_taken_are_told()
    {
        var district = ConsultedDistrict.Build();
        district.Round(r => r with { ClosedOn = PartialDate.Parse("2026-03-20") });
        district.Opinion("O1");
        district.Opinion("O2", "EDU");
        district.Opinion("O3", "EDU", o => o with { Clause = null });
        district.Handling("O1");
        district.Handling("O2", HandlingResult.PartlyAdopted, "部分有据", "2026-03-12");
        district.Handling("O3", HandlingResult.Rejected, "没有依据", "2026-03-11");

        district.OnDay("2026-03-20").Statistics.Should().BeEquivalentTo(new
        {
            Adopted = 1, PartlyAdopted = 1, Rejected = 1, Unhandled = 0, EffectiveShare = 0.6667m, AdoptionShare = 0.6667m,
            DaysCollecting = 7, DaysHandling = 4,
        });
    }

    [Fact]
    public void A_share_of_nothing_is_not_told()
    {
        var district = ConsultedDistrict.Build();
        district.Notice("2026-04-01");

        district.OnDay("2026-03-02").Statistics.Should().BeEquivalentTo(new
        {
            Participation = (decimal?)null, Recovery = (decimal?)null, EffectiveShare = (decimal?)null, DaysCollecting = (int?)null,
        });
    }

    [Theory]
    [InlineData("2026-03-08", RoundState.Collecting)]
    [InlineData("2026-03-09", RoundState.Handling)]
    [InlineData("2026-03-15", RoundState.Closed)]
    public void A_round_is_where_its_days_say(string day, RoundState state)
    {
        var district = ConsultedDistrict.Build();
        district.Round(r => r with { ClosedOn = PartialDate.Parse("2026-03-15") });

        district.OnDay(day).State.Should().Be(state);
    }
}
