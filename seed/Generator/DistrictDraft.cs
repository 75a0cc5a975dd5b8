using System.Globalization;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>A district while it is generated: its records so far, and the words to add more.</summary>
internal sealed class DistrictDraft
{
    private readonly List<Record> records = [];
    private readonly Dictionary<(string Series, int Year), int> numbers = [];
    private readonly HashSet<RecordId> taken = [];

    public DistrictDraft(DistrictCode code, string name, DistrictCode? superior, Chance chance, Superiors superiors)
    {
        (Code, Name, Chance, Superiors) = (code, name, chance, superiors);
        Add(new District { Home = code, Code = code, Name = name, Tier = code.Tier, Superior = superior });
        // Written out whole, so that nothing is left to the day on which the ledger begins.
        foreach (var row in PolicyKeys.Defaults(code, World.RecordsFrom))
        {
            Add(row);
        }
    }

    public DistrictCode Code { get; }
    public string Name { get; }
    public Chance Chance { get; }
    public Superiors Superiors { get; }
    public IReadOnlyList<Record> Records => records;

    public Key<T> Key<T>(string code) => new(Code, code);

    public T Add<T>(T record) where T : Record
    {
        records.Add(record);
        return taken.Add(record.Id) ? record : throw new InvalidOperationException($"{record.Id} was generated twice.");
    }

    /// <summary>A document of the district, numbered on in its series: 示例第一区府发〔2021〕12号.</summary>
    public Key<Document> Document(
        string series, DateOnly on, string title, Key<Agency> issuer, string kind = "通知", params IReadOnlyList<Key<Plan>> plans)
    {
        var number = numbers[(series, on.Year)] = numbers.GetValueOrDefault((series, on.Year)) + 1;
        var text = $"{Name}{series}〔{on.Year}〕{number}号";
        return Add(new Document
        {
            Home = Code, Code = text, Number = text, Title = $"{title}(示例)", Issuer = issuer, Kind = kind, IssuedOn = on,
            Secrecy = Secrecy.Public,
            Plans = plans.Count > 0 ? plans : null,
        }).Key;
    }

    /// <summary>An act, when the generated world has lived to see it. Its id says plan, type and what it is about.</summary>
    public Act? Act(PlanDraft plan, ActType type, DateOnly on, Key<Agency>? agency, Func<Act, Act>? with = null)
    {
        var act = new Act { Home = Code, Code = "", Plan = plan.Key, Type = type, On = on, Agency = agency, About = ActAbout.Plan };
        act = with?.Invoke(act) ?? act;
        var about = act.About == ActAbout.Plan ? "" : "-" + Names.Of(act.About);
        var which = act.Against?.Within(Code) ?? (act.Year ?? act.Version)?.ToString(CultureInfo.InvariantCulture);
        act = act with { Code = $"{plan.Code}/{Names.Of(type)}{about}{(which is null ? "" : "-" + which)}" };
        return World.HasSeen(on) ? Add(act) : null;
    }
}
