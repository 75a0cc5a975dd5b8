using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Seeding;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Seeding;

public sealed class SeedCommandTests : LedgerTest
{
    private static readonly SeedOptions Options = new(2, 40, 7);
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private int Seed(SeedOptions options) => SeedCommand.Run(Registry, options, "chen", output, errors);

    [Fact]
    public void It_writes_one_entry_a_district_under_a_municipality_and_a_nation()
    {
        Seed(Options).Should().Be(0);

        Registry.Districts().Select(d => d.Value).Should().Equal("000000", "500000", "509901", "509902");
        Registry.Districts().Select(Registry.Head).Should().Equal(1, 1, 1, 1);
        var view = Registry.View(DistrictGenerator.CodeOf(2))!;
        view.Vector.ToString().Should().Be("509902:1 500000:1 000000:1");
        view.Own.Of<Plan>().Should().HaveCount(40);
        view.District!.Name.Should().Be("示例第二区");
        errors.ToString().Should().BeEmpty();
    }

    [Fact]
    public void What_is_there_already_is_left_alone()
    {
        Seed(Options);
        output.GetStringBuilder().Clear();

        Seed(Options).Should().Be(0);

        output.ToString().Should().Contain("509901: nothing has changed");
        Registry.Districts().Select(Registry.Head).Should().Equal(1, 1, 1, 1);
    }

    [Fact]
    public void A_district_with_other_content_is_refused_and_the_rest_is_written()
    {
        Seed(Options with { Districts = 1 });

        Seed(Options with { Seed = 8 }).Should().Be(1);

        errors.ToString().Trim().Should().Be("509901 has a ledger of other content already; nothing was written to it.");
        Registry.Head(DistrictGenerator.CodeOf(2)).Should().Be(1);
    }

    [Theory]
    [InlineData(0, 40, "'0' districts cannot be made: between 1 and 8910 can.")]
    [InlineData(2, 9, "'9' plans cannot be made: between 10 and 20000 a district can.")]
    public void Numbers_that_cannot_be_are_refused(int districts, int plans, string sentence)
    {
        Seed(new SeedOptions(districts, plans, 1)).Should().Be(2);

        errors.ToString().Trim().Should().Be(sentence);
    }

    [Fact]
    public void Recorded_superiors_are_used_as_they_are()
    {
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Nation));

        Seed(Options).Should().Be(0);

        Registry.View(Chongqing)!.District!.Name.Should().Be("重庆市");
        Registry.View(DistrictGenerator.CodeOf(1))!.All<Allocation>().Should().BeEmpty();
    }

    [Fact]
    public void A_generated_district_is_a_pack_that_imports()
    {
        Seed(new SeedOptions(1, 400, 7));
        var folder = Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "packs");
        using var other = Server.Ledger.Registry.Open(Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "other.db"), Clock);

        foreach (var district in Registry.Districts())
        {
            var pack = Path.Combine(folder, district.Value);
            PackWriter.Write(Registry.View(district)!, pack);
            ImportCommand.Run(other, pack, "chen", dryRun: false, replace: false, output, errors);
        }

        errors.ToString().Should().BeEmpty();
        var code = DistrictGenerator.CodeOf(1);
        other.View(code)!.Own.Count.Should().Be(Registry.View(code)!.Own.Count);
    }

    [Fact]
    public void A_generated_district_can_be_judged_on_any_day()
    {
        Seed(new SeedOptions(1, 120, 7));
        var view = Registry.View(DistrictGenerator.CodeOf(1))!;

        foreach (var day in new[] { new DateOnly(2021, 6, 1), new DateOnly(2024, 6, 30), new DateOnly(2026, 11, 22) })
        {
            var judgement = Rules.Judge.JudgementOf(new Snapshot(view, day));
            judgement.Findings.Select(f => f.Key).Should().OnlyHaveUniqueItems();
            judgement.Findings.Should().NotBeEmpty();
        }
    }
}
