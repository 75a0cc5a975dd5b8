using System.Globalization;

namespace GraphQLEngine.Http;

/// <summary>Content negotiation (GraphQL over HTTP, Media Types; RFC 9110 section 12.5.1).</summary>
internal static class MediaTypes
{
    public const string GraphQL = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";

    // In the order of preference among equals: application/json first, because */* comes from clients that know nothing else.
    private static readonly string[] Supported = [Json, GraphQL, EventStream];

    /// <summary>The media type to answer with, or null where the client takes none that we have.</summary>
    public static string? Negotiate(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept))
            return Json;
        if (accept is Json or GraphQL)
            return accept;
        string? best = null;
        var bestQuality = 0.0;
        var bestPlace = int.MaxValue;
        var ranges = accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var type in Supported)
        {
            var (quality, place) = QualityOf(type, ranges);
            // Equal quality: what the client names first; wildcards leave the choice to us.
            if (quality > bestQuality || (quality == bestQuality && quality > 0 && place < bestPlace))
                (best, bestQuality, bestPlace) = (type, quality, place);
        }
        return best;
    }

    // The most specific range decides about a type.
    private static (double Quality, int Place) QualityOf(string type, string[] ranges)
    {
        var (quality, place, specificity) = (0.0, int.MaxValue, -1);
        for (var i = 0; i < ranges.Length; i++)
        {
            var parts = ranges[i].Split(';', StringSplitOptions.TrimEntries);
            var match = parts[0].ToLowerInvariant() switch
            {
                var exact when exact == type => 2,
                "application/*" when type.StartsWith("application/", StringComparison.Ordinal) => 1,
                "text/*" when type == EventStream => 1,
                "*/*" => 0,
                _ => -1,
            };
            if (match <= specificity || !AcceptsUtf8(parts))
                continue;
            (quality, place, specificity) = (Quality(parts), match == 2 ? i : int.MaxValue, match);
        }
        return (quality, place);
    }

    private static double Quality(string[] parts)
    {
        foreach (var part in parts.Skip(1))
        {
            if (part.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
                return double.TryParse(part.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? Math.Clamp(quality, 0, 1) : 0;
        }
        return 1;
    }

    private static bool AcceptsUtf8(string[] parts) =>
        parts.Skip(1).All(part => !part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) || IsUtf8(part));

    /// <summary>Whether a request body is JSON in UTF-8.</summary>
    public static bool IsJson(string contentType)
    {
        if (contentType == Json)
            return true;
        var parts = contentType.Split(';', StringSplitOptions.TrimEntries);
        return parts[0].Equals(Json, StringComparison.OrdinalIgnoreCase)
            && parts.Skip(1).All(part => !part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) || IsUtf8(part));
    }

    private static bool IsUtf8(string part) => part["charset=".Length..].Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
