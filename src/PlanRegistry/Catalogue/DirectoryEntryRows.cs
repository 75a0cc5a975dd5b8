using System.Globalization;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>directory_entries.csv: numbered by their rows where they have no code; a horizon has both its years.</summary>
internal static class DirectoryEntryRows
{
    private static readonly RecordShape Shape = RecordShape.Of<DirectoryEntry>();
    private static readonly Column From = Shape.Of(nameof(DirectoryEntry.HorizonFrom));
    private static readonly Column To = Shape.Of(nameof(DirectoryEntry.HorizonTo));

    public static PackTable Table { get; } = new(Shape)
    {
        Defaults = [(Shape.Of(nameof(DirectoryEntry.Code)), row => row.Ordinal.ToString(CultureInfo.InvariantCulture))],
        CheckRow = row =>
        {
            if (!row.IsRefusedIn(From) && !row.IsRefusedIn(To) && row[From] is null != row[To] is null)
            {
                row.Refuse(row[From] is null ? From : To, row[From] is null ? Refusals.Needs(To, From) : Refusals.Needs(From, To));
            }
        },
    };
}
