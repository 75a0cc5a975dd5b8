using System.Security.Cryptography;
using System.Text;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Server.Workbooks;

/// <summary>A workbook that somebody has sent, or is to fetch.</summary>
public sealed record ShelvedWorkbook(string Name, byte[] Bytes, DateTimeOffset At);

/// <summary>
/// Holds the workbooks that were sent, in memory and for an hour: named by their content and seen by nobody but who sent them. The oldest
/// goes where there is no room; whoever comes later sends it again, under the same name.
/// </summary>
public sealed class WorkbookShelf(TimeProvider clock)
{
    private const long MostBytes = 64L * 1024 * 1024;
    private const int MostOfOne = 6;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock turn = new();
    private readonly Dictionary<(string Owner, string Id), ShelvedWorkbook> all = [];

    /// <returns>Its id: the hash of its name and its bytes.</returns>
    public string Put(Caller caller, string name, byte[] bytes)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0, .. bytes]));
        lock (turn)
        {
            all[(OwnerOf(caller), id)] = new ShelvedWorkbook(name, bytes, clock.GetUtcNow());
            Clear(OwnerOf(caller));
        }
        return id;
    }

    /// <summary>Null where the caller has sent no such workbook, or longer ago.</summary>
    public ShelvedWorkbook? Find(Caller caller, string id)
    {
        lock (turn)
        {
            return all.TryGetValue((OwnerOf(caller), id), out var found) && found.At + Kept > clock.GetUtcNow() ? found : null;
        }
    }

    private void Clear(string owner)
    {
        var oldest = all.OrderBy(e => e.Value.At).ToList();
        var (bytes, own) = (all.Values.Sum(w => (long)w.Bytes.Length), all.Keys.Count(k => k.Owner == owner));
        foreach (var (key, workbook) in oldest)
        {
            if (workbook.At + Kept <= clock.GetUtcNow() || bytes > MostBytes || (own > MostOfOne && key.Owner == owner))
            {
                all.Remove(key);
                bytes -= workbook.Bytes.Length;
                own -= key.Owner == owner ? 1 : 0;
            }
        }
    }

    private static string OwnerOf(Caller caller) => caller.Account?.Id ?? $"{caller.Role}";
}
