using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Every sentence by which a row is refused: the column first, the offending value quoted.</summary>
public static class Refusals
{
    private const string ApprovalClause = "开州府办发〔2020〕95号 三、(五)";

    public static Problem UnknownColumn(string file, string column) => Renamings.Of(file, column) is { } now
        ? Invalid(column, $"列“{column}”现称“{now}”，请改用新列名。", $"column \"{column}\" is now called \"{now}\".")
        : Invalid(column, $"没有“{column}”这一列。", $"column \"{column}\" is not known.");

    public static Problem MissingColumn(string column) =>
        Invalid(null, $"缺少必填的列“{column}”。", $"column \"{column}\" is missing.");

    public static Problem RepeatedColumn(string column) =>
        Invalid(column, $"列“{column}”出现了两次。", $"column \"{column}\" stands twice in the header.");

    public static Problem Blank(ColumnName column) =>
        Invalid(null, $"{column.Label}未填写。", $"{column.Name} is not filled in.");

    public static Problem Placeholder(ColumnName column, string value) =>
        NotA(column, value, "不是内容：没有内容的请留空", "is no content: write nothing where there is none");

    public static Problem NoReason(ColumnName column, string value) =>
        NotA(column, value, "没有说明缘由：请用文字写明，至少两个字", "gives no reason: say why, in words");

    public static Problem Needs(ColumnName column, ColumnName needed) =>
        Invalid(null, $"填写{column.Label}时，{needed.Label}也须填写。", $"{column.Name} needs {needed.Name} to be filled in too.");

    public static Problem NotA(ColumnName column, string value, string zh, string en) =>
        Invalid(value, $"{column.Label}“{Short(value)}”{zh}。", $"{column.Name} \"{Short(value)}\" {en}.");

    public static Problem NotKnown(ColumnName column, string value, ProblemCode code = ProblemCode.UnknownRecord) =>
        NotA(column, value, "未登记", "is not known") with { Code = code };

    public static Problem Separator(ColumnName column, string value) =>
        NotA(column, value, "未登记；多个名称之间请用分号隔开", "is not known: several names are separated by semicolons");

    public static Problem Range(ColumnName column, string value) =>
        NotA(column, value, "是区间：请将下限、上限分别填入目标下限、目标上限", "is a range: a target has its two ends in target_low and target_high");

    public static Problem Ambiguous(ColumnName column, string value, IEnumerable<string> candidates, ProblemCode code)
    {
        var list = candidates.ToList();
        return NotA(column, value,
            $"有歧义，可能是{string.Join("、", list)}",
            $"is ambiguous: it may be {string.Join(" or ", list)}") with { Code = code };
    }

    public static Problem Damaged(ColumnName column, string value, string? suggestion) => suggestion is null
        ? NotA(column, value, "像是损坏的文号，请按“开州府办发〔2020〕95号”的样式填写", "looks like a damaged document number: write it like 开州府办发〔2020〕95号")
        : NotA(column, value,
            $"像是损坏的文号，是否应为“{suggestion}”",
            $"looks like a damaged document number: write \"{suggestion}\" if that is what it means");

    public static Problem ControlCharacter(ColumnName column) =>
        Invalid(null, $"{column.Label}含有控制字符。", $"{column.Name} holds a control character.");

    public static Problem HiddenCharacter(ColumnName column, System.Text.Rune character) => Invalid(null,
        $"{column.Label}含有看不见的字符 U+{character.Value:X4}，请删去后重新填写。",
        $"{column.Name} holds the character U+{character.Value:X4}, which nobody sees: delete it.");

    public static Problem TooLong(ColumnName column, int length, int most) =>
        Invalid(null,
            $"{column.Label}有{length}个字符，最多{most}个。", $"{column.Name} has {length} characters; it may have {most}.");

    public static Problem TooMany(ColumnName column, int items, int most) =>
        Invalid(null, $"{column.Label}有{items}项，最多{most}项。", $"{column.Name} has {items} items; it may have {most}.");

    public static Problem Before(ColumnName later, string laterValue, ColumnName earlier, string earlierValue) =>
        Invalid(laterValue,
            $"{later.Label}“{laterValue}”早于{earlier.Label}“{earlierValue}”。",
            $"{later.Name} {laterValue} is before {earlier.Name} {earlierValue}.");

    public static Problem Itself(ColumnName column, string value) => NotA(column, value,
        "就是本条记录，应当是另一条", "is the record itself: it must be another");

    public static Problem NotYet(ColumnName column, string value, DateOnly today) => NotA(column, value,
        $"晚于今天（{today.InWords().Zh}），尚未发生的事项不能登记",
        $"lies after today, {today:yyyy-MM-dd}: what has not happened cannot be recorded");

    public static Problem Below(ColumnName upper, string upperValue, ColumnName lower, string lowerValue) =>
        Invalid(upperValue,
            $"{upper.Label}“{upperValue}”小于{lower.Label}“{lowerValue}”。",
            $"{upper.Name} {upperValue} is below {lower.Name} {lowerValue}.");

    public static Problem TwiceInPack(ColumnName column, string value, string place) =>
        NotA(column, value, $"与{place}重复", $"stands in {place} already") with { Code = ProblemCode.Duplicate };

    public static Problem Recorded(ColumnName column, string value) =>
        NotA(column, value, "已有其他记录使用", "is another record's already") with { Code = ProblemCode.Duplicate };

