using System.Reflection;
using System.Runtime.CompilerServices;

namespace PlanRegistry.Records;

/// <summary>One column of a record: its name, whether it must be filled, and its canonical text form.</summary>
public sealed class Column
{
    private readonly PropertyInfo property;
    private readonly TextForm form;

    internal Column(PropertyInfo property)
    {
        this.property = property;
        form = TextForm.Of(property.PropertyType);
        Name = Names.Snake(property.Name);
        IsKey = property.IsDefined(typeof(KeyColumnAttribute));
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
    }

    /// <summary>snake_case, as in SQL and packs.</summary>
    public string Name { get; }
    public Type Type => property.PropertyType;
    public bool IsKey { get; }
    public bool IsRequired { get; }
    public bool IsList => form.IsList;

    /// <summary>The record type that a Key names; null for a plain value.</summary>
    public Type? References => form.References;
    public bool IsReference => References is not null && !IsList;

    /// <summary>The canonical text; null when not recorded.</summary>
    public string? Read(Record record) => property.GetValue(record) is { } value ? form.Write(value) : null;

    public object? Value(Record record) => property.GetValue(record);

    /// <summary>Sets the value that a canonical text stands for. Throws <see cref="FormatException"/> with a sentence.</summary>
    public void Write(Record record, string text, DistrictCode home) => property.SetValue(record, form.Parse(text, home));

    /// <summary>The text as the record's own district writes it (keys without that district).</summary>
    public string? ReferenceWithin(Record record) => property.GetValue(record) is { } value ? form.WriteWithin(value, record.Home) : null;

    public override string ToString() => Name;
}
