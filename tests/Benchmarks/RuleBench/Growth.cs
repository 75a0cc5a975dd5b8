using System.Diagnostics;

namespace PlanBench;

/// <summary>
/// Whether cost grows linearly with facts: one session of 100,000 plans beside ten sessions of 10,000 that live together.
/// Both hold as much memory, so the collector and the caches weigh on both, and what is left is the growth of the algorithm.
/// </summary>
internal static class Growth
{
    public static string Lines(ISessionFactory factory, Targets targets)
    {
        var one = new[] { Workload.Generate(100_000).All().ToList() };
        var ten = Enumerable.Range(0, 10).Select(_ => Workload.Generate(10_000).All().ToList()).ToArray();
        var facts = one[0].Count;
        var (hand, engine) = (new Pair(), new Pair());
        for (var round = 0; round < 5; round++)
        {
            hand.Add(Judge(() => new HandWritten(), ten), Judge(() => new HandWritten(), one));
            engine.Add(Judge(() => new RuleEngineAdapter(factory), ten), Judge(() => new RuleEngineAdapter(factory), one));
        }
        targets.AtMost("growth: 100,000 plans in one session beside ten sessions of 10,000", engine.Ratio, 1.5, "x");
        return string.Join('\n', Line("hand-written", hand, facts), Line("engine", engine, facts));
    }

    private static string Line(string name, Pair pair, int facts) =>
        $"{name,-12} us/fact: ten sessions of 10,000 plans {pair.Ten * 1000 / facts:F3}, one of 100,000 {pair.One * 1000 / facts:F3}: {pair.Ratio:F2} x";

    private static double Judge(Func<IEngine> create, List<object>[] districts)
    {
        GC.Collect();
        var engines = new List<IEngine>();
        var clock = Stopwatch.StartNew();
        foreach (var facts in districts)
        {
            engines.Add(create());
            engines[^1].InsertAll(facts);
            engines[^1].Fire();
        }
        var elapsed = clock.Elapsed.TotalMilliseconds;
        GC.KeepAlive(engines);
        return elapsed;
    }

    private sealed class Pair
    {
        private readonly List<double> _ten = [], _one = [];

        public double Ten => _ten.Order().ElementAt(_ten.Count / 2);
        public double One => _one.Order().ElementAt(_one.Count / 2);
        public double Ratio => One / Ten;

        public void Add(double ten, double one)
        {
            _ten.Add(ten);
            _one.Add(one);
        }
    }
}
