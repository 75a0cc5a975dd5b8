using System.Net;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>A server whose file is taken away says so to who writes and to who watches it, and goes on when it is back.</summary>
public sealed class StorageFaultTests : ServerTest
{
    private const string Mutation =
        "mutation { registerAgency(input: { district: \"500154\", code: \"QQ\", name: \"区甲局\" }) { seq problems { code } } }";

    [Fact]
    public async Task A_write_is_refused_with_its_cause_and_the_server_is_not_ready_until_the_file_is_back()
    {
        await Ask(Mutation.Replace("QQ", "Q1", StringComparison.Ordinal).Replace("区甲局", "区乙局", StringComparison.Ordinal));
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            System.IO.File.Move(File + suffix, File + "aside" + suffix);
        }

        var answer = await Post(Mutation, language: "zh");
        answer.At("data").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        answer.At("errors.0").Text("extensions.code").Should().Be("STORAGE_UNAVAILABLE");
        answer.At("errors.0").Text("message").Should().Be($"数据库文件“{File}”在运行中被移走或者删除：放回原文件之前不能写入。");
        (await Ready()).Should().Be((HttpStatusCode.ServiceUnavailable, $"数据库文件“{File}”在运行中被移走或者删除：放回原文件之前不能写入。"));
        (await Http.GetStringAsync("/health/live")).Should().Be("live");

        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            System.IO.File.Move(File + "aside" + suffix, File + suffix);
        }
        (await Ask(Mutation)).Text("registerAgency.seq").Should().NotBeNull();
        (await Ready()).Should().Be((HttpStatusCode.OK, "ready"));
    }

    private async Task<(HttpStatusCode, string)> Ready()
    {
        using var response = await Http.GetAsync("/health/ready");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
