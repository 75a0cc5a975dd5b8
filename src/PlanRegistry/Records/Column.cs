using System.Reflection;
using System.Runtime.CompilerServices;

namespace PlanRegistry.Records;

/// <summary>One column of a record: what its <see cref="ColumnAttribute"/> says of it, and the canonical text form of its values.</summary>
public sealed class Column
{
    /// <summary>Of any list: a district has a few hundred plans, and fewer agencies.</summary>
    public const int MostItems = 500;

    private readonly PropertyInfo property;
    private readonly ColumnAttribute said;
    private readonly TextForm form;

    internal Column(PropertyInfo property)
    {
        this.property = property;
        said = property.GetCustomAttribute<ColumnAttribute>()
            ?? throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} has no [Column].");
        form = TextForm.Of(property.PropertyType);
        Name = Names.Snake(property.Name);
        IsKey = property.IsDefined(typeof(KeyColumnAttribute));
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        References = (IsList ? Type.GetGenericArguments()[0] : Type) is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(Key<>) ? form.References : null;
        Length = said.Length;
    }

    /// <summary>snake_case, as in SQL and packs.</summary>
    public string Name { get; }

    public string Property => property.Name;

    /// <summary>Without Nullable: whether it must be filled is told by <see cref="IsRequired"/>.</summary>
    public Type Type { get; }

    public string Label => said.Label;
    public WhenSecret WhenSecret => said.WhenSecret;
    public int Length { get; }
    public string? Default => said.Default;
    public bool IsYear => said.IsYear;
    public bool IsFixedByApproval => said.FixedByApproval;
    /// <summary>The earliest day on which what the record says in the column can have happened; null where it says no such thing.</summary>
    public DateOnly? BeginOf(Record record) => !said.Happened ? null : property.GetValue(record) switch
    {
        PartialDate date => date.First,
        int year => new DateOnly(year, 1, 1),
        _ => null,
    };

    public bool MayBeNobody => said.MayBeNobody;
    public bool MayBeNone => said.MayBeNone;
    public string? NotBefore => said.NotBefore;

    /// <summary>A text of sentences; any other is a name, a code or a list of them.</summary>
    public bool IsLong => Length > 500 && !IsList;
    public bool IsKey { get; }
    public bool IsRequired { get; }
    public bool IsInteger => Type == typeof(int);
    public bool IsList => form.IsList;

    /// <summary>The record type that a Key names; null for a plain value.</summary>
    public Type? References { get; }
    public bool IsReference => References is not null && !IsList;
    internal int Line => said.Line;

    /// <summary>The canonical text; null when not recorded.</summary>
    public string? Read(Record record) => property.GetValue(record) is { } value ? form.Write(value) : null;

    public object? Value(Record record) => property.GetValue(record);

    /// <summary>The canonical text of a value of the column.</summary>
    public string? Write(object value) => form.Write(value);

    public void Set(Record record, object? value) => property.SetValue(record, value);

    /// <summary>The value that a canonical text stands for. Throws <see cref="FormatException"/> with a sentence.</summary>
    public object Parse(string text, DistrictCode home) => form.Parse(text, home);

    /// <summary>The text as the record's own district writes it (keys without that district).</summary>
    public string? ReferenceWithin(Record record) => property.GetValue(record) is { } value ? form.WriteWithin(value, record.Home) : null;

    /// <summary>The records that the column of a record names: their type, and DISTRICT:CODE.</summary>
    public IEnumerable<(Type Type, string Key)> Named(Record record)
    {
        if (property.GetValue(record) is not { } value)
        {
            return [];
        }
        return said.Names is { } type ? [(type, $"{record.Home}:{value}")]
            : form.Named is not { } named ? []
            : IsList ? ((System.Collections.IEnumerable)value).Cast<object>().Select(v => (form.References!, named(v)))
            : [(form.References!, named(value))];
    }

    /// <summary>Whether two records say one thing in the column: figures by their value, however many zeros they end in.</summary>
    public bool Same(Record left, Record right) =>
        property.GetValue(left) is decimal a && property.GetValue(right) is decimal b ? a == b : Read(left) == Read(right);

    /// <summary>The same, names however they are typed.</summary>
    public bool Alike(Record left, Record right) => Same(left, right) || (said.IsName && TitleKey.Same(Read(left), Read(right)));

    /// <summary>A value that was recorded is gone: not where an empty column is filled, nor where names have gained one.</summary>
    public bool IsOverwritten(Record old, Record now) =>
        Read(old) is not null && !Same(old, now) && !(IsList && said.IsName && Items(old).All(Items(now).Contains));

    private IEnumerable<object> Items(Record record) =>
        ((System.Collections.IEnumerable?)property.GetValue(record) ?? Array.Empty<object>()).Cast<object>();

    public override string ToString() => Name;
}
