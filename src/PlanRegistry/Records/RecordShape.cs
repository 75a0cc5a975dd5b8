using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;

namespace PlanRegistry.Records;

/// <summary>
/// The columns of a record type, read once from its settable properties. The one list that SQL, packs, canonical hashes,
/// corrections and GraphQL inputs share, so that a field has one name and one text form everywhere.
/// </summary>
public sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();

    private readonly int[] byName;
    private readonly Dictionary<Column, int> positions;

    private RecordShape(Type type)
    {
        Type = type;
        var table = type.GetCustomAttribute<TableAttribute>() ?? throw new InvalidOperationException($"{type.Name} has no [Table].");
        Table = table.Name;
        Pack = table.Pack;
        Named = new Text(table.Label, table.Name);
        Columns = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.SetMethod is { IsPublic: true })
            .Select(p => new Column(p))
            .OrderBy(c => c.Line)];
        Key = [.. Columns.Where(c => c.IsKey)];
        positions = Columns.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        byName = [.. Enumerable.Range(0, Columns.Count).OrderBy(i => Columns[i].Name, StringComparer.Ordinal)];
        if (Key.Count == 0)
        {
            throw new InvalidOperationException($"{type.Name} has no [KeyColumn].");
        }
        if (Columns.DistinctBy(c => c.Line).Count() < Columns.Count)
        {
            throw new InvalidOperationException($"{type.Name} has two columns on one line: their order would be anybody's guess.");
        }
    }

    public Type Type { get; }
    public string Table { get; }
    public string? Pack { get; }

    /// <summary>As a sentence names the table.</summary>
    public Text Named { get; }

    public IReadOnlyList<Column> Columns { get; }
    public IReadOnlyList<Column> Key { get; }

    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, t => new RecordShape(t));

    public static RecordShape Of<T>() where T : Record => Of(typeof(T));

    public Column? Find(string column) => Columns.FirstOrDefault(c => c.Name == column);

    /// <summary>The column of a property, named by nameof.</summary>
    public Column Of(string property) => Columns.First(c => c.Property == property);

    /// <summary>Where a column stands among the others.</summary>
    public int PositionOf(Column column) => positions[column];

    /// <summary>The key columns' texts joined by a bar: the record id's code when first recorded.</summary>
    public string KeyOf(Record record) => string.Join('|', Key.Select(c => c.IsReference ? c.ReferenceWithin(record) : c.Read(record)));

    /// <summary>A row as it is stored: from canonical texts, in the order of the columns.</summary>
    /// <param name="once">The references that were read before: many rows name one plan, and share its code.</param>
    public Record Create(DistrictCode home, string code, int seq, DateTimeOffset recordedAt, IReadOnlyList<string?> texts,
        Dictionary<(int Column, string Text), object?>? once = null)
    {
        var record = Create(home, code);
        Header.Seq.SetValue(record, seq);
        Header.RecordedAt.SetValue(record, recordedAt);
        for (var i = 0; i < Columns.Count; i++)
        {
            if (texts[i] is { } text)
            {
                Columns[i].Set(record, Columns[i].IsReference && once is not null ? Once(i, text) : Columns[i].Parse(text, home));
            }
        }
        return record;

        object? Once(int column, string text) => CollectionsMarshal.GetValueRefOrAddDefault(once, (column, text), out _)
            ??= Columns[column].Parse(text, home);
    }

    /// <summary>A row that is not recorded yet: from values, in the order of the columns.</summary>
    public Record Create(DistrictCode home, string code, IReadOnlyList<object?> values)
    {
        var record = Create(home, code);
        for (var i = 0; i < Columns.Count; i++)
        {
            Columns[i].Set(record, values[i]);
        }
        return record;
    }

    public string?[] Texts(Record record)
    {
        var texts = new string?[Columns.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Columns[i].Read(record);
        }
        return texts;
    }

    public string ContentHash(Record record) => ContentHash(Texts(record));

    /// <summary>
    /// sha256 of what is recorded: name and text of each column that has one, by column name in ordinal order, as
    /// <see cref="TextHash"/> writes texts. Columns not recorded are left out, so that a column added later changes no hash.
    /// </summary>
    public string ContentHash(IReadOnlyList<string?> texts)
    {
        using var hash = new TextHash();
        foreach (var i in byName)
        {
            if (texts[i] is { } text)
            {
                hash.Add(Columns[i].Name).Add(text);
            }
        }
        return hash.ToHex();
    }

    public bool SameContent(Record left, Record right) => Columns.All(c => c.Same(left, right));

    /// <summary>
    /// The record with what the old one says alike written as it was; the old one itself where it says all of it alike. So a pack that a
    /// spreadsheet has opened and saved changes nothing, and no spelling is changed beside a value.
    /// </summary>
    public Record Over(Record old, Record record)
    {
        var alike = Columns.Select(c => c.Alike(old, record)).ToList();
        return alike.TrueForAll(a => a) ? old
            : Create(record.Home, record.RecordCode, [.. Columns.Select((c, i) => c.Value(alike[i] ? old : record))]);
    }

    private Record Create(DistrictCode home, string code)
    {
        var record = (Record)Activator.CreateInstance(Type)!;
        Header.Home.SetValue(record, home);
        Header.Code.SetValue(record, code);
        return record;
    }

    private static class Header
    {
        public static readonly PropertyInfo Home = typeof(Record).GetProperty(nameof(Record.Home))!;
        public static readonly PropertyInfo Code = typeof(Record).GetProperty(nameof(Record.RecordCode))!;
        public static readonly PropertyInfo Seq = typeof(Record).GetProperty(nameof(Record.Seq))!;
        public static readonly PropertyInfo RecordedAt = typeof(Record).GetProperty(nameof(Record.RecordedAt))!;
    }
}
