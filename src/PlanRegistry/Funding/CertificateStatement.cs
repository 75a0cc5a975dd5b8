using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>
/// What a certificate's hash covers: canonical JSON (sorted keys, decimals as strings, codes and record ids, no sentences).
/// </summary>
public static class CertificateStatement
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="form">The certificate's own fields; its statement and hash are not read.</param>
    public static string Of(FundingEligibility eligibility, FundingCertificate form)
    {
        var says = new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["amount"] = form.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["budgetYear"] = form.BudgetYear,
            ["money"] = Names.Of(form.Money),
            ["number"] = form.Number,
            ["on"] = form.On.ToString(),
            ["plan"] = form.Plan.ToString(),
            ["preparedBy"] = form.PreparedBy,
            ["project"] = form.Project,
            ["purpose"] = Names.Of(form.Purpose),
            ["reasons"] = eligibility.Reasons.Select(Reason).ToList(),
            ["replaces"] = form.Replaces,
            ["reviewedBy"] = form.ReviewedBy,
            ["rules"] = form.RulesVersion,
            ["validUntil"] = form.ValidUntil.ToString(),
            ["vector"] = form.Vector,
            ["verdict"] = Names.Of(eligibility.Verdict),
        };
        if (form.Preparer is { } account)
        {
            // What was issued before has none, and is worded as it was.
            says["preparer"] = account;
        }
        return JsonSerializer.Serialize(says, Canonical);
    }

    public static string HashOf(string statement) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statement)));

    /// <summary>The first 8 characters of the hash in base32 (RFC 4648).</summary>
    public static string VerifyCode(string hash)
    {
        var bytes = Convert.FromHexString(hash[..10]);
        var bits = bytes.Aggregate(0UL, (all, one) => (all << 8) | one);
        return string.Concat(Enumerable.Range(0, 8).Select(i => Base32[(int)(bits >> (35 - (5 * i))) & 31]));
    }

    private static SortedDictionary<string, object?> Reason(FundingReason reason) => new(StringComparer.Ordinal)
    {
        ["basis"] = reason.Basis.Select(b => $"{b.Document} {b.Clause}").ToList(),
        ["code"] = Names.Of(reason.Code),
        ["finding"] = reason.Finding is { } f ? Finding(f) : null,
        ["verdict"] = Names.Of(reason.Verdict),
    };

    private static SortedDictionary<string, object?> Finding(Finding finding) => new(StringComparer.Ordinal)
    {
        ["facts"] = finding.Facts.Where(f => f.Record is not null).Select(f => $"{f.Name} {f.Record}").ToList(),
        ["key"] = finding.Key,
        ["severity"] = Names.Of(finding.Severity),
        ["verdict"] = Names.Of(finding.Verdict),
    };
}
