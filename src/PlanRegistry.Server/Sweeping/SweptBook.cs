using PlanRegistry.Records;
using PlanRegistry.Server.Storage;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Sweeping;

/// <summary>The last result of every district, read once, and then what is new.</summary>
public sealed class SweptBook(ISweepStorage storage)
{
    private readonly Lock turn = new();
    private Dictionary<DistrictCode, SweptResult> newest = [];
    private int number;

    /// <summary>Of each district that was judged on this day or before, what it was judged to last.</summary>
    public IReadOnlyList<SweptResult> On(DateOnly day)
    {
        lock (turn)
        {
            Refresh();
            if (newest.Values.All(r => r.Day <= day))
            {
                return [.. newest.Values];
            }
        }
        return storage.Results(day, withCounts: true);
    }

    private void Refresh()
    {
        if (number == 0 || storage.LastNumber() < number)
        {
            // Not yet read, or all were judged anew. What is kept in between is read once more after it.
            number = storage.LastNumber();
            newest = storage.Results(DateOnly.MaxValue, withCounts: true).ToDictionary(r => r.District);
        }
        foreach (var result in storage.ResultsAfter(number))
        {
            if (!newest.TryGetValue(result.District, out var known) || known.Day <= result.Day)
            {
                newest[result.District] = result;
            }
            number = result.Number;
        }
    }
}
