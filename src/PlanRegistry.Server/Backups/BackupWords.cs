using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Backups;

/// <summary>What is said of backups and of restoring them.</summary>
internal static class BackupWords
{
    public static readonly Text NoneYet = new("尚无经校验的备份，请运行plan-registry backup。",
        "There is no verified backup yet: run plan-registry backup.");

    public static Text OfAServer { get; } = new(
        "PostgreSQL数据库请用其自带的工具备份和恢复（pg_dump、pg_restore，或者基础备份及其日志）；迁出为文件请用plan-registry move。",
        "A database of PostgreSQL is backed up and restored by its own tools (pg_dump and pg_restore, or a base backup and its log); "
            + "plan-registry move takes it into a file.");

    public static Text TooOld(DateTimeOffset takenAt, int days) => new(
        $"最近一次经校验的备份制作于{takenAt.InWords().Zh}，已逾{days}日，请运行plan-registry backup。",
        $"The last verified backup was made at {takenAt.InWords().En}, more than {days} days ago: run plan-registry backup.");

    public static Text Kept(string copy) => new($"更新数据库结构之前的副本已存为“{copy}”。",
        $"A copy from before the schema was brought up to date is kept as '{copy}'.");

    public static Text Exists(string path) => new($"“{path}”已存在，未改动：请换一个文件名，或者写明文件夹，由系统命名。",
        $"'{path}' is there already and stays as it is: name another file, or a folder, in which the backup is named by its moment.");

    public static Text InUse(string path) => new($"另一备份或者恢复正在使用“{path}”，请待其结束。",
        $"Another backup or restore is using '{path}': wait until it has ended.");

    public static Text NoBackup(string path) => new($"“{path}”不是本系统的备份，或者已损坏。",
        $"'{path}' is no backup of plan-registry, or it is damaged.");

    public static Text CutOff(string path) => new($"备份“{path}”不完整：文件在结束之前中断。",
        $"The backup '{path}' is not whole: the file ends too early.");

    public static Text OtherVersion(string path, int version) => new($"备份“{path}”的格式为{version}，本版本只认得格式{BackupManifest.ItsVersion}。",
        $"The backup '{path}' is of form {version}, and this plan-registry knows form {BackupManifest.ItsVersion}.");

    public static Text NewerSchema(string path, BackupManifest manifest) => new(
        $"备份“{path}”由本系统的更新版本（{manifest.Program}，数据库结构{manifest.Schema}）制作：本版本只到{Homes.Schema}，请用该版本或者更新的版本。",
        $"The backup '{path}' was made by a newer plan-registry ({manifest.Program}, schema {manifest.Schema}): "
            + $"this one knows schema {Homes.Schema}; use that version or a later one.");

    public static Text PartMissing(string path, string part) => new($"备份“{path}”缺少其清单所列的“{part}”。",
        $"The backup '{path}' lacks '{part}', which its manifest names.");

    public static Text OtherPart(string path, string found, string due) => new(
        $"备份“{path}”与其清单不符：应为“{due}”之处是“{found}”，或者长度不同。",
        $"The backup '{path}' is not as its manifest says: where '{due}' is due there is '{found}', or its length differs.");

    public static Text PartChanged(string path, string part) => new($"备份“{path}”中的“{part}”已被改动：与清单所列的散列值不符。",
        $"'{part}' in the backup '{path}' was changed: its SHA-256 is not that of the manifest.");

    public static Text MoreParts(string path, string found) => new($"备份“{path}”含有其清单未列的“{found}”。",
        $"The backup '{path}' holds '{found}', which its manifest does not name.");

    public static Text OtherHeads(string path) => new($"备份“{path}”的数据库与其清单不符：各台账的末号或者散列值不同。",
        $"The database in the backup '{path}' is not as its manifest says: ledgers end elsewhere, or with another hash.");

    public static Text DocumentsMissing(string path, Text broken) => new($"备份“{path}”不完整：{broken.Zh}",
        $"The backup '{path}' is not whole: {broken.En}");

    public static Text RegistryExists(string path) => new($"“{path}”已存在：恢复不覆盖已有的登记册，请以--database写明新的文件。",
        $"'{path}' is there already: a registry is never restored over another; name a new file by --database.");

    public static Text NoMoment(string text) => new(
        $"--to应为时刻（如2026-06-30T17:30:00+08:00）或者各行政区台账序号（如500154:41 500000:7），而不是“{text}”。",
        $"--to is a moment (2026-06-30T17:30:00+08:00) or ledger numbers (500154:41 500000:7), and not \"{text}\".");

    public static Text After(DateTimeOffset moment, BackupManifest manifest) => new(
        $"备份制作于{manifest.TakenAt.InWords().Zh}，不知道此后至{moment.InWords().Zh}的登记。",
        $"The backup was made at {manifest.TakenAt.InWords().En} and knows nothing of {moment.InWords().En}.");

    public static Text NoDistrict(DistrictCode district) => new($"备份中没有行政区{district}的台账。",
        $"The backup has no ledger of {district}.");

    public static Text NotSoFar(DistrictCode district, int wanted, int last) => new($"备份中{district}的台账只到第{last}号，没有第{wanted}号。",
        $"In the backup the ledger of {district} ends at {last} and has no entry {wanted}.");

    public static Text Twice(DistrictCode district) => new($"--to中{district}写了不止一次。", $"--to names {district} more than once.");

    public static Text Undermined(LedgerEntry entry, DistrictCode superior, int seen, int kept) => new(
        $"{entry.District}台账第{entry.Seq}号是依据{superior}第{seen}号作出的，不能只保留{superior}至第{kept}号：请一并截去，或者保留至第{seen}号。",
        $"Entry {entry.Seq} of {entry.District} was decided on entry {seen} of {superior}, so {superior} cannot end at {kept}: "
            + $"cut that entry too, or keep {superior} up to {seen}.");

    public static Text NoCertificate(string text) => new($"“{text}”不是核验单编号，请写作500154-2026-000012。",
        $"'{text}' is no number of a certificate: write it as 500154-2026-000012.");

    public static Text OfAnotherLife(string argument) => new(
        $"参数“{argument}”的游标所在的台账条目不存在：它由另一登记册给出，或者登记册已从备份恢复；请不带游标，从头读起。",
        $"The argument \"{argument}\" is a cursor of entries that the ledger does not have: "
            + "it was given by another registry, or the registry has been restored from a backup; begin again without a cursor.");

    public static Text Lost(DateTimeOffset moment, DateTimeOffset from, DateTimeOffset restored) => new(
        $"登记册于{restored.InWords().Zh}从备份恢复，{from.InWords().Zh}之后的登记可能缺失，无法说明{moment.InWords().Zh}当时所知。",
        $"The registry was restored at {restored.InWords().En}; what was recorded from {from.InWords().En} on may be lost, "
            + $"so nobody can say what it knew at {moment.InWords().En}.");
}
