namespace PlanRegistry.Records;

/// <summary>What the rules engine tells records apart by: (type, id).</summary>
public interface IRecord
{
    RecordId Id { get; }
}

/// <summary>
/// Stable across corrections: the table, the district whose ledger holds the record, and the key it was first recorded under.
/// </summary>
public readonly record struct RecordId(string Table, DistrictCode District, string Code)
{
    public override string ToString() => $"{District}/{Table}/{Code}";
}

/// <summary>
/// A row of the registry. Its settable properties are its columns, the same in CSV, SQL, GraphQL and here (see <see cref="RecordShape"/>);
/// what is declared on this base is written by the ledger, not by people.
/// </summary>
public abstract record Record : IRecord
{
    /// <summary>The district whose ledger holds this row.</summary>
    public DistrictCode Home { get; init; }

    /// <summary>The last part of the record id, given by the ledger when it is first recorded; empty before.</summary>
    public string RecordCode { get; init; } = "";

    /// <summary>Ledger sequence number of the entry that recorded this row; 0 before it is recorded.</summary>
    public int Seq { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public RecordId Id
    {
        get
        {
            var shape = RecordShape.Of(GetType());
            return new(shape.Table, Home, RecordCode.Length > 0 ? RecordCode : shape.KeyOf(this));
        }
    }
}

/// <summary>The table (and, with .csv, the pack file) of a record, and what one such record is called in GraphQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TableAttribute(string name, string label, string? pack = "") : Attribute
{
    public string Name { get; } = name;

    /// <summary>What a Chinese sentence calls it.</summary>
    public string Label { get; } = label;

    /// <summary>The pack's file, null when the table is in no pack.</summary>
    public string? Pack { get; } = pack == "" ? name + ".csv" : pack;
}

/// <summary>Part of the key by which a pack finds the row again.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyColumnAttribute : Attribute;
