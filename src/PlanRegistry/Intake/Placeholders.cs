using System.Text;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// What people write where there is nothing: 无, /, —, 待补, N/A. It is no content in any cell, and nobody may guess whether "none", "not
/// yet" or "not asked" was meant: it is refused, and an empty cell says "not recorded". (none is a value of some policies.)
/// </summary>
public static class Placeholders
{
    private const int LeastOfAReason = 2;
    private const string Marks = "-/\\.?*_…,;:、。，；：×";

    private static readonly HashSet<string> Words =
    [
        .. new[]
        {
            "无", "没有", "暂无", "暂缺", "缺", "空", "空白", "待补", "待补充", "待定", "待填", "待填写", "待查", "待核实", "待完善", "待明确",
            "不详", "不明", "未知", "未填", "未填写", "未定", "同上", "略", "n/a", "n.a.", "na", "nil", "null", "tbd", "unknown", "#n/a",
        }.Select(TitleKey.Of),
    ];

    /// <summary>A reason says something: two letters at least, of whatever script, and no placeholder.</summary>
    public static bool IsNoReason(string? text) =>
        string.IsNullOrWhiteSpace(text) || Has(text) || TitleKey.Of(text).EnumerateRunes().Count(Rune.IsLetter) < LeastOfAReason;

    public static bool IsNone(string text) => TitleKey.Of(text) == "无";

    public static bool Has(string text) => TitleKey.Of(text) is var key && (Words.Contains(key) || key.All(Marks.Contains));
}
