using System.Diagnostics;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// How long a writer still waits, reckoned from its own start: wherever it queues on its way, those who began together give up together.
/// </summary>
public sealed class Waiting(TimeSpan patience)
{
    private readonly long start = Stopwatch.GetTimestamp();

    public TimeSpan Left => patience - Stopwatch.GetElapsedTime(start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