    public static Problem NameOfAnother(ColumnName column, string value, string code) => NotA(column, value,
        $"已是单位“{code}”的名称：是同一单位的，请使用该代码；不是的，请用能够区别的名称",
        $"is the agency {code}'s already: use that code if they are one, and a name that tells them apart if not")
        with { Code = ProblemCode.Duplicate };

    /// <param name="columns">Those that differ, an empty one of what is recorded among them.</param>
    public static Problem RecordedAlready(string code, IEnumerable<Column> columns)
    {
        var named = Text.Join(columns.Select(c => new Text(c.Label, c.Name)));
        return new(ProblemCode.Duplicate, new(
            $"“{code}”已登记，所填{named.Zh}与已登记的不同（未填的也算不同）；请照原样填写，确有错误的用 correctRecord 说明原因后更正。",
            $"{code} is recorded already with another {named.En} (left out counts too): repeat what is recorded, "
                + "or mend it by correctRecord, with a reason."), []);
    }

    public static Problem StillNamed(Text what, string value, Text by) => new(
        ProblemCode.InvalidValue, new($"{what.Zh}的记录“{Short(value)}”不能撤销或改名：{by.Zh}中仍有记录引用它。",
            $"\"{Short(value)}\" of {what.En} cannot go: rows of {by.En} still name it."), []) { Value = value };

    public static Problem Approved(ColumnName column) => new(
        ProblemCode.ApprovedContent,
        new($"规划已批准，{column.Label}不能直接变更；须按原程序调整修订，或以更正方式修正错误。",
            $"{column.Name} of an approved plan does not change here: amend the plan, or correct the record."), [], ApprovalClause);

    public static Problem ApprovedTargets(int version) => new(
        ProblemCode.ApprovedContent,
        new($"规划第{version}版已批准，其目标值不能直接变更；须按原程序调整修订，或以更正方式修正错误。",
            $"targets of the approved version {version} do not change here: amend the plan, or correct the record."), [], ApprovalClause);

    public static Problem ApprovedTask(string code) => new(
        ProblemCode.ApprovedContent,
        new($"规划已批准，批准时已有的任务“{code}”不能直接变更；须写明所据文件，或按原程序调整修订。",
            $"the task {code} was approved with its plan: name the document that changes it, or amend the plan."), [], ApprovalClause);

    public static Problem SecretTitle(ColumnName column) => Secret(
        $"{column.Label}不予接收：涉密规划的名称只能写“涉密规划”。", $"{column.Name} is refused: a secret plan is written as 涉密规划 and nothing else.");

    public static Problem SecretColumn(ColumnName column) => Secret(
        $"{column.Label}不予接收：本系统不处理涉密规划的内容。", $"{column.Name} is refused: this registry takes no content of a secret plan.");

    public static Problem SecretCode(ColumnName column) => Secret(
        $"{column.Label}不予接收：涉密规划、文件的编号只能由大写字母、数字和连字符组成，如“SPE-2026-S1”，也可以留空。",
        $"{column.Name} is refused: a code or number of a secret plan or document "
            + "has capital letters, digits and hyphens only, like SPE-2026-S1, or is left out.");

    public static Problem SecretDocument(ColumnName column) => Secret(
        $"{column.Label}不予接收：涉密规划只能引用已登记的文件，或以字母数字编号引用。",
        $"{column.Name} is refused: for a secret plan name a document that is registered, or a code of letters and digits.");

    public static Problem SecretReason(IReadOnlyList<string> allowed) => Secret(
        $"理由不予接收：涉密规划的记录只能以下列理由之一变更：{string.Join("、", allowed)}。",
        $"reason is refused: a record of a secret plan is changed for one of these reasons: {string.Join(", ", allowed)}.") with
        {
            Path = ["reason"],
        };

    public static Problem SecretHeading(string file, int place) => Secret(
        $"{file}第{place}列不是本表的列（本表有涉密规划的行，不显示列名）。",
        $"{file} has no such column as its column {place} (it has rows of secret plans, so the heading is not shown).");

    public static Problem SecretRow(Text table) => Secret(
        $"{table.Zh}的这一行不予接收：本系统不处理涉密规划的内容。", $"this row of {table.En} is refused: this registry takes no content of a secret plan.");

    public static Problem SecretStanding(Text table) => Secret(
        $"规划列为涉密之前，须先撤销{table.Zh}中已登记的内容。", $"secrecy is refused: {table.En} holds content of this plan, which must be withdrawn first.");

    public static Problem SecretStays => Secret(
        "密级不能在此变更：涉密规划的解密须以更正方式办理。", "secrecy is refused: a secret plan is declassified by a correction only.");

    /// <summary>What may be said of a bad cell in a secret row: which column, not what.</summary>
    public static Problem Unspoken(ColumnName? column) => Invalid(null,
        $"{column?.Label ?? "这一行"}填写有误（涉密，不显示内容）。", $"{column?.Name ?? "this row"} is not valid (secret, so its value is not shown).");

    public static Problem Invalid(string? value, string zh, string en) =>
        new(ProblemCode.InvalidValue, new Text(zh, en), []) { Value = value };

    private static Problem Secret(string zh, string en) => new(ProblemCode.SecretContentRefused, new Text(zh, en), []);

    private static string Short(string value) =>
        value.Length <= 80 ? value.ReplaceLineEndings(" ") : value[..79].ReplaceLineEndings(" ") + "…";
}
