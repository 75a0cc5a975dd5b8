using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Documents;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;
using PlanRegistry.Tests.Web;

namespace PlanRegistry.Tests.Backups;

/// <summary>Administrators, and /metrics, tell how old the last verified backup is; none is none.</summary>
[Collection(nameof(Alone))]
public sealed class LastBackupTests() : AccessTest(("Backups:MostDays", "2"))
{
    private const string Query = "{ lastBackup { takenAt file isDue sentence(language: ZH) } }";

    [Fact]
    public async Task None_yet_is_due_then_one_is_there_until_it_is_too_old()
    {
        Have("管理员", Role.Admin);
        using var admin = await SignedIn("管理员");

        var none = await Last(admin);
        (none.Text("sentence"), none.At("isDue").GetBoolean()).Should().Be(("尚无经校验的备份，请运行plan-registry backup。", true));
        none.At("takenAt").ValueKind.Should().Be(JsonValueKind.Null);
        (await Metrics()).Should().Equal("plan_registry_backup_due{} 1");

        var file = Path.Combine(Path.GetDirectoryName(File)!, "b.tar");
        BackupWriter.Make(File, Service<DocumentStore>(), file, Clock);
        Clock.Advance(TimeSpan.FromMinutes(30));
        var fresh = await Last(admin);
        (fresh.Text("file"), fresh.At("isDue").GetBoolean()).Should().Be((file, false));
        fresh.Text("takenAt").Should().Be("2026-06-30T10:00:00.000+08:00");
        fresh.At("sentence").ValueKind.Should().Be(JsonValueKind.Null);
        (await Metrics()).Should().Equal("plan_registry_backup_age_seconds{} 1800", "plan_registry_backup_due{} 0");

        Clock.Advance(TimeSpan.FromDays(2));
        Have("管理员二", Role.Admin);
        using var later = await SignedIn("管理员二");
        (await Last(later)).Text("sentence").Should()
            .Be("最近一次经校验的备份制作于2026年6月30日10:00:00（北京时间），已逾2日，请运行plan-registry backup。");
        (await Metrics()).Should().Contain("plan_registry_backup_due{} 1");
    }

    [Fact]
    public async Task Nobody_else_is_told()
    {
        Have("审计员", Role.Audit);
        using var audit = await SignedIn("审计员");

        using var answer = await audit.PostAsJsonAsync("/graphql", new { query = Query });

        (await answer.Content.ReadAsStringAsync()).Should().Contain("FORBIDDEN");
    }

    private static async Task<JsonElement> Last(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query = Query });
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).At("data.lastBackup");
    }

    private async Task<List<string>> Metrics() => [.. (await Http.GetStringAsync("/metrics")).Split('\n')
        .Where(l => l.StartsWith("plan_registry_backup_", StringComparison.Ordinal))];
}
