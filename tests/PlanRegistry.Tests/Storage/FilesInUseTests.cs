using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>
/// What happens to the file while it is in use is noticed before a write is acknowledged, and what was acknowledged is in the file.
/// </summary>
[Trait("Home", "SQLite")]
public sealed class FilesInUseTests : LedgerTest
{
    private string Gone =>
        $"The database '{DatabaseFile}' was moved or deleted while it is in use: nothing is written until it is put back.";

    private string Replaced => $"The database '{DatabaseFile}' was replaced by another file while it is in use: "
        + "put the first one back, or start the server again.";

    private string LogGone => $"A file beside the database '{DatabaseFile}' (-wal or -shm) was moved or deleted while it is in use: "
        + "nothing was written now, what had been is being brought home; try again.";

    public FilesInUseTests() => Write(DistrictOf(Kaizhou, "开州区"), PlanOf(Kaizhou, "P-1", "交通规划"));

    [Fact]
    public void A_file_that_is_moved_away_takes_no_write_and_goes_on_when_it_is_back()
    {
        var aside = Move("aside");

        Refusal("P-2").Should().Be(Gone);
        Condition().Should().Be(Gone);
        Titles(Registry.View(Kaizhou)).Should().Equal(["交通规划"], "who only reads goes on");

        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Move(aside + suffix, DatabaseFile + suffix);
        }
        Plan("P-2").Entry!.Seq.Should().Be(2);
        Condition().Should().BeNull();
        Stored().Should().Be(2);
    }

    [Fact]
    public void A_file_that_is_deleted_takes_no_write_and_none_is_made_in_its_place()
    {
        File.Delete(DatabaseFile);

        Refusal("P-2").Should().Be(Gone);
        File.Exists(DatabaseFile).Should().BeFalse();
    }

    [Fact]
    public void A_copy_in_the_place_of_the_file_takes_no_write()
    {
        var copy = Copy();
        Plan("P-2");
        File.Move(copy, DatabaseFile, overwrite: true);

        Refusal("P-3").Should().Be(Replaced);
        Condition().Should().Be(Replaced);
    }

    [Fact]
    public void A_copy_that_is_put_in_place_while_a_write_is_under_way_is_noticed_before_that_is_acknowledged()
    {
        var copy = Copy();

        FluentActions.Invoking(() => Registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-2", "水利规划"))]),
            (_, _) => File.Move(copy, DatabaseFile, overwrite: true))).Should().Throw<StorageException>().WithMessage(Replaced);
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public void A_log_that_is_removed_loses_nothing_and_the_next_try_is_written(string suffix)
    {
        Plan("P-2");
        File.Delete(DatabaseFile + suffix);

        Refusal("P-3").Should().Be(LogGone);

        Plan("P-3").Entry!.Seq.Should().Be(3);
        Titles(Registry.View(Kaizhou)).Should().HaveCount(3);
        Stored().Should().Be(3);
        using var storage = Homes.Of(DatabaseFile);
        Verification.Of(storage).Broken.Should().BeNull();
    }

    [Fact]
    public void A_log_that_is_removed_and_only_looked_at_leaves_readers_alone()
    {
        Plan("P-2");
        File.Delete(DatabaseFile + "-wal");

        Condition().Should().Be(LogGone);

        Titles(Registry.View(Kaizhou)).Should().HaveCount(2);
        Condition().Should().BeNull();
        Stored().Should().Be(2);
    }

    [Fact]
    public void A_file_that_is_made_shorter_takes_no_write()
    {
        using (var file = File.OpenWrite(DatabaseFile))
        {
            file.SetLength(4096);
        }

        Refusal("P-2").Should().Be($"The database '{DatabaseFile}' was made shorter while it is in use: "
            + "stop the server, restore a backup, and run plan-registry verify.");
    }

    private string Move(string name)
    {
        var aside = DatabaseFile + name;
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Move(DatabaseFile + suffix, aside + suffix);
        }
        return aside;
    }

    private string Copy()
    {
        File.Copy(DatabaseFile, DatabaseFile + "copy");
        return DatabaseFile + "copy";
    }

    private WriteResult Plan(string code) => Write(PlanOf(Kaizhou, code, "水利规划"));

    private string Refusal(string code)
    {
        var refused = FluentActions.Invoking(() => Plan(code)).Should().Throw<StorageException>().Which;
        refused.Code.Should().Be(StorageException.Unavailable);
        return refused.Message;
    }

    private string? Condition() => Registry.Condition() is { CanWrite: false } condition ? condition.Sentence?.En : null;

    /// <summary>As another process finds it.</summary>
    private int Stored()
    {
        using var storage = Homes.Of(DatabaseFile);
        return storage.Head(Kaizhou);
    }
}
