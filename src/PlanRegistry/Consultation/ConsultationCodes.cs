using System.Globalization;

namespace PlanRegistry.Consultation;

/// <summary>The next code of a row that is given none: what it hangs on, a letter, and a number.</summary>
public static class ConsultationCodes
{
    public static string Next(string prefix, IEnumerable<string> taken, string form = "0") =>
        prefix + (taken.Where(c => c.StartsWith(prefix, StringComparison.Ordinal))
            .Select(c => int.TryParse(c.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty(0).Max() + 1).ToString(form, CultureInfo.InvariantCulture);
}
