using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Tests.Packs;

/// <summary>What goes out as a pack comes back as the same records, and goes out again as the same bytes.</summary>
public sealed class RoundTripTests : PackTest
{
    private static readonly DistrictCode[] Chain = [DistrictCode.Nation, DistrictCode.Parse("500000"), Kaizhou];

    [Theory]
    [InlineData("")]
    [InlineData(".zip")]
    public void The_sample_comes_back_as_it_went_out(string ending)
    {
        var first = Sample();
        var second = NewRegistry();
        foreach (var district in Chain)
        {
            var pack = NewPath() + ending;
            Export(first, district, pack);
            Import(second, pack).Output.Should().StartWith($"{district}: ").And
                .Contain(" rows recorded, 0 corrected, 0 withdrawn in ledger entry 1.");
            Contents(second, district).Should().Equal(Contents(first, district));
        }
        foreach (var district in Chain)
        {
            Again(second, district).Should().Equal(Again(first, district));
        }
    }

    [Fact]
    public void The_sample_imported_twice_changes_nothing()
    {
        var registry = Sample();
        foreach (var district in Chain)
        {
            Import(registry, Seed(district.Value)).Output.Should().StartWith($"{district}: nothing has changed;");
            Import(registry, Seed(district.Value), replace: true).Output.Should().StartWith($"{district}: nothing has changed;");
        }
    }

