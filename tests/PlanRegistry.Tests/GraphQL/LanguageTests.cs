using System.Net.Http.Json;
using System.Text.Json;

namespace PlanRegistry.Tests.GraphQL;

public sealed class LanguageTests : ServerTest
{
    private const string Question = """{ rule(code: "CAT-001") { sentence } }""";

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "专项")]
    [InlineData("en-GB,en;q=0.9", "special")]
    [InlineData("de, en;q=0.4, zh;q=0.2", "special")]
    [InlineData("de", "专项")]
    [InlineData("en;q=0", "专项")]
    [InlineData("!!", "专项")]
    [InlineData(null, "专项")]
    public async Task A_sentence_is_told_in_the_language_that_the_request_likes_best(string? accepted, string word)
    {
        (await Ask(Question, accepted)).Should().Contain(word);
    }

    [Fact]
    public async Task A_field_that_is_asked_for_a_language_has_that_one()
    {
        (await Ask("""{ rule(code: "CAT-001") { sentence(language: EN) } }""", "zh")).Should().Contain("special");
    }

    [Fact]
    public async Task A_refusal_is_told_in_it_too()
    {
        const string mutation = """
            mutation {
              recordAct(input: { district: "500154", plan: "NO-SUCH", type: PUBLISHED, on: "2026-06-29" }) { problems { message } }
            }
            """;

        (await Ask(mutation, "en")).Should().Contain("is not known").And.NotContain("没有");
    }

    private async Task<string> Ask(string query, string? language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }
        using var answer = await Http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").ToString();
    }
}
