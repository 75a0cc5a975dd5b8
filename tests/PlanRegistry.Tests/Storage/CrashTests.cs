using Crash;

namespace PlanRegistry.Tests.Storage;

/// <summary>The first cycles of <c>make crash</c>, with processes that are really killed.</summary>
[Trait("Home", "SQLite")]
public sealed class CrashTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-crash-");

    [Fact]
    public async Task What_was_acknowledged_outlives_a_server_that_is_killed_in_the_midst_of_writing()
    {
        var output = new StringWriter();

        var wrong = await new CrashRun(CrashRun.Sample(folder.FullName), seed: 1).Run(3, output);

        wrong.Should().BeEmpty();
        output.ToString().Should().MatchRegex(
            "^3 crashes \\(seed 1\\): [1-9][0-9]* writes acknowledged, [0-9]+ without an answer, "
            + "[0-9]+ % of the crashes in the midst of a write, 0 wrong.\n$");
    }

    [Fact]
    public void No_row_of_the_sample_can_be_changed_in_any_column_or_deleted_without_being_found()
    {
        var output = new StringWriter();

        TamperSweep.Run(CrashRun.Sample(folder.FullName), seed: 1, output).Should().BeEmpty();

        output.ToString().Should().MatchRegex("^([0-9]+) rows tampered with \\(seed 1\\): \\1 found.\n$");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
