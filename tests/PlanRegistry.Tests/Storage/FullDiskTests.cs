using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Storage.Sqlite;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>A disk that fills up is told before it is full; then nothing is half written, and it goes on when there is room.</summary>
[Trait("Home", "SQLite")]
public sealed class FullDiskTests : LedgerTest
{
    [Theory]
    [InlineData(201L << 20, true, null)]
    [InlineData(199L << 20, true, "数据库“registry.db”所在磁盘仅剩199MB，请尽快清理。")]
    [InlineData(1L << 20, true, "数据库“registry.db”所在磁盘仅剩1MB，请尽快清理。")]
    [InlineData((1L << 20) - 1, false, "数据库“registry.db”所在磁盘已满，未写入任何内容。")]
    public void What_is_left_is_told_before_it_is_nothing(long bytes, bool canWrite, string? sentence)
    {
        var condition = DiskCondition.OfRoom("registry.db", bytes);

        (condition.CanWrite, condition.Sentence?.Zh).Should().Be((canWrite, sentence));
    }

    [Fact]
    public void A_full_disk_refuses_writes_with_its_cause_until_there_is_room()
    {
        using var disk = new SmallDisk();
        var file = Path.Combine(disk.Folder, "registry.db");
        using var registry = Registry.Open(Homes.Of(file), Clock);
        Plan(registry, "P-1").Entry!.Seq.Should().Be(1);
        disk.Fill();

        var written = 1;
        var refused = FluentActions.Invoking(() =>
        {
            while (true)
            {
                Plan(registry, $"P-{written + 1}");
                written++;
            }
        }).Should().Throw<StorageException>().Which;

        refused.Message.Should().Be($"The disk of the database '{file}' is full; nothing was written.");
        (registry.Condition() with { FreeBytes = null }).Should().Be(new HomeCondition(false, refused.Sentence, Trouble.DiskFull));
        Titles(registry.View(Kaizhou)).Should().HaveCount(written);

        disk.MakeRoom();
        Plan(registry, "P-NEXT").Entry!.Seq.Should().Be(written + 1);
        registry.Condition().CanWrite.Should().BeTrue();
        using var storage = Homes.Of(file);
        Verification.Of(storage).Broken.Should().BeNull();
    }

    private static WriteResult Plan(Registry registry, string code) =>
        registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(PlanOf(Kaizhou, code, "交通规划"))]));
}
