using PlanRegistry.Records;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// What districts were judged to, and which are still to be judged, in the same home as their ledgers. Derived: what is lost is judged
/// again. Throws as <see cref="IStorage"/> does.
/// </summary>
public interface ISweepStorage : IDisposable
{
    /// <summary>The seq of the last entry of each ledger.</summary>
    IReadOnlyDictionary<DistrictCode, int> Heads();

    /// <summary>Of each district the last result of its latest day up to this one, with counts or without.</summary>
    IReadOnlyList<SweptResult> Results(DateOnly day, bool withCounts);

    /// <summary>Those kept after a number that no later one has replaced, with their counts, in order.</summary>
    IReadOnlyList<SweptResult> ResultsAfter(int number);

    /// <summary>The number of the last result; 0 before the first.</summary>
    int LastNumber();

    /// <summary>Results whose findings are others than before, after a number, in order.</summary>
    IReadOnlyList<SweptChange> ChangesAfter(int number, int limit);

    /// <summary>The vector of a result; null where there is none of that number.</summary>
    string? VectorOf(int number);

    /// <summary>Puts districts down to be judged on a day, each once.</summary>
    void Enlist(DateOnly day, IEnumerable<DistrictCode> districts);

    /// <summary>How many are still to be judged on a day, by whomever.</summary>
    int Left(DateOnly day);

    /// <summary>
    /// Judges one of the districts put down for a day that nobody else is at, and keeps what comes of it; false when there is none.
    /// </summary>
    /// <param name="passedOver">Those that could not be judged.</param>
    /// <param name="judge">
    /// Given the district and its last result; null when there is nothing to keep. When it throws the district stays down.
    /// </param>
    bool Take(DateOnly day, IReadOnlyCollection<DistrictCode> passedOver, Func<DistrictCode, SweptResult?, SweptResult?> judge);

    /// <summary>Lets go of results before a day of which nobody need be told any more.</summary>
    void Forget(DateOnly before);
}
