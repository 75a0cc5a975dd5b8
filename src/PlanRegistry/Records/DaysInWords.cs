namespace PlanRegistry.Records;

/// <summary>Days as official Chinese writes them (GB/T 15834, GB/T 15835): 2025年12月31日, as much of it as the record says.</summary>
public static class DaysInWords
{
    public static Text InWords(this DateOnly day) => new PartialDate(day).InWords();

    public static Text InWords(this PartialDate date) =>
        date.IsExact ? new Text($"{date.First.Year}年{date.First.Month}月{date.First.Day}日", date.ToString()) : date.Said;
}
