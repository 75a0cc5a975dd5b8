using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// Wrong passwords that were tried for one name from one place: so many are free, each after that pauses what comes from there.
/// </summary>
internal sealed record Attempts(string Key, int Free)
{
    /// <summary>So many wrong passwords for one name from one address, or one known browser, are free.</summary>
    private const int FreeFromAPlace = 5;

    /// <summary>And so many from everywhere: more than one who mistypes needs, few for one who tries.</summary>
    private const int FreeFromAll = 50;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>
    /// A browser in which the account was signed in before counts by itself; else the address does, and all that is tried from anywhere. So
    /// nobody shuts a colleague out, from the next desk or from the whole net.
    /// </summary>
    public static IReadOnlyList<Attempts> ToSignIn(IAccessRows rows, string name, Place place) =>
        place.Held is { } held && rows.Session(held) is { } session && rows.Account(session.Account)?.NameKey == TitleKey.Of(name)
            ? [new(KeyOf(name, held), FreeFromAPlace)]
            : [new(KeyOf(name, place.Address), FreeFromAPlace), new(KeyOf(name, null), FreeFromAll)];

    /// <summary>Of one's own password, where one is signed in already: whoever sits at a browser left open has few.</summary>
    public static Attempts Signed(Account account) => new(KeyOf(account.Name, "signed in"), FreeFromAPlace);

    public bool IsPaused(IAccessRows rows, DateTimeOffset now) => rows.Failures(Key) is { } failures
        && failures.Count >= Free && now - failures.LastAt < Pause(failures.Count - Free);

    public void Count(IAccessRows rows, DateTimeOffset now)
    {
        var known = rows.Failures(Key);
        rows.Save(new SignInFailures(Key, known is null || known.LastAt < now - LongestPause ? 1 : known.Count + 1, now));
    }

    public void Forgive(IAccessRows rows, DateTimeOffset now) => rows.Save(new SignInFailures(Key, 0, now));

    /// <summary>A pause that doubles, up to a quarter of an hour.</summary>
    private static TimeSpan Pause(int beyond) => beyond > 4 ? LongestPause : TimeSpan.FromMinutes(1 << beyond);

    private static string KeyOf(string name, string? place)
    {
        using var hash = new TextHash();
        return hash.Add(TitleKey.Of(name)).Add(place).ToHex();
    }
}
