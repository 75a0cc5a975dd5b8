namespace PlanRegistry.Records;

/// <summary>
/// The earliest later day on which something that was asked of a day judged would be answered otherwise. Many threads may tell it at once.
/// </summary>
public sealed class NextTurn
{
    private const int Never = int.MaxValue;

    private int earliest = Never;

    /// <summary>Null where nothing that was asked ever changes.</summary>
    public DateOnly? Day => Volatile.Read(ref earliest) is var number && number <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber(number) : null;

    internal void Note(int dayNumber)
    {
        for (var known = Volatile.Read(ref earliest); dayNumber < known;)
        {
            var was = Interlocked.CompareExchange(ref earliest, dayNumber, known);
            if (was == known)
            {
                return;
            }
            known = was;
        }
    }
}
