using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>What the section GraphQL changes in a running server.</summary>
public sealed class ConfiguredServerTests() : ServerTest(
    ("GraphQL:Limits:MaxDepth", "2"),
    ("GraphQL:Limits:MaxBatch", "2"),
    ("GraphQL:Introspection", "NONE"),
    ("GraphQL:AllowEmptySelections", "true"),
    ("GraphQL:HttpStatusDraft", "2026"),
    ("GraphQL:TrustedDocuments", Documents.FullName))
{
    private const string Trusted = "query Names { districts(first: 3) { nodes { name } } }";

    private static readonly DirectoryInfo Documents = Write();

    private static DirectoryInfo Write()
    {
        var folder = Directory.CreateTempSubdirectory("plan-registry-tests-");
        System.IO.File.WriteAllText(Path.Combine(folder.FullName, "names.graphql"), "query Code { district(code: \"500154\") { code } }");
        return folder;
    }

    private async Task<(int Status, string Body)> Send(object request)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_lower_depth_is_refused_with_the_status_of_the_draft_of_2026()
    {
        var (status, body) = await Send(new { query = Trusted });

        status.Should().Be((int)HttpStatusCode.UnprocessableEntity);
        body.Should().Contain("is nested deeper than 2 levels.").And.Contain("District.name");
    }

    [Fact]
    public async Task Introspection_is_refused()
    {
        var (_, body) = await Send(new { query = "{ __schema { description } }" });

        body.Should().Contain("Introspection is not allowed: ");
    }

    [Fact]
    public async Task Empty_selections_are_allowed() =>
        (await Send(new { query = "{ district(code: \"500154\") { } }" })).Body.Should().Be("""{"data":{"district":{}}}""");

    [Fact]
    public async Task Arrays_run_up_to_their_length()
    {
        var one = new { query = "{ district(code: \"500154\") { code } }" };

        (await Send(new[] { one, one })).Body
            .Should().Be("""[{"data":{"district":{"code":"500154"}}},{"data":{"district":{"code":"500154"}}}]""");
        (await Send(new[] { one, one, one })).Body.Should().Contain("at most 2");
    }

    [Fact]
    public async Task A_trusted_document_runs_by_its_hash()
    {
        var text = System.IO.File.ReadAllBytes(Path.Combine(Documents.FullName, "names.graphql"));

        (await Send(new { documentId = Convert.ToHexStringLower(SHA256.HashData(text)) })).Body
            .Should().Be("""{"data":{"district":{"code":"500154"}}}""");
    }
}
