using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Tests.Storage;

namespace PlanRegistry.Tests.Backups;

/// <summary>A disk that fills up on the way leaves neither half a backup nor half a registry.</summary>
public sealed class BackupDiskTests : BackupTest
{
    [Fact]
    public void A_backup_that_does_not_fit_is_told_and_leaves_nothing()
    {
        HaveDistricts();
        using var disk = new SmallDisk();
        disk.Fill();
        var file = Path.Combine(disk.Folder, "backup.tar");
        var errors = new StringWriter();
        var voice = new Voice(Language.Zh, TextWriter.Null, errors);

        BackupCommand.Telling(voice, file, () => BackupCommand.Make(DatabaseFile, file, Clock, voice)).Should().Be(3);

        errors.ToString().Should().MatchRegex("^(数据库“.*registry.db”所在磁盘已满，未写入任何内容。|“.*backup.tar”未完成，什么都没有留下：.*)\n$");
        Directory.EnumerateFileSystemEntries(disk.Folder).Should().ContainSingle("what fills the disk, and nothing else");
        Registry.Head(Kaizhou).Should().Be(1, "who uses the registry does not notice");
        disk.MakeRoom();
        BackupCommand.Telling(voice, file, () => BackupCommand.Make(DatabaseFile, file, Clock, voice)).Should().Be(0);
    }

    [Fact]
    public void Nor_does_a_restore_that_does_not_fit()
    {
        HaveDistricts();
        Backup();
        using var disk = new SmallDisk();
        disk.Fill();
        var order = Order(At("backup.tar")) with
        {
            Database = Path.Combine(disk.Folder, "registry.db"), Documents = Path.Combine(disk.Folder, "documents"),
        };

        var (code, output, errors) = Told(order);

        (code, output).Should().Be((3, ""));
        errors.Split('\n').Should().HaveCount(2, "it is one sentence");
        Directory.EnumerateFileSystemEntries(disk.Folder).Should().ContainSingle();
        disk.MakeRoom();
        Told(order).Code.Should().Be(0);
        Verified(order).Code.Should().Be(0);
    }
}
