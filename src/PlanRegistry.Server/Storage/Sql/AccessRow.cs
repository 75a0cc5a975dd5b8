using System.Data;
using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>The columns of the row that a reader stands on.</summary>
internal readonly struct AccessRow(IDataReader reader)
{
    public string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public int Number(int column) => reader.GetInt32(column);

    public long Long(int column) => reader.GetInt64(column);

    public DateTimeOffset? At(int column) => Text(column) is { } text ? Moment.Read(text) : null;

    public T Word<T>(int column) where T : struct, Enum => Names.TryParse<T>(reader.GetString(column), out var value)
        ? value
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(column)} is no {typeof(T).Name}."));
}
