using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Access;

/// <summary>Me: who asks, and what they may do.</summary>
public sealed class MeNode(Caller caller, Accounts accounts, Callers callers, Registry registry, LastSeen lastSeen,
    AccessSettings settings)
{
    /// <summary>Of a district, their own where none is named; null for who has no account or has not looked yet.</summary>
    internal Sighting? Seen(string? district) => caller.Account is { } account
        ? lastSeen.Of(account, district is null ? account.District : DistrictCode.Parse(district)) : null;

    public string Name => caller.Actor.Name;
    public Role Role => caller.Role;
    public string? District => caller.Account?.District.Value;
    public string? DistrictName => caller.Account is { } account ? registry.View(account.District)?.District?.Name : null;
    public string? Agency => caller.Account?.Agency;
    public string? AgencyName => caller.Account?.AgencyKey is { } key ? registry.View(key.District)?.Agency(key)?.Name : null;
    public bool Demonstration => callers.IsDemonstration;

    public bool Factor => caller.Account?.HasFactor == true;
    public bool FactorNeeded => caller.Held == Hold.Factor;
    public bool PasswordExpired => caller.Held == Hold.Password;
    public PartialDate? PasswordExpiresOn => caller.Account is { } account && settings.LastDayOf(account) is { } day ? day : null;
    public bool GrantNeeded => caller.Held == Hold.Grant;
    public AdminPost? Post => caller.Account?.Post;

    public DateTimeOffset? PreviousSignInAt => caller is { Account: { } account, Session: { } hash }
        && accounts.Sessions(account).FirstOrDefault(s => s.Hash == hash)?.PreviousAt is { } at ? Calendar.InShanghai(at) : null;

    /// <summary>Coordinates, such as Mutation.recordAct.</summary>
    public IReadOnlyList<string> May => [.. Permissions.Table.Keys.Where(caller.May)];

    public IReadOnlyList<SessionNode> Sessions => caller is { Account: { } account, Session: not null }
        ? [.. accounts.Sessions(account).Select(s => new SessionNode(s, caller))] : [];
}

public sealed class SessionNode(AccessSession session, Caller caller)
{
    public DateTimeOffset SignedInAt => Calendar.InShanghai(session.MadeAt);
    public DateTimeOffset SeenAt => Calendar.InShanghai(session.SeenAt);
    public string? Address => session.Address;
    public string? Agent => session.Agent;
    public bool Current => session.Hash == caller.Session;
}

public sealed class AccountNode(Account account)
{
    public string Id => account.Id;
    public string Name => account.Name;
    public Role Role => account.Role;
    public string District => account.District.Value;
    public string? Agency => account.Agency;
    public AdminPost? Post => account.Post;
    public DateTimeOffset MadeAt => Calendar.InShanghai(account.MadeAt);
    public DateTimeOffset? GrantedAt => account.GrantedAt is { } at ? Calendar.InShanghai(at) : null;
    public DateTimeOffset? SignedInAt => account.SignedInAt is { } at ? Calendar.InShanghai(at) : null;
    public string? Successor => account.Successor;
    public string? Subject => account.Subject;
    public bool Factor => account.HasFactor;
    public DateTimeOffset? EndedAt => account.EndedAt is { } at ? Calendar.InShanghai(at) : null;
}

public sealed class MachineTokenNode(MachineToken token)
{
    public string Id => token.Id;
    public string Name => token.Name;
    public Role Role => token.Role;
    public string District => token.District.Value;
    public string? Agency => token.Agency;
    public DateTimeOffset MadeAt => Calendar.InShanghai(token.MadeAt);
    public DateTimeOffset ExpiresAt => Calendar.InShanghai(token.ExpiresAt);
    public DateTimeOffset? UsedAt => token.UsedAt is { } at ? Calendar.InShanghai(at) : null;
    public DateTimeOffset? RevokedAt => token.EndedAt is { } at ? Calendar.InShanghai(at) : null;
}

/// <param name="names">What accounts and tokens are called that entries are about.</param>
public sealed class JournalEntryNode(JournalEntry entry, IReadOnlyDictionary<string, string> names)
{
    /// <summary>The account or token that it may be about: what was granted stands behind it.</summary>
    internal static string? IdIn(JournalEntry entry) => entry.About?.Split(' ')[0];

    public int Seq => entry.Seq;
    public DateTimeOffset At => Calendar.InShanghai(entry.At);
    public AccessEvent Event => entry.Event;
    public string? Actor => entry.Actor;
    public string? Name => entry.Name;
    public string? About => entry.About;
    /// <summary>What it was about, in words.</summary>
    internal Text? Told => IdIn(entry) is { } id && names.TryGetValue(id, out var name) ? (Text)name : JournalWords.Of(entry);
    public string? District => entry.District?.Value;
    public string? Address => entry.Address;
    public string PreviousHash => entry.PreviousHash;
    public string Hash => entry.Hash;
}
