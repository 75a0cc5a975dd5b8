using System.Diagnostics;
using Fuzz.Inputs;
using GraphQLEngine.Http;

namespace Fuzz;

/// <summary>Sends inputs to a target and judges the answers. Input i of a seed is always the same.</summary>
public sealed class Fuzzer(Target target, int seed)
{
    /// <summary>The largest memory and the longest time of one input, and which input it was.</summary>
    public (long Bytes, int Index) Largest { get; private set; }

    public (TimeSpan Time, int Index) Slowest { get; private set; }

    /// <summary>How many answers had data, and how many each error code: whether the inputs get everywhere.</summary>
    public Dictionary<string, int> Kinds { get; } = [];

    public GraphQLHttpRequest Request(int index) =>
        new Requests(target.Model, target.Words, new Chance(seed, index)).Next() with { Services = target.Services };

    /// <exception cref="FuzzException">The answer is not what it must be; the message has the input.</exception>
    public async Task Send(int index)
    {
        var request = Request(index);
        try
        {
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            using var response = target.Handler.Handle(request);
            Note(index, GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(started));
            var kind = await Answer.Check(response);
            Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
            if (target.Unexpected.TryDequeue(out var unexpected))
                throw new InvalidAnswerException($"{unexpected.Coordinate} threw {unexpected.Exception}");
        }
        catch (Exception error)
        {
            throw new FuzzException(target, seed, index, request, error);
        }
    }

    private void Note(int index, long bytes, TimeSpan time)
    {
        if (bytes > Largest.Bytes)
            Largest = (bytes, index);
        if (time > Slowest.Time)
            Slowest = (time, index);
        if (bytes > target.MaxAllocation)
            throw new InvalidAnswerException($"The input allocated {bytes:N0} bytes; {target.MaxAllocation:N0} are allowed.");
    }
}
