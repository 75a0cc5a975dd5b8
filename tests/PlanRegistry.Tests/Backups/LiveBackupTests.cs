using System.Collections.Concurrent;
using System.Diagnostics;
using Crash;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Backups;

/// <summary>The program itself, beside a server that is written to; and a restore that is killed.</summary>
public sealed class LiveBackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-backup-");

    private string At(string name) => Path.Combine(folder.FullName, name);

    [Fact]
    public async Task A_backup_under_load_has_all_that_was_acknowledged_before_it_began_and_whole_entries_only()
    {
        var database = CrashRun.Sample(folder.FullName);
        using var server = await ServerProcess.Ready(database);
        using var stop = new CancellationTokenSource();
        var acknowledged = new ConcurrentBag<string>();
        var numbered = 0;
        var clients = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var command = Command.Numbered(Interlocked.Increment(ref numbered), 7);
                (await command.Send(server)).Should().NotStartWith("refused");
                acknowledged.Add(command.Key);
            }
        })).ToList();
        var before = new List<List<string>>();
        for (var i = 0; i < 3; i++)
        {
            var enough = acknowledged.Count + 10;
            while (acknowledged.Count < enough && clients.TrueForAll(c => !c.IsCompleted))
            {
                await Task.Delay(10);
            }
            before.Add([.. acknowledged]);
            Run("backup", At($"{i}.tar"), "--database", database).Should().Be((0, ""));
        }
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        for (var i = 0; i < 3; i++)
        {
            Run("backup", "--check", At($"{i}.tar")).Should().Be((0, ""));
            Run("restore", At($"{i}.tar"), "--database", At($"{i}.db")).Should().Be((0, ""));
            Run("verify", "--database", At($"{i}.db")).Should().Be((0, ""));
            using var restored = Registry.Open(At($"{i}.db"), TimeProvider.System);
            var district = DistrictCode.Parse("500154");
            var keys = restored.EntriesBefore(district, int.MaxValue, int.MaxValue).Select(e => e.IdempotencyKey).ToHashSet();
            before[i].Should().OnlyContain(key => keys.Contains(CommandDesk.Kept(key)));
        }
    }

    [Theory]
    [InlineData(150)]
    [InlineData(400)]
    [InlineData(600)]
    [InlineData(800)]
    public async Task A_restore_that_is_killed_leaves_nothing_or_all_and_the_next_one_goes_through(int milliseconds)
    {
        var database = CrashRun.Sample(folder.FullName);
        Run("backup", At("b.tar"), "--database", database).Should().Be((0, ""));
        var restoring = ServerProcess.Start("restore", At("b.tar"), "--database", At("new.db"));
        await Task.Delay(milliseconds);
        restoring.Kill();
        await restoring.WaitForExitAsync();

        if (!File.Exists(At("new.db")))
        {
            Run("restore", At("b.tar"), "--database", At("new.db")).Should().Be((0, ""));
        }
        Run("verify", "--database", At("new.db")).Should().Be((0, ""));
    }

    private static (int Code, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "plan-registry.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = output.Result;
        return (process.ExitCode, errors);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
