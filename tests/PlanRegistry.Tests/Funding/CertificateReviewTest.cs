using System.Net.Http;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Funding;

/// <summary>Two finance accounts, and what they do with certificates.</summary>
public abstract class CertificateReviewTest : AccessTest
{
    protected const string Shown = "number verifyCode status verdict verification preparedBy reviewedBy preparedAt issuedAt seq "
        + "planTitle review { result by reason } revocation { on reason } replacedBy qrCode { address size path }";

    protected HttpClient preparer = null!, reviewer = null!;

    protected async Task HaveTwo(string one = "王建国", string other = "李明")
    {
        Have(one, Role.Finance);
        Have(other, Role.Finance);
        (preparer, reviewer) = (await SignedIn(one), await SignedIn(other));
    }

    protected static object Line(string plan = "SPE-2021-12", bool? anyVerdict = null, string purpose = "IMPLEMENTATION",
        string? on = "2026-06-30", string? replaces = null) =>
        new { plan, purpose, money = "DISTRICT", project = "道路(示例)", amount = "120000.50", on, anyVerdict, replaces };

    protected static async Task<JsonElement> Run(HttpClient client, string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await Asked(client, $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ seq problems {{ code message path }} "
            + $"fundingCertificates {{ {Shown} }} }} }}", new { input });
        return answer.TryGetProperty("errors", out var errors) ? errors[0] : answer.At("data." + mutation);
    }

    protected Task<JsonElement> Prepare(params object[] lines) =>
        Run(preparer, "issueFundingCertificates", new { district = "500154", lines });

    protected static Task<JsonElement> Sign(HttpClient client, params string?[] numbers) =>
        Run(client, "signFundingCertificates", new { district = "500154", numbers });

    protected async Task<string> Prepared(params object[] lines) =>
        (await Prepare(lines is [] ? [Line()] : lines)).Text("fundingCertificates.0.number")!;

    protected static async Task<JsonElement> Certificates(HttpClient client, string filter) => (await Asked(client,
        $"{{ district(code: \"500154\") {{ certificates(first: 100, filter: {{ {filter} }}) {{ totalCount nodes {{ {Shown} }} }} }} }}"))
        .At("data.district.certificates");
}
