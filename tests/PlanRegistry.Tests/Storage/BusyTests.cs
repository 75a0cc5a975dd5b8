using Microsoft.Data.Sqlite;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>Another process holds the write lock: whoever reads does not notice, and whoever writes is told to come again.</summary>
[Trait("Home", "SQLite")]
public sealed class BusyTests : LedgerTest
{
    private string Busy => $"The database '{DatabaseFile}' is being written to by somebody else; try again later.";

    [Fact]
    public void Writers_who_wait_together_give_up_together_while_the_lock_is_held_and_readers_go_on()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using var registry = Registry.Open(DatabaseFile, Clock, TimeSpan.FromSeconds(1));
        using var lockOfAnother = new Held(DatabaseFile);
        var writers = Enumerable.Range(0, 40)
            .Select(n => Task.Run(() => registry.Execute(
                By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, $"P-{n + 2}", "水利规划"))])))).ToList();

        while (!writers.All(w => w.IsCompleted))
        {
            Titles(registry.View(Kaizhou)).Should().Equal("交通规划");
        }

        writers.Select(w => (w.Exception!.InnerException as StorageException)!.Code).Should().OnlyContain(c => c == StorageException.Busy);
        writers[^1].Exception!.InnerException!.Message.Should().Be(Busy);
    }

    [Fact]
    public void What_is_left_of_a_writers_patience_runs_from_its_own_start()
    {
        new Waiting(TimeSpan.Zero).Left.Should().Be(TimeSpan.Zero);
        new Waiting(TimeSpan.FromHours(1)).Left.Should().BeLessThanOrEqualTo(TimeSpan.FromHours(1)).And.BePositive();
    }

    [Fact]
    public void A_writer_whose_patience_is_over_leaves_nothing_and_the_next_is_written()
    {
        using var storage = Homes.Of(DatabaseFile);
        using var registry = Registry.Open(storage, Clock);
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        using (new Held(DatabaseFile))
        {
            FluentActions.Invoking(() => storage.Append([Kaizhou],
                _ => throw new InvalidOperationException("Nobody may come so far."), new Waiting(TimeSpan.Zero)))
                .Should().Throw<StorageException>().WithMessage(Busy);
            storage.Settled([Kaizhou], Clock.Now).Should().BeNull();
        }

        storage.Settled([Kaizhou], Clock.Now).Should().Be(Clock.Now);
        Write(PlanOf(Kaizhou, "P-2", "水利规划")).Entry!.Seq.Should().Be(2);
    }

    /// <summary>The write lock, as another process has it.</summary>
    private sealed class Held : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteTransaction transaction;

        public Held(string file)
        {
            connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            transaction = connection.BeginTransaction(deferred: false);
        }

        public void Dispose()
        {
            transaction.Dispose();
            connection.Dispose();
        }
    }
}
