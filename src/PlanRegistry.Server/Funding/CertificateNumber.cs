using System.Text.RegularExpressions;

namespace PlanRegistry.Server.Funding;

/// <summary>500154-2026-000012: district, year, serial.</summary>
public static partial class CertificateNumber
{
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"\A[0-9]{6}-[0-9]{4}-[0-9]{6}\z")]
    private static partial Regex Form();
}
