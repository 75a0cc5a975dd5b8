using System.Diagnostics;

namespace Fuzz;

/// <summary>Sends the inputs of one target from several threads, with small stacks, and gives up on one that takes too long.</summary>
public sealed class FuzzRun(Target target, int seed, int count, Progress progress, int threads)
{
    // What a thread of Windows has; Linux would give eight times as much, and hide a recursion that is too deep.
    private const int StackBytes = 1024 * 1024;

    private const int PatienceSeconds = 20;

    private readonly Fuzzer[] _fuzzers = [.. Enumerable.Range(0, threads).Select(_ => new Fuzzer(target, seed))];
    private int _next;
    private volatile Exception? _failure;

    /// <exception cref="FuzzException">An input was answered badly.</exception>
    /// <exception cref="TimeoutException">An input got no answer in time.</exception>
    public void Run()
    {
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(thread => Start(() => Work(thread))).ToList();
        while (!workers.TrueForAll(worker => worker.Join(0)))
            Watch();
        if (_failure is { } failure)
            throw failure;
        Summarise(clock.Elapsed);
    }

    private void Summarise(TimeSpan time)
    {
        var (bytes, largest) = _fuzzers.MaxBy(fuzzer => fuzzer.Largest.Bytes)!.Largest;
        var (longest, slowest) = _fuzzers.MaxBy(fuzzer => fuzzer.Slowest.Time)!.Slowest;
        Console.WriteLine(
            $"ok  {target.Name}, seed {seed}: {count:N0} inputs answered in {time.TotalSeconds:F0} s; "
                + $"at most {bytes / 1048576.0:F1} MB (input {largest}) and {longest.TotalMilliseconds:F0} ms (input {slowest}) for one");
        var kinds = _fuzzers.SelectMany(fuzzer => fuzzer.Kinds)
            .GroupBy(kind => kind.Key, kind => kind.Value).OrderByDescending(kind => kind.Sum());
        Console.WriteLine($"    {string.Join(", ", kinds.Select(kind => $"{kind.Key} {100.0 * kind.Sum() / count:F1} %"))}");
    }

    /// <summary>Runs as an input is sent: on a thread with a small stack.</summary>
    public static Thread Start(Action action)
    {
        var thread = new Thread(() => action(), StackBytes) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void Work(int thread)
    {
        try
        {
            for (var input = Next(); input < count && _failure is null; input = Next())
            {
                progress[thread] = input + 1;
                _fuzzers[thread].Send(input).GetAwaiter().GetResult();
            }
        }
        catch (FuzzException failure)
        {
            _failure = failure;
        }
        progress[thread] = 0;
    }

    // One input that stays in its place while the patience lasts hangs.
    private void Watch()
    {
        var before = progress.Inputs.ToHashSet();
        for (var waited = 0; waited < PatienceSeconds * 10; waited++)
        {
            Thread.Sleep(100);
            before.IntersectWith(progress.Inputs);
            if (before.Count == 0)
                return;
        }
        throw new TimeoutException(
            $"{target.Name}, seed {seed}, input {string.Join(" or ", before)}: no answer within {PatienceSeconds} s.");
    }

    private int Next() => Interlocked.Increment(ref _next) - 1;
}
