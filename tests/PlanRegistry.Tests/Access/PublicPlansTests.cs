using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>公开目录 for who has no account: what is public, where policy says so, and nothing beside it.</summary>
public sealed class PublicPlansTests : AccessTest
{
    private const string Query = """
        query($district: String!) { publicPlans(district: $district) { name kind horizon { from to } leadAgency publishedOn
            progress { year on document } } }
        """;

    [Fact]
    public async Task Off_and_unknown_are_one_answer()
    {
        Have("张三", Role.ReformCommission);

        var off = await Asked(Client(), Query, new { district = "500154" });
        var unknown = await Asked(Client(), Query, new { district = "999999" });

        off.GetRawText().Should().Be("""{"data":{"publicPlans":null}}""").And.Be(unknown.GetRawText());
    }

    [Fact]
    public async Task Switched_on_it_tells_strangers_what_is_published_and_no_secret()
    {
        await Write(new RegisterDocument("OPEN", "区政府") { Title = "关于公开规划目录的通知（示例）", IssuedOn = "2026-06-01" });
        await Ask("""
            mutation { setPolicy(input: { district: "500154", key: "disclosure.public_directory", value: "on", from: "2026-06-02",
                document: "OPEN" }) { problems { message } } }
            """);
        var secret = (await Ask("""{ district(code: "500154") { plans(first: 100) { nodes { title secrecy } } } }"""))
            .At("district.plans.nodes").EnumerateArray().Where(p => p.Text("secrecy") != "PUBLIC").Select(p => p.Text("title")).ToList();
        Have("张三", Role.ReformCommission);

        var plans = (await Asked(Client(), Query, new { district = "500154" })).At("data.publicPlans").EnumerateArray().ToList();

        secret.Should().NotBeEmpty("the sample has some");
        plans.Should().HaveCountGreaterThan(10);
        plans.Select(p => p.Text("name")).Should().NotIntersectWith(secret);
        plans.Should().Contain(p => p.At("progress").GetArrayLength() > 0);
        (await Asked(Client(), """{ district(code: "500154") { name } }""")).At("errors.0.extensions.code").GetString()
            .Should().Be("UNAUTHENTICATED");
    }

    [Fact]
    public async Task There_is_no_field_beyond_these()
    {
        var types = await Ask("""
            { a: __type(name: "PublicPlan") { fields { name } } b: __type(name: "PublicProgress") { fields { name } } }
            """);

        types.Texts("a.fields", "name").Should().Equal("name", "kind", "horizon", "leadAgency", "publishedOn", "progress");
        types.Texts("b.fields", "name").Should().Equal("year", "on", "document");
    }
}
