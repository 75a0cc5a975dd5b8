using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>The one table names every field of the roots and of District, and holds for each role over HTTP, sockets and ids.</summary>
public sealed class PermissionTests : AccessTest
{
    private static readonly string[] Roots = ["Query", "Mutation", "Subscription", "District"];
    private static readonly Role[] Held = [Role.ReformCommission, Role.Department, Role.Finance, Role.Audit, Role.Admin, Role.Public];

    [Fact]
    public async Task The_table_names_what_the_schema_has_and_nothing_else() =>
        (await Coordinates()).Select(c => c.Name).Should().BeEquivalentTo(Permissions.Table.Keys);

    [Fact]
    public void Nobody_is_allowed_what_the_table_does_not_name() =>
        Enum.GetValues<Role>().Where(r => Permissions.Allows(r, "Mutation.dropEverything")).Should().BeEmpty();

    [Fact]
    public void Audit_and_the_public_write_nothing_and_an_administrator_sees_no_plan()
    {
        var mutations = Permissions.Table.Where(p => p.Key.StartsWith("Mutation.", StringComparison.Ordinal)).ToList();

        mutations.Where(m => m.Value.Contains(Role.Audit)).Select(m => m.Key).Should()
            .Equal("Mutation.changePassword", "Mutation.endSessions", "Mutation.notePrint", "Mutation.beginFactor",
                "Mutation.confirmFactor", "Mutation.markSeen");
        mutations.Where(m => m.Value.Contains(Role.Public)).Should().BeEmpty();
        Permissions.Table.Where(p => p.Value.Contains(Role.Admin)).Select(p => p.Key).Should().BeEquivalentTo("Query.me",
            "Query.fundingCertificate", "Query.publicPlans",
            "Query.rules", "Query.rule", "Query.articles", "Query.article", "Query.articleCoverage", "Query.workingDays",
            "Query.accounts", "Query.tokens", "Query.accessJournal", "Query.lastBackup",
            "Mutation.inviteUser", "Mutation.grantRole",
            "Mutation.renewLink", "Mutation.endUser", "Mutation.makeToken", "Mutation.revokeToken",
            "Mutation.linkProvider", "Mutation.unlinkProvider", "Mutation.resetFactor", "Mutation.changePassword", "Mutation.endSessions",
            "Mutation.beginFactor", "Mutation.confirmFactor");
    }

    [Fact]
    public async Task What_a_role_may_not_use_is_refused_to_it_over_HTTP_and_over_a_socket()
    {
        var coordinates = await Coordinates();
        var open = new List<string>();
        foreach (var role in Held)
        {
            var client = role == Role.Public ? Public() : Program(role, role == Role.Department ? "KZ-WRB" : null);
            using var socket = await SocketClient.Open(client, client.DefaultRequestHeaders.Authorization is { } sent
                ? new { authorization = sent.ToString() } : null);
            foreach (var (name, operation) in coordinates.Where(c => !Permissions.Allows(role, c.Name)))
            {
                var code = name.StartsWith("Subscription", StringComparison.Ordinal) ? null : CodeOf(await Asked(client, operation));
                await socket.Send(JsonSerializer.Serialize(new { id = name, type = "subscribe", payload = new { query = operation } }));
                var overSocket = await socket.Receive();
                if (!(IsRefusal(code) || name.StartsWith("Subscription", StringComparison.Ordinal)) || !IsRefusal(overSocket))
                {
                    open.Add($"{role} {name}: {code} {overSocket}");
                }
                if (overSocket.Contains("\"next\"", StringComparison.Ordinal))
                {
                    await socket.Receive();
                }
            }
        }

        open.Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_role_may_not_use_of_a_district_is_refused_by_its_global_id_too_and_through_records()
    {
        const string ids = "{ district(code: \"500154\") { id plans(first: 1) { nodes { id } } } }";
        // Before there are accounts, the operator is told what there is.
        var coordinates = (await Coordinates()).Where(c => c.Name.StartsWith("District.", StringComparison.Ordinal)).ToList();
        var known = (await Asked(Program(Role.ReformCommission), ids)).At("data.district");
        var open = new List<string>();
        foreach (var role in Held)
        {
            var client = role == Role.Public ? Public() : Program(role, role == Role.Department ? "KZ-WRB" : null);
            foreach (var (name, operation) in coordinates.Where(c => !Permissions.Allows(role, c.Name)))
            {
                // { district(code: "…") { FIELD } }
                var field = operation[(operation.IndexOf(')') + 4)..^4];
                foreach (var asked in new[]
                {
                    $$"""{ node(id: "{{known.Text("id")}}") { ... on District { {{field}} } } }""",
                    $$"""{ nodes(ids: ["{{known.Text("id")}}"]) { ... on District { {{field}} } } }""",
                })
                {
                    var answer = await Asked(client, asked);
                    if (!IsRefusal(CodeOf(answer)))
                    {
                        open.Add($"{role} {name}: {asked} {answer}");
                    }
                }
            }
            var record = await Asked(client, $$"""{ node(id: "{{known.Text("plans.nodes.0.id")}}") { id } }""");
            if (!Permissions.Allows(role, "Query.node") && !IsRefusal(CodeOf(record)))
            {
                open.Add($"{role} Query.node: {record}");
            }
        }

        open.Should().BeEmpty();
    }

    private static bool IsRefusal(string? told) => told is not null
        && (told.Contains("FORBIDDEN", StringComparison.Ordinal) || told.Contains("UNAUTHENTICATED", StringComparison.Ordinal));

    [Fact]
    public async Task Who_runs_a_server_without_accounts_has_none_to_change()
    {
        const string change = "mutation { changePassword(input: { oldPassword: \"a\", password: \"b\" }) { problems { message } } }";

        CodeOf(await Asked(Client(), change)).Should().Be("FORBIDDEN");
        CodeOf(await Asked(Client(), "mutation { endSessions(input: {}) { problems { message } } }")).Should().Be("FORBIDDEN");
    }

    /// <summary>There are accounts, so nobody is the public.</summary>
    private HttpClient Public()
    {
        Have("在册", Role.Audit);
        return Client();
    }

    /// <summary>Each coordinate with the smallest operation that asks for it.</summary>
    private async Task<IReadOnlyList<(string Name, string Operation)>> Coordinates()
    {
        const string types = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
        var schema = await Ask($$"""
            { __schema { types { name kind
              fields { name args { name defaultValue type { {{types}} } } type { {{types}} } }
              inputFields { name defaultValue type { {{types}} } } enumValues { name } } } }
            """);
        var all = schema.At("__schema.types").EnumerateArray().ToDictionary(t => t.Text("name")!);
        return [.. Roots.SelectMany(root => all[root].At("fields").EnumerateArray()
            .Select(field => ($"{root}.{field.Text("name")}", SmallestOperation.Of(root, field, all))))];
    }
}
