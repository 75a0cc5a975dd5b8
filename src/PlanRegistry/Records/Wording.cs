namespace PlanRegistry.Records;

/// <summary>
/// How a day, a span of years and a title stand in a sentence: in Chinese as GB/T 15834 (punctuation) and GB/T 15835 (numerals) ask,
/// 2025年12月31日, 2021—2025年, 《…》. Amounts: <see cref="Indicators.Quantity"/>.
/// </summary>
public static class Wording
{
    public static Text InWords(this DateOnly day) => new PartialDate(day).InWords();

    /// <summary>As much of it as the record says.</summary>
    public static Text InWords(this PartialDate date) => new(
        $"{date.First.Year}年{(date.IsExact || date.First.Month == date.Last.Month ? $"{date.First.Month}月" : "")}"
            + (date.IsExact ? $"{date.First.Day}日" : ""),
        date.ToString());

    /// <summary>A moment, by the clock that is read here; in English with its offset.</summary>
    public static Text InWords(this DateTimeOffset moment)
    {
        var here = Calendar.InShanghai(moment);
        return new($"{Calendar.DayOf(here).InWords().Zh}{here:HH:mm:ss.FFF}（北京时间）", $"{here:yyyy-MM-ddTHH:mm:ss.FFFzzz}");
    }

    /// <summary>As papers tell when they were made.</summary>
    public static DateTimeOffset ToTheSecond(this DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>Both years counted.</summary>
    public static Text Span(int from, int to) => new(from == to ? $"{from}年" : $"{from}—{to}年", $"{from}-{to}");

    /// <summary>
    /// Of a plan or a document, word for word; one that stands in 《》 already keeps them, and 《》 within are 〈〉 (GB/T 15834).
    /// </summary>
    public static Text Title(string title)
    {
        var plain = title.Trim().ReplaceLineEndings("");
        if (plain.Length > 2 && plain[0] == '《' && plain.IndexOf('》') == plain.Length - 1)
        {
            return new(plain, title);
        }
        return plain.Length == 0 ? new("（名称未录入）", "(title not recorded)")
            : new($"《{plain.Replace('《', '〈').Replace('》', '〉')}》", title);
    }

    /// <summary>三、（一）: a clause as GB/T 15834 writes it; rules and records keep it as they were written.</summary>
    public static string Clause(string clause) => clause.Replace('(', '（').Replace(')', '）');

    /// <summary>What is said of several things, each of which may be several.</summary>
    public static Text Clauses(IEnumerable<Text> parts)
    {
        var list = parts.ToList();
        return new Text(string.Join('；', list.Select(p => p.Zh)), string.Join("; ", list.Select(p => p.En)));
    }

    /// <summary>The same where a sentence that quotes it goes on: without its full stop.</summary>
    public static Text WithoutStop(this Text text) => new(text.Zh.TrimEnd('。'), text.En.TrimEnd('.'));
}