    [Theory]
    [InlineData("甲\n局")]
    [InlineData("甲\r\n局")]
    [InlineData("甲,\"乙\"局")]
    public void A_cell_with_line_breaks_commas_or_quotes_comes_back(string name)
    {
        var (first, second, pack) = (NewRegistry(), NewRegistry(), NewPath());
        Import(first, Folder(("agencies.csv", $"code,name\nA-1,\"{name.Replace("\"", "\"\"")}\"\n")));

        Export(first, Kaizhou, pack);
        Import(second, pack);

        second.View(Kaizhou)!.Own.Of<Agency>().Single().Name.Should().Be(name);
    }

    [Fact]
    public void An_export_says_that_it_is_UTF_8_so_that_Excel_shows_its_Chinese_and_comes_back_unchanged()
    {
        var (registry, pack) = (Sample(), NewPath());
        Export(registry, Kaizhou, pack);

        Directory.GetFiles(pack).Should().AllSatisfy(f => File.ReadAllBytes(f).Take(3).Should().Equal(0xEF, 0xBB, 0xBF));
        Import(registry, pack).Output.Should().StartWith("500154: nothing has changed;");
    }

    [Fact]
    public void An_export_that_is_given_no_name_is_called_by_district_content_and_day() =>
        ExportCommand.Name(Kaizhou, new DateOnly(2026, 11, 8)).Should().Be("500154_规划数据包_20261108.zip");

    [Fact]
    public void An_export_tells_what_the_registry_knew_at_the_moment()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", AgenciesCsv)));
        var then = Clock.Now;
        Clock.Advance(TimeSpan.FromDays(1));
        Import(registry, Folder(("agencies.csv", "code,name\nGOV,开州区人民政府\nNEW,开州区民政局\n")), reason: "简称有误");

        var pack = NewPath();
        Export(registry, Kaizhou, pack, then);

        Files(pack)["agencies.csv"].Should().Be(
            "code,name,role,tier,uscc,aliases,valid_from,valid_to,succeeded_by\r\n"
            + "GOV,开州区人民政府,GOVERNMENT,DISTRICT,,区政府,,,\r\nWATER,开州区水利局,WATER,DISTRICT,,区水利局,,,\r\n");
    }

    [Fact]
    public void Only_files_with_rows_are_written_and_shorthand_acts_as_acts()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv)));

        var pack = NewPath();
        Export(registry, Kaizhou, pack);

        var files = Files(pack);
        files.Keys.Should().BeEquivalentTo("district.csv", "agencies.csv", "plans.csv", "acts.csv", "policy.csv");
        files["acts.csv"].Should().Contain("P-1/drafting_from,P-1,DRAFTING_STARTED,2020-10,WATER,,PLAN,");
        files["plans.csv"].Should().NotContain("drafting_from");
    }

    [Fact]
    public void An_act_whose_agency_is_not_recorded_comes_back_without_one()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("plans.csv", PlansCsv.Replace("区水利局", "", StringComparison.Ordinal)),
            ("acts.csv", "plan,type,on\nP-1,GOVERNMENT_APPROVED,2021-03\nP-1,ISSUED,2021-04\n")));
        Import(registry, Folder(("agencies.csv", AgenciesCsv)));
        var pack = NewPath();
        Export(registry, Kaizhou, pack);
        var second = NewRegistry();

        Import(second, pack);

        Contents(second, Kaizhou).Should().Equal(Contents(registry, Kaizhou));
    }

    [Fact]
    public void Corrections_and_awkward_text_survive()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv),
            ("acts.csv", "code,plan,type,on,agency,note\nA-1,P-1,ISSUED,2021,区政府,\"一、\"\"甲\"\",\n二、乙\"\n"),
            ("units.csv", "code,base_unit,factor\n斤,公斤,0.50\n")));
        Correct(registry, new RecordId("plans", Kaizhou, "P-1"), ("title", "水安全\"保障\"规划"));
        Correct(registry, new RecordId("acts", Kaizhou, "A-1"), ("code", "A-2"), ("agency", null));
        Import(registry, Folder(("acts.csv", "code,plan,type,on\nA-1,P-1,FILED,2022\n")));
        var pack = NewPath();
        Export(registry, Kaizhou, pack);
        var second = NewRegistry();

        Import(second, pack).Exit.Should().Be(0);

        Contents(second, Kaizhou).Should().Equal(Contents(registry, Kaizhou));
        Again(second, Kaizhou).Should().Equal(Again(registry, Kaizhou));
    }

    [Fact]
    public void A_districts_own_policy_rows_stand_beside_the_defaults_that_it_does_not_give()
    {
        var registry = Sample();

        var policy = registry.View(Kaizhou)!.Own.Of<PolicyValue>();

        policy.Should().Contain(p => p.Key == PolicyKeys.RecordsFrom.Name && p.Value == "2021-01-01");
        policy.Should().Contain(p => p.Key == PolicyKeys.MinYears.Name && p.Value == "3");
    }

    [Fact]
    public void An_export_overwrites_nothing()
    {
        var registry = Sample();
        var pack = NewPath();
        Export(registry, Kaizhou, pack);
        var output = new StringWriter();

        ExportCommand.Run(registry, Kaizhou, pack, null, new Voice(Language.En, output, output)).Should().Be(1);
        ExportCommand.Run(registry, DistrictCode.Parse("110101"), NewPath(), null, new Voice(Language.En, output, output)).Should().Be(2);

        output.ToString().Should().Contain($"'{pack}' is there already: name a new or empty folder, or a .zip.").And
            .Contain("The registry has no district '110101'.");
    }

    private Registry Sample()
    {
        var registry = NewRegistry();
        foreach (var district in Chain)
        {
            Import(registry, Seed(district.Value)).Output.Should().EndWith("in ledger entry 1.\n");
        }
        return registry;
    }

    private static void Correct(Registry registry, RecordId id, params (string, string?)[] values) =>
        registry.Execute(new CommandHeader { District = Kaizhou, Actor = Actor.Named("chen"),
            Command = "correctRecord", Reason = "更正" }, new Correction(id, "更正", null, values).Decide).IsRefused.Should().BeFalse();

    private static void Export(Registry registry, DistrictCode district, string pack, DateTimeOffset? knownAt = null)
    {
        var output = new StringWriter();
        ExportCommand.Run(registry, district, pack, knownAt, new Voice(Language.En, output, output)).Should().Be(0, output.ToString());
    }

    private IEnumerable<KeyValuePair<string, string>> Again(Registry registry, DistrictCode district)
    {
        var pack = NewPath();
        Export(registry, district, pack);
        return Files(pack).OrderBy(f => f.Key, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Contents(Registry registry, DistrictCode district) =>
        registry.View(district)!.Own.All
            .Select(r => $"{RecordShape.Of(r.GetType()).Table} {RecordShape.Of(r.GetType()).ContentHash(r)}")
            .Order(StringComparer.Ordinal).ToList();
}
