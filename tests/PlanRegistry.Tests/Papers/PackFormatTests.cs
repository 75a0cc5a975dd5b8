using System.Text.RegularExpressions;
using PlanRegistry.Intake;

namespace PlanRegistry.Tests.Papers;

/// <summary>The table of pack files names every column of each, and in bold those that must be filled.</summary>
public sealed class PackFormatTests
{
    [Theory]
    [InlineData("docs/pack-format.md")]
    [InlineData("docs/pack-format.zh-CN.md")]
    public void Each_file_has_its_row_and_each_column_its_word(string path)
    {
        var rows = Page.Of(path).Rows.Where(cells => cells[0].Contains(".csv", StringComparison.Ordinal))
            .ToDictionary(cells => cells[0].Trim().Split(' ')[0], cells => cells[1]);

        rows.Keys.Should().BeEquivalentTo(PlanRegistry.Tables.Packs.Select(t => t.File));
        foreach (var table in PlanRegistry.Tables.Packs)
        {
            var bold = Regex.Matches(rows[table.File], @"\*\*([a-z_0-9]+)\*\*").Select(m => m.Groups[1].Value);
            bold.Should().BeEquivalentTo(table.Required.Select(c => c.Name), "they must be filled in {0}", table.File);
            table.Columns.Where(c => !Regex.IsMatch(rows[table.File], $@"\b{c}\b")).Should().BeEmpty("{0} has them", table.File);
        }
    }
}
