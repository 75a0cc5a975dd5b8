using PlanRegistry.Records;
using PlanRegistry.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

/// <summary>到期日 beside the working days: it is never moved.</summary>
public sealed class DueDayTests
{
    private static DueDay Of(string due, string asOf) => new(Day(due), Day(asOf));

    [Theory]
    [InlineData("2026-06-30", "2026-06-25", 3, "2026-06-30", true, "剩3个工作日")]
    [InlineData("2026-06-30", "2026-06-29", 1, "2026-06-30", true, "剩1个工作日")]
    [InlineData("2026-06-30", "2026-06-30", 0, "2026-06-30", true, "当日到期")]
    [InlineData("2026-06-30", "2026-07-06", -4, "2026-06-30", true, null)]
    [InlineData("2026-02-18", "2026-02-12", 2, "2026-02-14", false, "剩2个工作日")]
    [InlineData("2026-02-18", "2026-02-15", 0, "2026-02-14", false, "其间没有工作日")]
    [InlineData("2027-06-30", "2026-11-30", null, null, null, null)]
    public void It_has_so_many_working_days_left(string due, string asOf, int? left, string? last, bool? isWorked, string? words)
    {
        var day = Of(due, asOf);

        (day.WorkingDaysLeft, day.LastWorkingDay, day.IsOnWorkingDay)
            .Should().Be((left, last is null ? (DateOnly?)null : Day(last), isWorked));
        day.Left?.Zh.Should().Be(words);
        (day.Left is null).Should().Be(words is null);
    }

    [Fact]
    public void A_day_off_is_told_with_the_last_working_day_before_it()
    {
        Of("2026-02-18", "2026-02-10").Note.Should().Be(new Text(
            "到期日2026年2月18日为春节放假（国办发明电〔2025〕7号），不因节假日顺延；此前最后一个工作日为2026年2月14日，请提前办理。",
            "The due day 2026-02-18 is off for the Spring Festival (国办发明电〔2025〕7号) and is not moved; the last working day before it is "
                + "2026-02-14: be done by then."));
        Of("2026-03-08", "2026-03-02").Note!.Value.Zh.Should().Be("到期日2026年3月8日为周日，不因节假日顺延；此前最后一个工作日为2026年3月6日，请提前办理。");
        Of("2026-02-18", "2026-02-16").Note!.Value.Zh.Should().EndWith("此前最后一个工作日2026年2月14日已过。");
    }

    [Fact]
    public void There_is_nothing_to_say_of_a_working_day_and_of_one_that_is_past()
    {
        Of("2026-06-30", "2026-06-25").Note.Should().BeNull();
        Of("2026-02-18", "2026-02-26").Note.Should().BeNull();
    }

    [Fact]
    public void An_unknown_year_is_said_and_not_guessed()
    {
        Of("2027-02-28", "2026-12-01").Note!.Value.Zh.Should().StartWith("登记册没有国务院办公厅关于2027年部分节假日安排的通知");
        Of("2027-02-28", "2027-02-20").Note!.Value.En.Should().Contain("2027");
    }

    [Fact]
    public void A_calendar_says_from_when_it_counts_and_by_when_to_be_done()
    {
        Of("2026-06-30", "2026-06-25").LeftInWords!.Value.Zh.Should().Be("截至2026年6月25日，剩3个工作日。");
        Of("2026-02-18", "2026-02-10").Early.Should().Be(new Text("最后一个工作日2月14日", "last working day 2026-02-14"));
        Of("2026-02-18", "2026-02-15").Early.Should().BeNull();
        Of("2026-06-30", "2026-06-25").Early.Should().BeNull();
        Of("2027-06-30", "2026-12-25").LeftInWords.Should().BeNull();
    }
}
