using System.Diagnostics;
using System.Globalization;

namespace PlanBench;

/// <summary>The time from loading the rules to a factory, before anything is warm.</summary>
internal static class FirstCompile
{
    public static int Measure()
    {
        var clock = Stopwatch.StartNew();
        RuleEngineAdapter.Compile();
        Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The best of five processes: others may be using the machine.</summary>
    public static double InAFreshProcess() => Enumerable.Range(0, 5).Min(_ => Run());

    private static double Run()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, "compile") { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        return double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }
}
