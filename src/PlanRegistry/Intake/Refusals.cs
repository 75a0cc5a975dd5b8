using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Every sentence by which a row is refused: the column first, the offending value quoted.</summary>
internal static class Refusals
{
    private const string ApprovalClause = "开州府办发〔2020〕95号 三、(五)";

    public static Refusal UnknownColumn(string file, string column) => Renamings.Of(file, column) is { } now
        ? Invalid(column, $"列“{column}”现称“{now}”,请改用新列名。", $"column \"{column}\" is now called \"{now}\".")
        : Invalid(column, $"没有“{column}”这一列。", $"column \"{column}\" is not known.");

    public static Refusal MissingColumn(string column) =>
        Invalid(null, $"缺少必填的列“{column}”。", $"column \"{column}\" is missing.");

    public static Refusal RepeatedColumn(string column) =>
        Invalid(column, $"列“{column}”出现了两次。", $"column \"{column}\" stands twice in the header.");

    public static Refusal Blank(string column) =>
        Invalid(null, $"{Labels.Zh(column)}未填写。", $"{column} is not filled in.");

    public static Refusal Needs(string column, string needed) =>
        Invalid(null, $"填写{Labels.Zh(column)}时,{Labels.Zh(needed)}也须填写。", $"{column} needs {needed} to be filled in too.");

    public static Refusal NotA(string column, string value, string zh, string en) =>
        Invalid(value, $"{Labels.Zh(column)}“{Short(value)}”{zh}。", $"{column} \"{Short(value)}\" {en}.");

    public static Refusal NotKnown(string column, string value, ProblemCode code = ProblemCode.UnknownRecord) =>
        NotA(column, value, "未登记", "is not known") with { Code = code };

    public static Refusal Ambiguous(string column, string value, IEnumerable<string> candidates, ProblemCode code)
    {
        var list = candidates.ToList();
        return NotA(column, value, $"有歧义,可能是 {string.Join("、", list)}", $"is ambiguous: it may be {string.Join(" or ", list)}") with { Code = code };
    }

    public static Refusal Damaged(string column, string value, string? suggestion) => suggestion is null
        ? NotA(column, value, "像是损坏的文号,请按“开州府办发〔2020〕95号”的样式填写", "looks like a damaged document number: write it like 开州府办发〔2020〕95号")
        : NotA(column, value, $"像是损坏的文号,是否应为“{suggestion}”", $"looks like a damaged document number: write \"{suggestion}\" if that is what it means");

    public static Refusal Before(string later, string laterValue, string earlier, string earlierValue) =>
        Invalid(laterValue, $"{Labels.Zh(later)}“{laterValue}”早于{Labels.Zh(earlier)}“{earlierValue}”。", $"{later} {laterValue} is before {earlier} {earlierValue}.");

    public static Refusal Below(string upper, string upperValue, string lower, string lowerValue) =>
        Invalid(upperValue, $"{Labels.Zh(upper)}“{upperValue}”小于{Labels.Zh(lower)}“{lowerValue}”。", $"{upper} {upperValue} is below {lower} {lowerValue}.");

    public static Refusal TwiceInPack(string column, string value, string place) =>
        NotA(column, value, $"与 {place} 重复", $"stands in {place} already") with { Code = ProblemCode.Duplicate };

    public static Refusal Recorded(string column, string value) =>
        NotA(column, value, "已有其他记录使用", "is another record's already") with { Code = ProblemCode.Duplicate };

    public static Refusal StillNamed(string what, string value, string by) => new(
        ProblemCode.InvalidValue, new($"{what} 的记录“{Short(value)}”不能撤销或改名:{by} 中仍有记录引用它。", $"\"{Short(value)}\" of {what} cannot go: rows of {by} still name it."), value);

    public static Refusal Approved(string column) => new(
        ProblemCode.ApprovedContent,
        new($"规划已批准,{Labels.Zh(column)}不能直接变更;须按原程序调整修订,或以更正方式修正错误。", $"{column} of an approved plan does not change here: amend the plan, or correct the record."), null, ApprovalClause);

    public static Refusal ApprovedTargets(int version) => new(
        ProblemCode.ApprovedContent,
        new($"规划第 {version} 版已批准,其目标值不能直接变更;须按原程序调整修订,或以更正方式修正错误。", $"targets of the approved version {version} do not change here: amend the plan, or correct the record."), null, ApprovalClause);

    public static Refusal SecretTitle(string column) => Secret(
        $"{Labels.Zh(column)}不予接收:涉密规划的名称只能写“涉密规划”。", $"{column} is refused: a secret plan is written as 涉密规划 and nothing else.");

    public static Refusal SecretColumn(string column) => Secret(
        $"{Labels.Zh(column)}不予接收:本系统不处理涉密规划的内容。", $"{column} is refused: this registry takes no content of a secret plan.");

    public static Refusal SecretRow(string table) => Secret(
        $"{table} 的这一行不予接收:本系统不处理涉密规划的内容。", $"this row of {table} is refused: this registry takes no content of a secret plan.");

    public static Refusal SecretStanding(string table) => Secret(
        $"规划列为涉密之前,须先撤销 {table} 中已登记的内容。", $"secrecy is refused: {table} holds content of this plan, which must be withdrawn first.");

    public static Refusal SecretStays => Secret(
        "密级不能在此变更:涉密规划的解密须以更正方式办理。", "secrecy is refused: a secret plan is declassified by a correction only.");

    /// <summary>What may be said of a bad cell in a secret row: which column, not what.</summary>
    public static Refusal Unspoken(string? column) => Invalid(null,
        $"{(column is null ? "这一行" : Labels.Zh(column))}填写有误(涉密,不显示内容)。", $"{column ?? "this row"} is not valid (secret, so its value is not shown).");

    public static Refusal Invalid(string? value, string zh, string en) => new(ProblemCode.InvalidValue, new Text(zh, en), value);

    private static Refusal Secret(string zh, string en) => new(ProblemCode.SecretContentRefused, new Text(zh, en));

    private static string Short(string value) => value.Length <= 80 ? value.ReplaceLineEndings(" ") : value[..79].ReplaceLineEndings(" ") + "…";
}
