using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Conformance;

/// <summary>
/// Where someone who watches findings stands: the day and the ledger heads on
/// which they were judged last. Written, it is the cursor, opaque to clients.
/// </summary>
public sealed record FindingCursor(DateOnly Day, Vector Vector)
{
    private const string List = "findingChanged";

    /// <summary>Its vector as it is sealed: whether it is this registry's, who asks it looks.</summary>
    public static bool TryParse(string text, out (DateOnly Day, string Vector) cursor)
    {
        cursor = default;
        if (!Cursor.TryRead(text, out var parts) || parts.List != List || !Vector.TryParse(parts.Vector.Split(" #")[0], out _)
            || !DateOnly.TryParseExact(parts.Position, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }
        cursor = (day, parts.Vector);
        return true;
    }

    public string Write(Registry registry) =>
        Cursor.Write(List, registry.Sealed(Vector), Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
