using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>
/// A global id, opaque to clients: the type, the district it is seen from, the district that holds it, its code there,
/// and the day and moment when these were asked for, so that a client's cache never merges two days.
/// </summary>
public sealed record NodeId(string Type, DistrictCode Viewer, DistrictCode Home, string Code, DateOnly? AsOf, DateTimeOffset? KnownAt)
{
    private const char Separator = '\n';

    public static string Of(Scope scope, string type, DistrictCode home, string code) =>
        new NodeId(type, scope.View.Code, home, code, scope.GivenAsOf, scope.GivenKnownAt).ToString();

    public static bool TryParse(string text, out NodeId id)
    {
        id = null!;
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        }
        catch (FormatException)
        {
            return false;
        }
        if (parts.Length != 6 || !DistrictCode.TryParse(parts[1], out var viewer) || !DistrictCode.TryParse(parts[2], out var home)
            || !TryDay(parts[4], out var asOf) || !TryMoment(parts[5], out var knownAt))
        {
            return false;
        }
        id = new NodeId(parts[0], viewer, home, parts[3], asOf, knownAt);
        return true;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator,
            Type, Viewer, Home, Code, AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            KnownAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))));

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
        return text.Length == 0 || day is not null;
    }

    private static bool TryMoment(string text, out DateTimeOffset? moment)
    {
        moment = DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var value) ? value : null;
        return text.Length == 0 || moment is not null;
    }
}
