using System.Net;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>What a supervisor asks: is the process there, and does its database answer.</summary>
public sealed class HealthTests : ServerTest
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task A_server_that_serves_says_so_in_a_word(string path, string word)
    {
        using var response = await Http.GetAsync(path);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).Should().Be(word);
    }

    [Fact]
    public async Task A_server_whose_clock_is_in_doubt_lives_and_is_not_ready_to_write()
    {
        Clock.Now = Clock.Now.AddDays(40);
        Registry.Clock.Compare(isRight: false);

        using var ready = await Http.GetAsync("/health/ready");

        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should().Contain("--clock-is-right");
    }

    [Fact]
    public async Task A_server_whose_database_does_not_answer_lives_and_is_not_ready()
    {
        Registry.Dispose();
        System.IO.File.WriteAllText(File, "Somebody has put a letter in its place, and it is long enough to be read.");

        using var ready = await Http.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should()
            .Be($"数据库文件“{File}”在运行中被截短：请停止服务，从备份恢复后以verify校验。");
        (await Http.GetStringAsync("/health/live")).Should().Be("live");
    }
}
