using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>上次查看: up to which entry somebody has looked at a district, and when.</summary>
public sealed record Sighting(string Account, DistrictCode District, int Seq, DateTimeOffset At);

/// <summary>Keeps up to where each account has looked: moved by nothing but its own word.</summary>
public sealed class LastSeen(IAccessStorage storage, Registry registry, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Sighting? Of(Account account, DistrictCode district) => storage.Read(rows => rows.Seen(account.Id, district));

    /// <summary>Null, and a problem, of a district or an entry that is not there for who asks.</summary>
    public (Sighting? Seen, Problem? Problem) Mark(Caller caller, string district, int seq)
    {
        if (!DistrictCode.TryParse(district, out var code) || registry.View(code) is not { District: not null } view || !caller.Sees(view))
        {
            return (null, AccessWords.UnknownDistrict(district));
        }
        if (seq < 1 || seq > registry.Head(code))
        {
            return (null, new Problem(ProblemCode.InvalidValue,
                new($"台账序号应为1至{registry.Head(code)}。", $"The ledger number is to be 1 to {registry.Head(code)}."), ["seq"]));
        }
        var seen = new Sighting(caller.Account!.Id, code, seq, clock.GetUtcNow());
        return RequestErrors.Telling(() => storage.Write(Patience, rows =>
        {
            rows.Save(seen);
            return ((Sighting?)seen, default(Problem));
        }));
    }
}
