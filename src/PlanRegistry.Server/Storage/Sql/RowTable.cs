using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PlanRegistry.Records;
using SQLitePCL;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>
/// The SQL of a table of records. All these tables have one shape, so it is written once, from the <see cref="RecordShape"/>.
/// </summary>
internal sealed class RowTable
{
    /// <summary>Columns that SQL would take for its own words.</summary>
    private static readonly HashSet<string> Reserved = ["from", "to", "on"];
    private static readonly Dictionary<string, RowTable> ByName = Tables.All.ToDictionary(s => s.Table, s => new RowTable(s));

    private RowTable(RecordShape shape)
    {
        Shape = shape;
        var columns = string.Join(", ", shape.Columns.Select(c => Quoted(c.Name)));
        var values = string.Join(", ", shape.Columns.Select((_, i) => "@c" + i));
        Insert =
            $"""
            insert into {Name} (home, record_id, recorded_seq, {columns})
            values (@home, @record_id, @seq, {values})
            """;
        Copy = $"copy {Name} (home, record_id, recorded_seq, {columns}) from stdin";
        Retire =
            $"""
            update {Name} set retired_seq = @seq
            where home = @home and record_id = @record_id and recorded_seq = @retires and retired_seq is null
            """;
        SelectVisible =
            $"""
            select record_id, recorded_seq, retired_seq, {columns}
            from {Name}
            where home = @home and recorded_seq <= @seq and (retired_seq is null or retired_seq > @seq)
            """;
        SelectRetired =
            $"""
            select record_id, recorded_seq, retired_seq, {columns}
            from {Name}
            where home = @home and retired_seq <= @seq
            """;
        SelectFirst =
            $"""
            select record_id, min(recorded_seq)
            from {Name}
            where home = @home and retired_seq <= @seq
            group by record_id
            """;
        SelectRecorded =
            $"""
            select record_id, recorded_seq, retired_seq, {columns}
            from {Name}
            where home = @home and recorded_seq between @from and @to
            """;
        SelectEver =
            $"""
            select record_id, recorded_seq, retired_seq, {columns}
            from {Name}
            where home = @home
            """;
    }

    public static IReadOnlyCollection<RowTable> All => ByName.Values;

    public RecordShape Shape { get; }
    public string Name => Shape.Table;
    public string Insert { get; }

    /// <summary>Many rows at once, where the home can take them so.</summary>
    public string Copy { get; }

    public string Retire { get; }

    /// <summary>The rows visible at a seq.</summary>
    public string SelectVisible { get; }

    /// <summary>The rows that were visible before a seq and are no more.</summary>
    public string SelectRetired { get; }

    /// <summary>The first seq of each record that was corrected or withdrawn by a seq.</summary>
    public string SelectFirst { get; }

    /// <summary>What some entries recorded, retired or not.</summary>
    public string SelectRecorded { get; }

    /// <summary>Every row of a district, retired ones too.</summary>
    public string SelectEver { get; }

    public static RowTable Of(RecordShape shape) => ByName[shape.Table];

    public static RowTable Named(string table) => ByName[table];

    /// <summary>
    /// The texts of the row's columns, which begin at the <paramref name="first"/> of the reader. An integer's text is its digits.
    /// </summary>
    public static void ReadTexts(DbDataReader reader, int first, string?[] texts)
    {
        if (reader is not SqliteDataReader sqlite)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = reader.IsDBNull(first + i) ? null
                    : reader.GetFieldType(first + i) == typeof(string) ? reader.GetString(first + i)
                    : reader.GetInt32(first + i).ToString(CultureInfo.InvariantCulture);
            }
            return;
        }
        // SQLite's own call gives null for null: half the calls of IsDBNull
        // and GetString, which is most of the time a district takes to load.
        var row = sqlite.Handle;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = raw.sqlite3_column_text(row, first + i).utf8_to_string();
        }
    }

    private static string Quoted(string column) => Reserved.Contains(column) ? $"\"{column}\"" : column;
}
