using PlanRegistry.Records;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

/// <summary>工作日: by the State Council's notices, and nothing beyond them.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Known = WorkingDays.Known;
    private static readonly IReadOnlyList<SpecialDay> Table = [.. Known.SpecialWithin(DateOnly.MinValue, DateOnly.MaxValue)];

    private static IEnumerable<DateOnly> Year(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);

    [Theory]
    [InlineData(2021, "国办发明电〔2020〕27号", "2020-11-25", 31, 7)]
    [InlineData(2022, "国办发明电〔2021〕11号", "2021-10-25", 31, 7)]
    [InlineData(2023, "国办发明电〔2022〕16号", "2022-12-08", 27, 7)]
    [InlineData(2024, "国办发明电〔2023〕7号", "2023-10-25", 28, 8)]
    [InlineData(2025, "国办发明电〔2024〕12号", "2024-11-12", 28, 5)]
    [InlineData(2026, "国办发明电〔2025〕7号", "2025-11-04", 33, 6)]
    public void Each_notice_has_its_number_its_day_and_as_many_days_as_it_says(int year, string notice, string issued, int off, int worked)
    {
        var days = Table.Where(d => d.Year == year).ToList();

        days.Select(d => (d.Notice, d.NoticeIssuedOn)).Distinct().Should().Equal((notice, Day(issued)));
        (days.Count(d => !d.IsWorking), days.Count(d => d.IsWorking)).Should().Be((off, worked));
        Known.Years.Should().Equal(2021, 2022, 2023, 2024, 2025, 2026);
    }

    /// <summary>全国年节及纪念日放假办法: 11 days a year, 13 from 2025 on; a statutory day on a weekend is made up, whatever is exchanged.</summary>
    [Theory]
    [InlineData(2021, 11), InlineData(2022, 11), InlineData(2023, 11), InlineData(2024, 11), InlineData(2025, 13), InlineData(2026, 13)]
    public void What_is_off_on_weekdays_less_what_is_worked_on_weekends_is_the_statutory_holidays(int year, int statutory) =>
        (Table.Count(d => d.Year == year && !d.IsWorking && !IsWeekend(d.Day)) - Table.Count(d => d.Year == year && d.IsWorking))
            .Should().Be(statutory);

    [Theory]
    [InlineData(2021, 250), InlineData(2022, 249), InlineData(2023, 249), InlineData(2024, 251), InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_is_published(int year, int days) =>
        Year(year).Count(d => Known.IsWorking(d) == true).Should().Be(days);

    [Fact]
    public void What_is_worked_in_exchange_is_a_weekend() =>
        Table.Where(d => d.IsWorking).Should().OnlyContain(d => IsWeekend(d.Day));

    [Theory]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2022-12-31", false)]
    [InlineData("2024-10-12", true)]
    [InlineData("2020-12-31", null)]
    [InlineData("2027-01-01", null)]
    [InlineData("2027-05-22", null)]
    public void A_day_is_worked_by_the_notice_else_by_the_weekday_and_of_an_unknown_year_nothing_is_said(string day, bool? works) =>
        Known.IsWorking(Day(day)).Should().Be(works);

    [Fact]
    public void Counting_on_and_back_again_comes_to_the_same()
    {
        foreach (var day in Year(2024).Where((_, i) => i % 3 == 0))
        {
            foreach (var count in new[] { 1, 2, 5, 17, 60, 249 })
            {
                var then = Known.After(day, count)!.Value;
                Known.IsWorking(then).Should().Be(true);
                (Known.Between(day, then), Known.Between(then, day)).Should().Be(((int?)count, (int?)-count));
                Known.Between(day, then.AddDays(-1)).Should().Be(count - 1);
            }
        }
    }

    [Fact]
    public void The_nearest_working_days_have_none_between()
    {
        foreach (var day in Year(2025))
        {
            var (next, last) = (Known.OnOrAfter(day)!.Value, Known.OnOrBefore(day)!.Value);
            (Known.IsWorking(next) == true, Known.IsWorking(last) == true, next >= day, last <= day).Should().Be((true, true, true, true));
            Known.Between(last, next).Should().Be(next == last ? 0 : 1);
        }
    }

    [Fact]
    public void A_span_is_the_sum_of_its_parts()
    {
        foreach (var middle in Year(2023))
        {
            (Known.Between(Day("2022-06-30"), middle) + Known.Between(middle, Day("2024-06-30")))
                .Should().Be(Known.Between(Day("2022-06-30"), Day("2024-06-30")));
        }
    }

    [Fact]
    public void What_reaches_into_an_unknown_year_is_not_told()
    {
        Known.Between(Day("2026-12-30"), Day("2026-12-31")).Should().Be(1);
        Known.Between(Day("2026-12-30"), Day("2027-01-04")).Should().BeNull();
        Known.Between(Day("2027-01-04"), Day("2026-12-30")).Should().BeNull();
        (Known.After(Day("2026-12-30"), 1), Known.After(Day("2026-12-30"), 2), Known.After(Day("2026-12-30"), 0))
            .Should().Be(((DateOnly?)Day("2026-12-31"), (DateOnly?)null, (DateOnly?)null));
        Known.OnOrAfter(Day("2027-02-10")).Should().BeNull();
        Known.OnOrBefore(Day("2027-02-10")).Should().BeNull();
        new WorkingDays([]).IsWorking(Day("2026-03-02")).Should().BeNull();
    }

    [Fact]
    public void Why_it_is_not_told_names_the_years()
    {
        WorkingDays.WhyUnknown(Known.UnknownWithin(Day("2026-01-01"), Day("2026-12-31"))).Should().BeNull();
        WorkingDays.WhyUnknown(Known.UnknownWithin(Day("2026-12-01"), Day("2027-03-01"))).Should().Be(new Text(
            "登记册没有国务院办公厅关于2027年部分节假日安排的通知，其工作日尚不能确定。",
            "The registry has no notice of the State Council on the days off of 2027: its working days are not known."));
        WorkingDays.WhyUnknown([2020, 2027])!.Value.Zh.Should().Contain("关于2020年、2027年部分");
        WorkingDays.WhyUnknown([2027, 2028, 2029])!.Value.Zh.Should().Contain("关于2027年至2029年部分");
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    [Theory]
    [InlineData("2026-12-20", "2026-12-24", false)]
    [InlineData("2026-12-20", "2026-12-31", true)]
    [InlineData("2025-12-20", "2025-12-31", false)] // The notice for 2026 is at hand.
    public void The_last_week_of_a_year_may_still_change_by_the_next_years_notice(string from, string to, bool isSaid)
    {
        Known.NoteOn(Day(from), Day(to))?.Zh.Should().Be("登记册没有国务院办公厅关于2027年部分节假日安排的通知，2026年12月25日至31日的工作日可能随该通知调整。");
        (Known.NoteOn(Day(from), Day(to)) is not null).Should().Be(isSaid);
    }
}
