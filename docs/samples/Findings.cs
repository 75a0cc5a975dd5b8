using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PlanRegistry.Samples;

/// <summary>All findings of a district, a line each, for who holds a token. No package.</summary>
public sealed class Findings(Uri address, string token) : IDisposable
{
    private const string Query = """
        query($district: String!, $after: String) {
          district(code: $district) {
            findings(first: 100, after: $after) {
              nodes { rule { code } sentence }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
        """;

    private readonly HttpClient client = new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token), AcceptLanguage = { new("zh") } },
    };

    public async IAsyncEnumerable<string> Of(string district)
    {
        string? after = null;
        do
        {
            using var response = await client.PostAsJsonAsync("/graphql", new { query = Query, variables = new { district, after } });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (answer.TryGetProperty("errors", out var errors))
            {
                var (code, message) = (errors[0].GetProperty("extensions").GetProperty("code"), errors[0].GetProperty("message"));
                throw new InvalidOperationException($"{code}: {message}");
            }
            var page = answer.GetProperty("data").GetProperty("district").GetProperty("findings");
            foreach (var finding in page.GetProperty("nodes").EnumerateArray())
            {
                yield return $"{finding.GetProperty("rule").GetProperty("code")} {finding.GetProperty("sentence")}";
            }
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
    }

    public void Dispose() => client.Dispose();
}
