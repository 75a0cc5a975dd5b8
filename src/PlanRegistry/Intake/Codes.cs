using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What a code may be where other records name it.</summary>
internal static class Codes
{
    /// <summary>Refuses a code that a list of codes, or DISTRICT:CODE, could not be told from.</summary>
    public static CellValue Check(ColumnName column, object value) =>
        (string)value is var text && text.IndexOfAny([';', '；']) < 0
            && !(text.Length > 6 && text[6] == ':' && DistrictCode.TryParse(text[..6], out _))
            ? CellValue.Of(text)
            : Refusals.NotA(column, text,
                "不能作代码：含有分号，或以行政区划代码加冒号开头",
                "is no code: it holds a semicolon, or begins like another district's");
}
