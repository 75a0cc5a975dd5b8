using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>What records, and the values in their columns, are called where somebody reads them.</summary>
public static class RecordNames
{
    private static readonly Text Yes = new("是", "yes");
    private static readonly Text No = new("否", "no");

    /// <summary>A record by its name, and of what hangs on a plan the plan with it.</summary>
    public static Text Of(Record record, RegistryView view) => record switch
    {
        District d => d.Name,
        Plan p => p.Named,
        SuperiorPlan p => Wording.Title(p.Title),
        Document d => d.Named,
        Target t => Year(t.Plan, t.Indicator, t.TargetYear, view),
        Allocation a => Year(a.Plan, a.Indicator, a.TargetYear, view),
        AnnualTarget t => Year(t.Plan, t.Indicator, t.Year, view),
        Reading r => Year(r.Plan, r.Indicator, r.Year, view),
        Amendment a => new($"{Plan(a.Plan, view).Zh}第{a.Version}版", $"version {a.Version} of {Plan(a.Plan, view).En}"),
        PolicyValue v => PolicyKeys.Find(v.Key)?.Label ?? (Text)v.Key,
        _ => RecordLines.Say(record, view).Text is var said && said.Zh == record.Id.Code ? Keyed(record, view) : said,
    };

    /// <summary>What has no name is called by its key; where a word of an enumeration is part of that, each part in words.</summary>
    private static Text Keyed(Record record, RegistryView view)
    {
        var key = RecordShape.Of(record.GetType()).Key;
        return key.Any(c => c.Value(record) is Enum) ? Text.Join(key.Select(c => Of(c, record, view)).OfType<Text>())
            : (Text)record.Id.Code;
    }

    /// <summary>A value in words: yes and no, terms, and other records by name; null where nothing is recorded.</summary>
    public static Text? Of(Column column, Record record, RegistryView view) => column.Value(record) switch
    {
        null => (Text?)null,
        _ when record is PolicyValue { InWords: var said } && column.Property is nameof(PolicyValue.Key) => said.Name,
        _ when record is PolicyValue { InWords: var said } && column.Property is nameof(PolicyValue.Value) => said.Value,
        Enum term => Terms.Of(term),
        bool said => said ? Yes : No,
        _ when column.References is not null && column.Named(record).ToList() is { Count: > 0 } named =>
            Text.Join(named.Select(n => Named(n.Type, n.Key, view)).OfType<Text>()),
        _ => column.Read(record) is { } text ? (Text)text : (Text?)null,
    };

    /// <summary>Whether a record that another names is one of those in the view.</summary>
    public static bool IsSeen(Type type, string key, RegistryView view) => Named(type, key, view) is not null;

    private static Text Year(Key<Plan> plan, Key<Indicator> indicator, int year, RegistryView view)
    {
        var (name, of) = (view.Indicator(indicator)?.Name ?? indicator.ToString(), Plan(plan, view));
        return new($"{of.Zh}“{name}”{year}年", $"{name}, {year}, of {of.En}");
    }

    private static Text Plan(Key<Plan> key, RegistryView view) => view.Plan(key)?.Named ?? (Text)key.ToString();

    /// <summary>Null of a plan that is not in the view: for who sees a part of a district it is not there.</summary>
    private static Text? Named(Type type, string key, RegistryView view) =>
        view.Chain.FirstOrDefault(d => key.StartsWith(d.District.Value, StringComparison.Ordinal))
            ?.FindByKey(type, key[(key.IndexOf(':') + 1)..]) is { } record
            ? Of(record, view)
            : type == typeof(Plan) ? view.Plan(new Key<Plan>(DistrictCode.Parse(key[..6]), key[7..]))?.Named : (Text)key;
}
