using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Ledger;

/// <summary>What is kept in memory has one budget.</summary>
public sealed class KeptTests
{
    private readonly Kept kept = new() { Budget = 140 };
    private readonly Recent<string, Rows> districts;
    private readonly Recent<string, Days> days;

    public KeptTests()
    {
        districts = new(kept, Of);
        days = new(kept, day => [.. Of(day.On), new Part(day, day.Bytes)]);
    }

    [Fact]
    public void A_walk_over_all_districts_leaves_those_that_are_asked_again_and_again()
    {
        foreach (var district in (string[])["开州区", "云阳县", "开州区", "云阳县"])
        {
            Ask(district, 20);
        }
        for (var n = 0; n < 50; n++)
        {
            Ask($"第{n}区", 20);
        }

        districts.Keys.Should().Contain(["开州区", "云阳县"]);
        districts.Keys.Should().Contain("第49区", "the last one asked for stays");
    }

    [Fact]
    public void What_nobody_asks_for_any_more_makes_room_for_what_is_asked_again_now()
    {
        void Twice(string district)
        {
            Ask(district, 30);
            Ask(district, 30);
        }
        Twice("开州区");
        Twice("云阳县");
        Twice("奉节县");
        Twice("巫山县");

        districts.Keys.Should().BeEquivalentTo(["云阳县", "奉节县", "巫山县"]);
    }

    [Fact]
    public void Days_of_one_district_weigh_its_rows_once()
    {
        var rows = Ask("开州区", 40);
        for (var day = 1; day <= 5; day++)
        {
            days.GetOrAdd($"开州区 {day}", () => new Days(rows, 10));
        }

        days.Count.Should().Be(5);
        kept.Bytes.Should().Be(90);
    }

    [Fact]
    public void Rows_on_which_a_kept_day_rests_are_weighed_though_nobody_asked_for_them()
    {
        days.GetOrAdd("开州区", () => new Days(new Rows(60), 10));
        days.GetOrAdd("云阳县", () => new Days(new Rows(60), 10));

        days.Keys.Should().Equal("云阳县");
    }

    [Fact]
    public void Rows_that_are_only_lent_to_a_day_are_no_dearer_for_it()
    {
        var lent = new Recent<string, Rows>(kept, Of, isLent: true);
        lent.GetOrAdd("国家", () => new Rows(60));
        lent.GetOrAdd("国家", () => new Rows(60));
        Ask("开州区", 60);

        lent.Count.Should().Be(0);
    }

    [Fact]
    public void What_was_worked_out_later_is_weighed_too()
    {
        var first = Ask("开州区", 1);
        first.Bytes = 80;
        for (var n = 0; n < 120; n++)
        {
            Ask($"第{n}区", 0);
            Ask("开州区", 1);
        }
        first.Bytes = 110;
        for (var n = 0; n < 120; n++)
        {
            Ask($"第{n}乡", 0);
        }

        districts.Keys.Should().NotContain("开州区");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_asked_the_sum_kept_never_exceeds_the_budget(int seed)
    {
        var chance = new Random(seed);
        for (var n = 0; n < 2_000; n++)
        {
            var district = $"第{(int)Math.Sqrt(chance.Next(900))}区";
            var rows = Ask(district, 1 + (district.Length * chance.Next(12)));
            if (chance.Next(2) == 0)
            {
                days.GetOrAdd($"{district} {chance.Next(5)}", () => new Days(rows, chance.Next(20)));
            }

            kept.Bytes.Should().BeLessThanOrEqualTo(140);
        }
    }

    private static IEnumerable<Part> Of(Rows rows) => [new Part(rows, rows.Bytes)];

    private Rows Ask(string district, long bytes) => districts.GetOrAdd(district, () => new Rows(bytes));

    private sealed class Rows(long bytes)
    {
        public long Bytes { get; set; } = bytes;
    }

    private sealed record Days(Rows On, long Bytes);
}
