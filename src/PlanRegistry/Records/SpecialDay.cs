namespace PlanRegistry.Records;

/// <summary>
/// 放假、调休上班: a day on which offices are closed, or open on a weekend, by the State Council's notice on the days off of a year.
/// </summary>
/// <param name="Year">The year of the notice; the day may lie in the last week of the year before.</param>
/// <param name="Festival">春节; in English by <see cref="Holidays.NameOf"/>.</param>
/// <param name="Notice">国办发明电〔2025〕7号.</param>
public sealed record SpecialDay(int Year, DateOnly Day, bool IsWorking, string Festival, string Notice, DateOnly NoticeIssuedOn)
{
    public Text Name => IsWorking
        ? new($"{Festival}调休上班", $"worked in exchange for {Holidays.NameOf(Festival)}")
        : new($"{Festival}放假", $"off for {Holidays.NameOf(Festival)}");
}
