using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Reads one cell of a column: what it names, what it says, and what only this column asks of it.</summary>
internal static partial class CellReader
{
    /// <summary>
    /// In an act's agency: not recorded, and not to be assumed either. Written by an export where an empty cell would be filled
    /// on the way in, so that what comes back is what went out.
    /// </summary>
    public const string Nobody = "-";

    public static CellValue Read(Desk desk, PackTable table, Column column, string raw)
    {
        if (table.Table == "acts" && column.Name == "agency" && raw == Nobody)
        {
            return default;
        }
        var value = column.References is not null ? desk.References.Read(column, raw)
            : (Nullable.GetUnderlyingType(column.Type) ?? column.Type) == typeof(PlanVersion) ? desk.References.PlanVersion(column.Name, raw)
            : Cells.Read(column, raw);
        return value.Text is not null ? Special(desk, table.Table, column.Name, value.Text) : value;
    }

    private static CellValue Special(Desk desk, string table, string column, string text) => (table, column) switch
    {
        ("plans" or "superior_plans", "code") => PlanCodes.IsValid(text) ? text
            : Refusals.NotA(column, text, "不是规划代码:1 至 64 个字母、汉字、数字或 . _ -", "is no plan code: 1 to 64 letters, digits, \".\", \"_\" or \"-\""),
        ("agencies" or "indicators" or "documents" or "directory_lists", "code") => IsCode(text) ? text
            : Refusals.NotA(column, text, "不能作代码:含有分号,或以行政区划代码加冒号开头", "is no code: it holds a semicolon, or begins like another district's"),
        ("indicators" or "targets", "unit") => desk.Names.Units.Contains(text) ? text : Refusals.NotKnown(column, text),
        ("documents", "number") => DocumentNumber.LooksDamaged(text) ? Refusals.Damaged(column, text, DocumentNumber.Suggest(text)) : DocumentStubs.CodeFor(text),
        ("documents", "sha256") => Sha256().IsMatch(text) ? text.ToLowerInvariant()
            : Refusals.NotA(column, text, "不是 64 位十六进制的 SHA-256 值", "is no SHA-256: write 64 hexadecimal digits"),
        ("exemptions", "rules") => Rules(column, text),
        ("units", "factor") => text.StartsWith('-') || text.All(c => c is '0' or '.') ? Refusals.NotA(column, text, "不是正数", "is no positive number") : text,
        ("policy", "key") => PolicyKeys.Find(text) is not null ? text : Refusals.NotKnown(column, text),
        ("superior_plans", "district") => text != desk.Home.Value ? text
            : Refusals.NotA(column, text, "是本行政区:本区规划应登记在 plans.csv", "is this district itself: its plans stand in plans.csv"),
        ("districts", "code") => text == desk.Home.Value ? text
            : Refusals.NotA(column, text, $"不是接收的行政区 {desk.Home}", $"is not the receiving district {desk.Home}") with { Code = ProblemCode.UnknownDistrict },
        ("districts", "superior") => text != desk.Home.Value ? text : Refusals.NotA(column, text, "是本行政区自身", "is this district itself"),
        _ => text,
    };

    /// <summary>A code that a list of codes, or DISTRICT:CODE, could not be told from.</summary>
    private static bool IsCode(string text) => !text.Contains(';') && !(text.Length > 6 && text[6] == ':' && DistrictCode.TryParse(text[..6], out _));

    private static CellValue Rules(string column, string text) =>
        text.Split(';').FirstOrDefault(code => !RuleCode().IsMatch(code)) is { } wrong
            ? Refusals.NotA(column, wrong, "不是规则编号,请写作 CAT-001", "is no rule code: write it like CAT-001")
            : text;

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Sha256();

    [GeneratedRegex("^[A-Z]{3}-[0-9]{3}$")]
    private static partial Regex RuleCode();
}
