using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>Lines of a table that are no rows of it: sums and notes.</summary>
internal static partial class Asides
{
    public static bool Is(string text) =>
        Width.Fold(text) is var plain && (Sum().IsMatch(plain) || Note().IsMatch(plain) || Signer().IsMatch(plain));

    /// <summary>合计, 本页小计, 全区合计(12个), 资金合计:.</summary>
    [GeneratedRegex(@"^.{0,20}?(合\s*计|小\s*计|总\s*计|共\s*计)\s*(金额|资金|数|个数)?\s*($|[:(0-9一二三四五六七八九十])", RegexOptions.Singleline)]
    private static partial Regex Sum();

    /// <summary>注1, 说明:, and what the registry itself writes below its lists.</summary>
    [GeneratedRegex(@"^(注[:0-9]|注$|(备注|说明|填报|填表|制表)\s*:|规划登记册·|Plan registry ·)")]
    private static partial Regex Note();

    /// <summary>Who filled it in: 填报人 alone or before a mark or a blank, and no name that begins so.</summary>
    [GeneratedRegex(@"^(填报|填表|制表|审核|复核|联系|经办)(单位|部门|人|人员|时间|日期|电话|说明)\s*($|[:\s])")]
    private static partial Regex Signer();
}
