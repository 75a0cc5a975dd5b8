using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Papers;

/// <summary>The pack's files and columns are made from the tables; what else is to be known of one is written by hand.</summary>
public sealed class PackFormatTests
{
    [Theory]
    [InlineData("docs/pack-format.md")]
    [InlineData("docs/pack-format.zh-CN.md")]
    public void The_columns_are_made_from_the_tables(string path)
    {
        string[] lines = File.ReadAllLines(Repository.Path(path));
        var rows = lines.Where(l => FileOf(l).EndsWith(".csv", StringComparison.Ordinal)).ToList();
        var byHand = rows.ToDictionary(FileOf, l => l.Split(" | "));
        var chinese = Page.Of(path).IsChinese;

        rows.Should().NotBeEmpty();
        var made = PlanRegistry.Tables.Packs.Select(table => byHand.TryGetValue(table.File, out var cells)
            ? $"{cells[0]} | {Columns(table, chinese)} | {cells[2]}"
            : $"| {table.File} | {Columns(table, chinese)} | |");

        var (first, last) = (Array.IndexOf(lines, rows[0]), Array.IndexOf(lines, rows[^1]));
        Approved.Matches(path, string.Concat(lines[..first].Concat(made).Concat(lines[(last + 1)..]).Select(l => l + "\n")));
    }

    /// <summary>The file that a row of the table is of.</summary>
    private static string FileOf(string line) => line.Split(' ') is ["|", var file, ..] ? file : "";

    private static string Columns(PackTable table, bool chinese)
    {
        var own = table.Shape.Columns.Select(c =>
            Said(c.Name, c.Label, table.Required.Contains(c) ? "**" : "") + Default(table, c, chinese));
        var acts = table.Shorthand?.Columns.Select(c => Said(c.Name, c.Label, "*")) ?? [];
        return string.Join(chinese ? "、" : ", ", own.Concat(acts));

        string Said(string name, string label, string mark) => $"{mark}{name}{mark}{(chinese ? $" {label}" : "")}";
    }

    private static string Default(PackTable table, Column column, bool chinese) =>
        column.Default is { } text ? $" [{text}]"
        : table.HasDefault(column) ? chinese ? " [另定]" : " [worked out]"
        : "";
}
