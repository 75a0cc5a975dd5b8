using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>日历订阅: an address at which an agency's duties are a calendar. What stands in it is kept as its sha256.</summary>
public sealed record CalendarFeed
{
    public required string Hash { get; init; }
    public required string Account { get; init; }
    public required DistrictCode District { get; init; }

    /// <summary>Its code.</summary>
    public required string Agency { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Gives such addresses, told once: a new one ends the account's one before for the agency.</summary>
public sealed class CalendarFeeds(IAccessStorage storage, Registry registry, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static string AddressOf(string key) => $"/calendar/{key}.ics";

    /// <param name="agency">By code, name or alias; a department's own where none is named.</param>
    public (string? Key, Problem? Problem) Renew(Caller caller, string district, string? agency)
    {
        var account = caller.Account!;
        if (!DistrictCode.TryParse(district, out var code) || registry.View(code) is not { District: not null } view || !caller.Sees(view))
        {
            return (null, AccessWords.UnknownDistrict(district));
        }
        var named = agency ?? account.Agency ?? "";
        if (view.Own.Of<Agency>().FirstOrDefault(a => AgencyNames.Fits(a, named)) is not { } found
            || (account.Role == Role.Department && found.Key != account.AgencyKey))
        {
            return (null, AccessWords.UnknownAgency(named));
        }
        var (key, now) = (AccessKeys.Make(), clock.GetUtcNow());
        return RequestErrors.Telling(() => storage.Write(Patience, rows =>
        {
            rows.EndCalendars(account.Id, found.Code, now);
            rows.Save(new CalendarFeed
            {
                Hash = AccessKeys.Hash(key), Account = account.Id, District = code, Agency = found.Code, MadeAt = now,
            });
            rows.Note(now, AccessEvent.CalendarRenewed, account, about: found.Code, district: code);
            return ((string?)key, default(Problem));
        }));
    }

    /// <summary>Whose it is; null where it is worth nothing (any more), as with an account that has ended.</summary>
    public (CalendarFeed Feed, Account Account)? Find(string key) => storage.Read(rows =>
        rows.Calendar(AccessKeys.Hash(key)) is { EndedAt: null } feed && rows.Account(feed.Account) is { IsEnded: false } account
            ? (feed, account) : default((CalendarFeed, Account)?));
}
