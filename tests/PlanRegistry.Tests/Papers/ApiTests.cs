using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Samples;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Papers;

/// <summary>What docs/api.md promises to who writes a client.</summary>
public sealed class ApiTests : AccessTest
{
    private static readonly string[] Pages = ["docs/api.md", "docs/api.zh-CN.md"];

    private static string Node(params string[] arguments) => Output("node", [Repository.Path("schema/breaking.mjs"), .. arguments], []);

    private static string Output(string program, string[] arguments, (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, errors.GetAwaiter().GetResult());
        return output;
    }

    [Fact]
    public void Nothing_breaks_who_was_written_against_the_last_released_schema() => Node().Should().BeEmpty();

    [Theory]
    [InlineData("  \"网络地址 / Address\" address: String\n  \"浏览器", "  \"浏览器", "FIELD_REMOVED: Session.address was removed.")]
    [InlineData("clientMutationId: String\n  \"姓名 / Name\" name: String!",
        "clientMutationId: String\n  must: Int!\n  name: String!", "REQUIRED_INPUT_FIELD_ADDED: ")]
    [InlineData("  \"财政部门 / Finance\"\n  FINANCE\n", "", "VALUE_REMOVED_FROM_ENUM: FINANCE was removed from enum type Role.")]
    [InlineData("\"最近登录 / When it last signed in\" signedInAt: DateTime", "signedInAt: String",
        "FIELD_CHANGED_KIND: Account.signedInAt changed type from DateTime to String.")]
    public void What_would_break_them_is_named(string old, string now, string told)
    {
        var folder = Directory.CreateTempSubdirectory("plan-registry-tests-");
        try
        {
            var found = false;
            foreach (var file in Directory.GetFiles(Repository.Path("schema/graphql")))
            {
                var text = System.IO.File.ReadAllText(file);
                found |= Path.GetFileName(file) == "access.graphql" && text.Contains(old, StringComparison.Ordinal);
                System.IO.File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName(file)),
                    Path.GetFileName(file) == "access.graphql" ? text.Replace(old, now, StringComparison.Ordinal) : text);
            }
            found.Should().BeTrue("the contract says so");
            Node(folder.FullName).Should().Contain(told);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_is_deprecated_says_until_when_it_stays() =>
        Directory.GetFiles(Repository.Path("schema/graphql")).SelectMany(f => Regex.Matches(System.IO.File.ReadAllText(f), "@deprecated.*"))
            .Select(m => m.Value).Where(d => !Regex.IsMatch(d, "reason: \"[^\"]*20[0-9]{2}-[0-9]{2}-[0-9]{2}")).Should().BeEmpty();

    [Fact]
    public void Each_code_of_an_error_and_of_a_problem_has_its_row_and_no_other()
    {
        string[] errors =
        [
            .. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!),
            "UNAUTHENTICATED", StorageException.Unavailable, StorageException.Busy, ClockException.InDoubt,
        ];
        var known = errors.Concat(Enum.GetValues<ProblemCode>().Select(c => Names.Of(c)));

        foreach (var path in Pages)
        {
            Page.Of(path).Rows.Select(cells => cells[0].Trim()).Where(c => Regex.IsMatch(c, "^`[A-Z_]+`$")).Select(c => c.Trim('`'))
                .Should().BeEquivalentTo(known);
        }
    }

    [Fact]
    public async Task The_sample_clients_tell_the_findings_of_a_district()
    {
        var form = new Server.Access.AccountForm("接口", Role.Audit, "500154", null);
        var token = Accounts.MakeToken(form, new DateOnly(2026, 12, 31), by: null).Key!;
        Have("在册", Role.Audit);
        var address = Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        (string, string)[] environment = [("PLAN_REGISTRY_TOKEN", token)];
        using var client = new Findings(Http.BaseAddress!, token);
        List<string> told = [];
        await foreach (var line in client.Of("500154"))
        {
            told.Add(line);
        }

        told.Should().HaveCountGreaterThan(10).And.Contain(l => l.StartsWith("CAT-001 ", StringComparison.Ordinal));
        Output("python3", [Repository.Path("docs/samples/findings.py"), address, "500154"], environment)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(told);
        var answer = Output("sh", [Repository.Path("docs/samples/findings.sh"), address, "500154"], environment);
        JsonSerializer.Deserialize<JsonElement>(answer).At("data.district.findings.nodes").EnumerateArray()
            .Select(f => $"{f.Text("rule.code")} {f.Text("sentence")}").Should().Equal(told.Take(100));
    }
}
