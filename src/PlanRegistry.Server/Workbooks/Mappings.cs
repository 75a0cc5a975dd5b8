using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What was said of one shape of workbook: what columns hold whose headings do not say it, and whom cells mean.</summary>
/// <param name="Agency">Of a department or of finance: its agency; '' of the reform commission.</param>
/// <param name="Shape"><see cref="SheetRead.Shape"/>.</param>
public sealed record WorkbookMapping(DistrictCode District, string Agency, string Shape, SheetMemory Said, DateTimeOffset UsedAt);

/// <summary>Remembers what was said of a workbook's columns, for the office that said it, until it has not been used for long.</summary>
public sealed class Mappings(IAccessStorage storage, TimeProvider clock)
{
    /// <summary>An office has some shapes of workbook, not hundreds.</summary>
    public const int MostOfOne = 50;

    /// <summary>A list is made once a year.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(800);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>By shape; nothing of another district, which a superior sees and does not write for.</summary>
    public IReadOnlyDictionary<string, SheetMemory> Of(Caller caller, DistrictCode district)
    {
        var since = clock.GetUtcNow() - Kept;
        return (IsOwn(caller, district) ? storage.Read(rows => rows.Mappings(district, AgencyOf(caller))) : [])
            .Where(m => m.UsedAt >= since).ToDictionary(m => m.Shape, m => m.Said, StringComparer.Ordinal);
    }

    /// <summary>Of what was written: what its sender has said, and that what was remembered was used.</summary>
    internal void Keep(Caller caller, DistrictCode district, WorkbookReading reading)
    {
        var (agency, now) = (AgencyOf(caller), clock.GetUtcNow());
        var used = reading.Sheets.Where(s => s.Shape is not null && (s.IsSaid || s.IsRemembered)).ToList();
        if (used.Count == 0)
        {
            return;
        }
        try
        {
            storage.Write(Patience, rows =>
            {
                foreach (var sheet in used)
                {
                    if (sheet.Said.Count + sheet.SaidAgencies.Count == 0)
                    {
                        rows.RemoveMapping(district, agency, sheet.Shape!);
                        continue;
                    }
                    rows.Save(new WorkbookMapping(district, agency, sheet.Shape!, new(sheet.Said, sheet.SaidAgencies), now));
                }
                rows.TrimMappings(district, agency, now - Kept, MostOfOne);
                return true;
            });
        }
        catch (StorageException)
        {
            // The workbook is written, and that is what is answered: its columns are said once more the next time.
        }
    }

    /// <returns>Whether there was one.</returns>
    public bool Forget(Caller caller, DistrictCode district, string shape) =>
        IsOwn(caller, district) && storage.Write(Patience, rows => rows.RemoveMapping(district, AgencyOf(caller), shape));

    /// <summary>Whoever has no account, before there is one, writes for every district.</summary>
    public static bool IsOwn(Caller caller, DistrictCode district) => caller.Account is not { } account || account.District == district;

    private static string AgencyOf(Caller caller) => caller.Role switch
    {
        Role.Department => caller.Account!.Agency!,
        Role.Finance => caller.Account!.Agency ?? Names.Of(Role.Finance),
        _ => "",
    };
}
