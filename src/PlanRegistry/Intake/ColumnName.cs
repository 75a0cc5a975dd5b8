using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>A column as a sentence names it: by its label in Chinese, by its name in English.</summary>
public readonly record struct ColumnName(string Name, string Label)
{
    public static implicit operator ColumnName(Column column) => new(column.Name, column.Label);

    /// <summary>Several columns that make a key.</summary>
    public static ColumnName Of(IEnumerable<Column> columns)
    {
        var list = columns.ToList();
        return new(string.Join(" + ", list), string.Join('+', list.Select(c => c.Label)));
    }
}
