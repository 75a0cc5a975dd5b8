using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>Writes the access journal, in the transaction of what it tells.</summary>
internal static class AccessJournal
{
    private const int MostOfAName = 200;

    public static void Note(this IAccessRows rows, DateTimeOffset at, AccessEvent happened, Account? by, string? name = null,
        string? about = null, DistrictCode? district = null, string? address = null) =>
        rows.Append(JournalEntry.After(rows.LastEntry(), new JournalEntry
        {
            Seq = 0, At = Moment.Truncate(at), Event = happened, Actor = by?.Id, Name = Short(by?.Name ?? name), About = about,
            District = district ?? by?.District, Address = address, PreviousHash = "", Hash = "",
        }));

    private static string? Short(string? name) => name?.Length > MostOfAName ? name[..MostOfAName] : name;
}
