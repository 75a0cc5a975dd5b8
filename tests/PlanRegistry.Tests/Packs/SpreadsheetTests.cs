using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Packs;

/// <summary>A pack that a spreadsheet has opened and saved.</summary>
public sealed partial class SpreadsheetTests : PackTest
{
    [Fact]
    public void The_sample_changes_nothing_when_a_spreadsheet_has_saved_it()
    {
        var registry = NewRegistry();
        foreach (var district in new[] { "000000", "500000", "500154" })
        {
            Import(registry, Seed(district)).Exit.Should().Be(0);
        }
        var saved = Folder([.. Files(Seed("500154")).Select(f => (f.Key, AsSaved(f.Value)))]);

        var (exit, output) = Import(registry, saved);

        output.Should().MatchRegex("^500154: nothing has changed; all [0-9]{4} rows are recorded already.\n$");
        exit.Should().Be(0);
        File.ReadAllText(Path.Combine(saved, "targets.csv")).Should().NotBe(File.ReadAllText(Path.Combine(Seed("500154"), "targets.csv")));
        Import(registry, saved, replace: true).Exit.Should().Be(0);
        registry.Head(DistrictCode.Parse("500154")).Should().Be(1);
    }

    /// <summary>Zeros at the end of a figure go, and a day is written as Chinese Excel writes it.</summary>
    private static string AsSaved(string csv) =>
        Day().Replace(Zeros().Replace(csv, m => m.Value.TrimEnd('0').TrimEnd('.')), "$1/$2/$3");

    [GeneratedRegex(@"(?<=^|,)-?[0-9]+\.[0-9]*0(?=,|\r?$)", RegexOptions.Multiline)]
    private static partial Regex Zeros();

    [GeneratedRegex(@"(?<=^|,)([0-9]{4})-0?([0-9]+)-0?([0-9]+)(?=,|\r?$)", RegexOptions.Multiline)]
    private static partial Regex Day();
}
