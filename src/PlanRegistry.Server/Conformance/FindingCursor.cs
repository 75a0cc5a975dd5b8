using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

/// <summary>
/// Where someone who watches findings stands: the day and the ledger heads on
/// which they were judged last. Written, it is the cursor, opaque to clients.
/// </summary>
public sealed record FindingCursor(DateOnly Day, Vector Vector)
{
    private const string List = "findingChanged";

    public static bool TryParse(string text, out FindingCursor cursor)
    {
        cursor = null!;
        if (!Cursor.TryRead(text, out var parts) || parts.List != List || !Vector.TryParse(parts.Vector, out var vector)
            || !DateOnly.TryParseExact(parts.Position, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }
        cursor = new FindingCursor(day, vector);
        return true;
    }

    public override string ToString() => Cursor.Write(List, Vector.ToString(), Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
