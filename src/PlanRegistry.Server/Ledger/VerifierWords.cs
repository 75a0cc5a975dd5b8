using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>What is said of a ledger, or of a row of it, that is not whole.</summary>
internal static class VerifierWords
{
    public static Text NeverWritten(string district, int after, string what) => new(
        $"{district}的台账第{after}号之后，或者其某行记录，含有本系统从不写入的值：{what}",
        $"The ledger of {district} after entry {after}, or a row of it, holds a value that plan-registry never writes: {what}");

    public static Text Missing(string district, int due, int found) => new(
        $"{district}的台账缺少第{due}号：由第{due - 1}号跳到第{found}号。",
        $"Entry {due} of {district} is missing: the ledger goes from {due - 1} to {found}.");

    public static Text UnknownForm(LedgerEntry entry) => new(
        $"{entry.District}台账第{entry.Seq}号的格式为{entry.Form}、散列算法为“{entry.HashAlgorithm}”，"
            + $"本版本不能校验：本版本认得格式{EntryHash.Form}、{EntryHash.Algorithm}。",
        $"Entry {entry.Seq} of {entry.District} is of form {entry.Form} with the hash algorithm '{entry.HashAlgorithm}', "
            + $"which this plan-registry cannot verify: it knows form {EntryHash.Form} with {EntryHash.Algorithm}.");

    public static Text Earlier(LedgerEntry entry, LedgerEntry last) => new(
        $"{entry.District}台账第{entry.Seq}号记于{entry.RecordedAt.InWords().Zh}，早于第{last.Seq}号的{last.RecordedAt.InWords().Zh}。",
        $"Entry {entry.Seq} of {entry.District} was recorded at {entry.RecordedAt.InWords().En},"
            + $" before entry {last.Seq} at {last.RecordedAt.InWords().En}.");

    public static Text DoesNotFollow(LedgerEntry entry) => new(
        $"{entry.District}台账第{entry.Seq}号与第{entry.Seq - 1}号不相衔接：其所注明的散列值不是该号的。",
        $"Entry {entry.Seq} of {entry.District} does not follow entry {entry.Seq - 1}: the hash it names is not that entry's.");

    public static Text Altered(LedgerEntry entry) => new(
        $"{entry.District}台账第{entry.Seq}号与其散列值不符：该号或者其变更清单被改动。",
        $"Entry {entry.Seq} of {entry.District} does not match its hash: the entry or its list of changes was altered.");

    public static Text Cut(string district, int seq, int last) => new(
        $"{district}的台账缺少第{seq}号，但其变更仍在：台账末尾自第{last}号之后被截断。",
        $"Entry {seq} of {district} is missing, but its changes are there: the end of the ledger was cut after entry {last}.");

    public static Text SeenMissing(DistrictCode superior, int seq, LedgerEntry decidedOnIt, int last) => new(
        $"{decidedOnIt.District}台账第{decidedOnIt.Seq}号是依据{superior}台账第{seq}号作出的，而{superior}的台账"
            + (last == 0 ? "已不存在：整本被移除。" : $"只到第{last}号：末尾被截断。"),
        $"Entry {decidedOnIt.Seq} of {decidedOnIt.District} was decided on entry {seq} of {superior}, "
            + (last == 0 ? "which has no ledger any more: it was removed whole." : $"whose ledger ends at {last}: its end was cut."));

    public static Text RowMissing(string district, RecordChange change) => new(
        $"{Row(district, change, change.Seq).Zh}，但已缺失。", $"{Row(district, change, change.Seq).En} recorded, is missing.");

    public static Text RowChanged(string district, RecordChange change) => new(
        $"{Row(district, change, change.Seq).Zh}，但内容被改动：与该号的散列值不符。",
        $"{Row(district, change, change.Seq).En} recorded, was changed: its content does not match the entry's hash.");

    public static Text RetiredMissing(string district, RecordChange change, int recorded) => new(
        $"{Row(district, change, recorded).Zh}、由第{change.Seq}号撤出，但已缺失。",
        $"{Row(district, change, recorded).En} recorded and entry {change.Seq} retired, is missing.");

    public static Text NotRetired(string district, RecordChange change, int? retiredSeq) => new(
        $"{Tables.NameOf(change.Id.Table).Zh}的记录“{change.Id.Code}”由{district}台账第{change.Seq}号撤出，"
            + (retiredSeq is null ? "但又成为现行记录。" : $"但注明由第{retiredSeq}号撤出。"),
        $"{Row(district, change, change.Seq).En} retired, "
            + (retiredSeq is { } seq ? $"says that entry {seq} retired it." : "is current again."));

    public static Text Unaccounted(string district, RowAccount account) => account switch
    {
        { IsNamed: true, Row: var row } => new(
            $"{Tables.NameOf(row.Table).Zh}的记录“{row.RecordId}”由{district}台账第{row.Seq}号记入，注明由第{row.RetiredSeq}号撤出，而该号并未撤出。",
            $"The row '{row.RecordId}' of {row.Table}, which entry {row.Seq} of {district} recorded,"
                + $" says that entry {row.RetiredSeq} retired it, but that entry does not."),
        { Row: var row } => new(
            $"{Tables.NameOf(row.Table).Zh}的记录“{row.RecordId}”注明由{district}台账第{row.Seq}号记入，而各号均未记载。",
            $"The row '{row.RecordId}' of {row.Table} says that entry {row.Seq} of {district} recorded it, but no entry names it."),
    };

    private static Text Row(string district, RecordChange change, int recorded) => new(
        $"{Tables.NameOf(change.Id.Table).Zh}的记录“{change.Id.Code}”由{district}台账第{recorded}号记入",
        $"The row '{change.Id.Code}' of {change.Id.Table}, which entry {recorded} of {district}");
}
