using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PlanRegistry.Access;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Conformance;

/// <summary>What opened and cleared since one looked last, and month by month.</summary>
public sealed class FindingHistoryTests : AccessTest
{
    private const string Changes = """
        query($seq: Int!, $day: Date) { district(code: "500154") { findingChanges(fromSeq: $seq, fromDay: $day) {
            fromDay opened { key } cleared { key } } } }
        """;

    private const string Months = """
        query($from: Date!, $to: Date!) { district(code: "500154") { findingHistory(from: $from, to: $to) {
            month day unknown opened cleared bySeverity { severity count unknown } } } }
        """;

    [Fact]
    public async Task What_an_entry_cleared_is_told_since_the_one_before_it()
    {
        var before = await Keys();
        await Write(new RecordAct("SPE-2022-03", "REPORTED", "2026-06-20") { About = "FINAL", Year = 2024 });
        var after = await Keys();

        var told = (await Ask(Changes, new { seq = 1, day = "2026-06-30" })).At("district.findingChanges");

        told.Texts("opened", "key").Should().BeEquivalentTo(after.Except(before));
        told.Texts("cleared", "key").Should().BeEquivalentTo(before.Except(after)).And.NotBeEmpty();
    }

    [Fact]
    public async Task What_came_with_the_days_is_told_too()
    {
        Clock.Advance(TimeSpan.FromDays(40));

        var told = (await Ask(Changes, new { seq = 1 })).At("district.findingChanges");

        told.Text("fromDay").Should().Be("2026-06-30");
        told.At("opened").GetArrayLength().Should().BePositive("more is overdue in August");
        (await Refused("""{ district(code: "500154") { findingChanges(fromSeq: 2) { fromDay } } }"""))
            .Should().Be("The argument \"fromSeq\" is 2; it is to be 1 to 1.");
    }

    [Fact]
    public async Task Each_month_is_told_as_it_stood_on_its_last_day()
    {
        var months = (await Ask(Months, new { from = "2026-03-01", to = "2026-06-30" })).At("district.findingHistory")
            .EnumerateArray().ToList();

        months.Select(m => (m.Text("month"), m.Text("day"))).Should().Equal(("2026-03", "2026-03-31"), ("2026-04", "2026-04-30"),
            ("2026-05", "2026-05-31"), ("2026-06", "2026-06-30"));
        foreach (var month in months)
        {
            var there = await Ask("query($day: Date) { district(code: \"500154\", asOf: $day) { conformance { unknown findings } } }",
                new { day = month.Text("day") });
            month.Text("unknown").Should().Be(there.Text("district.conformance.unknown"));
            month.At("bySeverity").EnumerateArray().Sum(s => s.At("count").GetInt32())
                .Should().Be(there.At("district.conformance.findings").GetInt32());
        }
        for (var n = 1; n < months.Count; n++)
        {
            int Count(JsonElement month) => month.At("bySeverity").EnumerateArray().Sum(s => s.At("count").GetInt32());
            (Count(months[n - 1]) + months[n].At("opened").GetInt32() - months[n].At("cleared").GetInt32()).Should().Be(Count(months[n]));
        }
    }

    [Theory]
    [InlineData("2020-01-01", "2026-06-30")]
    [InlineData("2026-07-01", "2026-07-31")]
    public async Task A_span_that_is_too_long_or_has_not_come_is_refused(string from, string to) =>
        (await Post(Months, new { from, to }, "en")).At("errors.0.message").GetString().Should().Be(
            "The arguments \"from\" and \"to\" are to span 1 to 60 months, no later than the day of the question.");

    [Fact]
    public async Task Up_to_where_somebody_has_looked_moves_by_their_word_alone_and_never_back()
    {
        await Write(new RegisterDocument("DOC-NEW", "区政府") { Title = "后来的文件（示例）", IssuedOn = "2026-06-29" });
        Have("张三", Role.ReformCommission);
        Have("李四", Role.Audit);
        var (officer, auditor) = (await SignedIn("张三"), await SignedIn("李四"));

        (await Seen(officer)).Should().BeNull();
        (await Mark(officer, 2)).At("data.markSeen.problems").GetArrayLength().Should().Be(0);
        (await Mark(officer, 1)).At("data.markSeen.problems").GetArrayLength().Should().Be(0);
        (await Seen(officer)).Should().Be("2");
        (await Seen(auditor)).Should().BeNull("it is each account's own");
        (await Mark(officer, 3)).At("data.markSeen.problems.0.message").GetString().Should().Be("台账序号应为1至2。");
        (await Mark(officer, 1, "500000")).At("data.markSeen.problems.0.code").GetString().Should().Be("UNKNOWN_DISTRICT");
    }

    private static async Task<string?> Seen(HttpClient client) =>
        (await Asked(client, "{ me { lastSeenSeq } }")).Text("data.me.lastSeenSeq");

    private static Task<JsonElement> Mark(HttpClient client, int seq, string district = "500154") => Asked(client,
        "mutation($district: String!, $seq: Int!) { markSeen(input: { district: $district, seq: $seq }) { problems { code message } } }",
        new { district, seq });

    private async Task<List<string?>> Keys() => [.. (await Ask("""
        { district(code: "500154") { findings(first: 100) { nodes { key } } } }
        """)).Texts("district.findings.nodes", "key")];

    [Fact]
    public async Task The_months_of_a_district_whose_findings_were_read_today_are_judged_ahead_of_the_question()
    {
        var judgements = Judgements;
        var ahead = new PastMonths(judgements, NullLogger<PastMonths>.Instance);
        ahead.JudgeOne().Should().BeFalse("nobody has read it yet");
        await Keys();
        while (ahead.JudgeOne())
        {
        }
        var vector = judgements.JudgedOn(judgements.Today).Single();

        PastMonths.EndsWithin(new(2025, 7, 1), new(2026, 6, 30)).Should().HaveCount(12).And.StartWith(new DateOnly(2025, 6, 30))
            .And.EndWith(new DateOnly(2026, 5, 31)).And.OnlyContain(day => judgements.IsJudged(vector, day));
    }
}
