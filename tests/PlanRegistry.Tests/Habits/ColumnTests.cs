using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Habits;

/// <summary>A capability owns its columns: what one means stands on its record, and nowhere else.</summary>
public sealed partial class ColumnTests
{
    private static readonly string[] Mechanism =
    [
        "src/PlanRegistry/Records", "src/PlanRegistry/Ledger", "src/PlanRegistry/Intake",
        "src/PlanRegistry.Server/Ledger", "src/PlanRegistry.Server/Storage",
        "src/PlanRegistry.Server/GraphQL", "src/PlanRegistry.Server/Packs",
        "src/PlanRegistry.Server/Commands", "src/PlanRegistry.Server/Web",
    ];

    public static TheoryData<string> Folders => [.. Mechanism];

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_table_is_named_and_no_column_asked_after_outside_a_capability(string folder)
    {
        var tables = Tables.All.Select(s => s.Table).ToHashSet();
        var columns = Tables.All.SelectMany(s => s.Columns).Select(c => c.Name).ToHashSet();

        var named = Repository.Files(folder, "*.cs").SelectMany(file =>
        {
            var text = File.ReadAllText(file);
            return Literal().Matches(text).Select(m => m.Groups[1].Value).Where(tables.Contains)
                .Concat(Comparison().Matches(text).Select(m => m.Groups[1].Value).Where(columns.Contains))
                .Select(name => $"{Path.GetFileName(file)}: {name}");
        });

        named.Should().BeEmpty();
    }

    [Fact]
    public void Every_column_has_a_label_of_its_own_in_its_table()
    {
        foreach (var shape in Tables.All)
        {
            shape.Columns.Select(c => c.Label).Should().OnlyHaveUniqueItems($"the columns of {shape.Table} are told apart by their labels")
                .And.OnlyContain(label => Chinese().IsMatch(label));
        }
    }

    [Fact]
    public void Defaults_and_orders_fit_their_columns()
    {
        foreach (var column in Tables.All.SelectMany(s => s.Columns.Select(c => (Shape: s, Column: c))))
        {
            if (column.Column.Default is { } text)
            {
                column.Column.Write(column.Column.Parse(text, DistrictCode.Nation)).Should().Be(text);
            }
            if (column.Column.NotBefore is { } other)
            {
                column.Shape.Of(other).Type.Should().Be(column.Column.Type);
            }
        }
    }

    [GeneratedRegex("^[\u4e00-\u9fff（）]+$")]
    private static partial Regex Chinese();

    [GeneratedRegex("\"([a-z_]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?:==|!=|\\bcase|\\bis|\\bor)\\s+\"([a-z_]+)\"")]
    private static partial Regex Comparison();
}
