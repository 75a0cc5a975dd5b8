using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Packs;
using PlanRegistry.Generator;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Generator;

public sealed class SeedCommandTests : LedgerTest
{
    private static readonly SeedOptions Options = new(2, 40, 7);
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private int Seed(SeedOptions options) => DatabaseSeed.Write(Registry, options, "chen", output, errors);

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
    public void Numbers_that_cannot_be_are_refused(int districts, int plans, string sentence) =>
        Mistakes("--districts", $"{districts}", "--plans", $"{plans}", "--out", "packs").Should().Equal(sentence);

    [Theory]
    [InlineData("--plans", "40")]
    [InlineData("--out", "packs", "--database", "large.db")]
    public void One_place_to_write_to_is_named(params string[] arguments) =>
        Mistakes(arguments).Should().Equal("Name one place to write to: --database FILE or --out FOLDER.");

    private static IEnumerable<string> Mistakes(params string[] arguments) =>
        SeedCommand.Create().Parse(arguments).Errors.Select(e => e.Message);

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
        var options = new SeedOptions(1, 400, 7);
        Seed(options);
        using var other = Server.Ledger.Registry.Open(At("other.db"), Clock);

        PackSeed.Write(At("packs"), options, output, errors).Should().Be(0);
        foreach (var district in Registry.Districts())
        {
            ImportCommand.Run(other, At("packs", district.Value), "chen", dryRun: false, replace: false,
                new Voice(Language.En, output, errors)).Should().Be(0, "{0} is in order: {1}", district, errors);
        }

        var code = DistrictGenerator.CodeOf(1);
        other.View(code)!.Own.Count.Should().Be(Registry.View(code)!.Own.Count);
    }

    [Fact]
    public void Packs_are_to_the_byte_those_that_a_seeded_database_exports()
    {
        Seed(Options);
        PackSeed.Write(At("packs"), Options, output, errors).Should().Be(0);

        foreach (var district in Registry.Districts())
        {
            PackWriter.Write(Registry.View(district)!, At("exported", district.Value));
        }

        Bytes(At("packs")).Should().HaveCountGreaterThan(40).And.Equal(Bytes(At("exported")));
        errors.ToString().Should().BeEmpty();
    }

    [Fact]
    public void A_folder_that_has_packs_already_is_left_alone()
    {
        PackSeed.Write(At("packs"), Options, output, errors);

        PackSeed.Write(At("packs"), Options, output, errors).Should().Be(1);

        errors.ToString().Trim().Should().Be($"'{At("packs", "000000")}' is there already: name a new or empty folder, or a .zip.");
    }

    private string At(params string[] names) => Path.Combine([Path.GetDirectoryName(DatabaseFile)!, .. names]);

    private static Dictionary<string, string> Bytes(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToBase64String(File.ReadAllBytes(f)));

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
