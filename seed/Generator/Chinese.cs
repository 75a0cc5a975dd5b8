namespace PlanRegistry.Generator;

/// <summary>Numbers as they are written in names: 一, 十二, 二百零三.</summary>
internal static class Chinese
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Places = ["", "十", "百", "千"];

    /// <summary>From 1 to 9999.</summary>
    public static string Number(int number)
    {
        var text = "";
        for (var place = 0; number > 0; place++, number /= 10)
        {
            var digit = number % 10;
            text = digit > 0 ? Digits[digit] + Places[place] + text : text.Length > 0 && text[0] != '零' ? "零" + text : text;
        }
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    /// <summary>十四五 for 2021: what the five-year plan that begins in the year is called.</summary>
    public static string FiveYearPlan(int from) => Number((from - 1951) / 5);

    public static string FiveYearPlanShort(int from) => $"“{FiveYearPlan(from)}五”";
}
