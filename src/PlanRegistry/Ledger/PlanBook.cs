using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>The plans of a view: real ones, and stubs that no real plan of equal code (else title, kind and horizon) hides.</summary>
internal sealed class PlanBook
{
    private readonly Dictionary<Key<Plan>, Plan> plans;
    private readonly Dictionary<Key<Plan>, SuperiorPlan> stubs = [];
    private readonly Dictionary<Key<Plan>, Key<Plan>> hidden = [];

    public PlanBook(IEnumerable<Plan> recorded, IEnumerable<SuperiorPlan> superiors)
    {
        plans = recorded.ToDictionary(p => p.Key);
        var unknown = superiors.Where(s => !plans.ContainsKey(s.Key)).ToList();
        var byContent = unknown.Count == 0 ? []
            : plans.Values.GroupBy(p => (p.Home, TitleKey.Of(p.Title), p.Kind, p.Horizon)).ToDictionary(g => g.Key, g => g.First().Key);
        foreach (var stub in unknown)
        {
            if (byContent.TryGetValue((stub.District, TitleKey.Of(stub.Title), stub.Kind, stub.Horizon), out var real))
            {
                hidden[stub.Key] = real;
            }
            else
            {
                stubs.TryAdd(stub.Key, stub);
            }
        }
        foreach (var stub in stubs.Values)
        {
            plans.Add(stub.Key, AsPlan(stub));
        }
    }

    public IReadOnlyCollection<Plan> All => plans.Values;

    public Plan? Find(Key<Plan> key) => plans.GetValueOrDefault(Canonical(key));

    public SuperiorPlan? Stub(Key<Plan> key) => stubs.GetValueOrDefault(key);

    public Key<Plan> Canonical(Key<Plan> key) => hidden.Count == 0 ? key : hidden.GetValueOrDefault(key, key);

    private static Plan AsPlan(SuperiorPlan stub) => new()
    {
        Home = stub.District,
        RecordCode = stub.RecordCode,
        Seq = stub.Seq,
        RecordedAt = stub.RecordedAt,
        Code = stub.Code,
        Title = stub.Title,
        Kind = stub.Kind,
        Tier = stub.District.Tier,
        LeadAgency = stub.Issuer,
        HorizonFrom = stub.HorizonFrom,
        HorizonTo = stub.HorizonTo,
        Importance = Importance.Ordinary,
        Secrecy = Secrecy.Public,
    };
}
