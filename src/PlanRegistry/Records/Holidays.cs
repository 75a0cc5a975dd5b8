using System.Globalization;

namespace PlanRegistry.Records;

/// <summary>
/// 国务院办公厅关于部分节假日安排的通知, one a year, as data (holidays.csv): a row for each span of days off and each day worked, with
/// number and day of the notice. A year whose notice is not in it is not known; a new notice is new rows and nothing else.
/// </summary>
internal static class Holidays
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["元旦"] = "New Year's Day", ["春节"] = "the Spring Festival", ["清明节"] = "Tomb-sweeping Day", ["劳动节"] = "Labour Day",
        ["端午节"] = "the Dragon Boat Festival", ["中秋节"] = "the Mid-autumn Festival", ["国庆节"] = "National Day",
    };

    public static string NameOf(string festival) => string.Join(" and ", festival.Split('、').Select(f => Names.GetValueOrDefault(f, f)));

    /// <summary>Every day of every row.</summary>
    public static IEnumerable<SpecialDay> Read()
    {
        using var stream = typeof(Holidays).Assembly.GetManifestResourceStream("holidays.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            for (var (day, last) = (DayIn(cells[1]), DayIn(cells[2])); day <= last; day = day.AddDays(1))
            {
                yield return new(int.Parse(cells[0], CultureInfo.InvariantCulture), day, cells[3] == "yes", cells[4], cells[5],
                    DayIn(cells[6]));
            }
        }
    }

    private static DateOnly DayIn(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
