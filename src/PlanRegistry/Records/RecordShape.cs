using System.Collections.Concurrent;
using System.Reflection;

namespace PlanRegistry.Records;

/// <summary>
/// The columns of a record type, read once from its settable properties. The one list that SQL, packs, canonical hashes,
/// corrections and GraphQL inputs share, so that a field has one name and one text form everywhere.
/// </summary>
public sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Shapes = new();

    private readonly int[] byName;

    private RecordShape(Type type)
    {
        Type = type;
        var table = type.GetCustomAttribute<TableAttribute>() ?? throw new InvalidOperationException($"{type.Name} has no [Table].");
        Table = table.Name;
        Pack = table.Pack;
        Columns = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.SetMethod is { IsPublic: true })
            .OrderBy(p => p.MetadataToken)
            .Select(p => new Column(p))];
        Key = [.. Columns.Where(c => c.IsKey)];
        byName = [.. Enumerable.Range(0, Columns.Count).OrderBy(i => Columns[i].Name, StringComparer.Ordinal)];
        if (Key.Count == 0)
        {
            throw new InvalidOperationException($"{type.Name} has no [KeyColumn].");
        }
    }

    /// <summary>Every record type, in the order in which later ones may name earlier ones.</summary>
    public static IReadOnlyList<RecordShape> All { get; } =
        [.. typeof(Record).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Record)) && !t.IsAbstract)
            .Select(Of)
            .OrderBy(s => Array.IndexOf(Order, s.Table) is var i && i < 0 ? Order.Length : i)
            .ThenBy(s => s.Table, StringComparer.Ordinal)];

    private static string[] Order =>
    [
        "districts", "agencies", "documents", "directory_lists", "plans", "superior_plans", "directory_entries", "links", "exemptions",
        "units", "indicators", "targets", "allocations", "annual_targets", "readings", "acts", "amendments", "funding", "policy", "certificates",
    ];

    public Type Type { get; }
    public string Table { get; }
    public string? Pack { get; }
    public IReadOnlyList<Column> Columns { get; }
    public IReadOnlyList<Column> Key { get; }

    public static RecordShape Of(Type type) => Shapes.GetOrAdd(type, t => new RecordShape(t));

    public static RecordShape Of<T>() where T : Record => Of(typeof(T));

    public static RecordShape? ByTable(string table) => All.FirstOrDefault(s => s.Table == table);

    public Column? Find(string column) => Columns.FirstOrDefault(c => c.Name == column);

    /// <summary>The key columns' texts joined by a bar: the record id's code when first recorded.</summary>
    public string KeyOf(Record record) => string.Join('|', Key.Select(c => c.IsReference ? c.ReferenceWithin(record) : c.Read(record)));

    public Record Create(DistrictCode home, string code, int seq, DateTimeOffset recordedAt, IReadOnlyList<string?> texts)
    {
        var record = (Record)Activator.CreateInstance(Type)!;
        Header.Home.SetValue(record, home);
        Header.Code.SetValue(record, code);
        Header.Seq.SetValue(record, seq);
        Header.RecordedAt.SetValue(record, recordedAt);
        for (var i = 0; i < Columns.Count; i++)
        {
            if (texts[i] is { } text)
            {
                Columns[i].Write(record, text, home);
            }
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
    /// sha256 of what is recorded: name and text of each column that has one, by column name in ordinal order, as <see cref="TextHash"/> writes texts.
    /// Columns not recorded are left out, so that a column added later changes no hash.
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

    public bool SameContent(Record left, Record right) => Columns.All(c => c.Read(left) == c.Read(right));

    private static class Header
    {
        public static readonly PropertyInfo Home = typeof(Record).GetProperty(nameof(Record.Home))!;
        public static readonly PropertyInfo Code = typeof(Record).GetProperty(nameof(Record.RecordCode))!;
        public static readonly PropertyInfo Seq = typeof(Record).GetProperty(nameof(Record.Seq))!;
        public static readonly PropertyInfo RecordedAt = typeof(Record).GetProperty(nameof(Record.RecordedAt))!;
    }
}
