using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace PlanBench;

/// <summary>Timings, live heap and digests for one number of plans.</summary>
internal static class Measure
{
    public const string Heading = """
        |   plans |     facts | hand-written ms | us/fact | engine ms | us/fact | ratio | update leaf ms | update 20 children ms | what-if ms | bytes/fact | same |
        |--------:|----------:|----------------:|--------:|----------:|--------:|------:|---------------:|----------------------:|-----------:|-----------:|:-----|
        """;

    /// <summary>Both engines reach their final machine code before anything is measured.</summary>
    public static void WarmUp(ISessionFactory factory)
    {
        var facts = Workload.Generate(300).All().ToList();
        for (var i = 0; i < 100; i++)
        {
            Batch(new HandWritten(), facts);
            Batch(new RuleEngineAdapter(factory), facts);
        }
        Agrees(factory, 300);
        Updates(factory, 300);
    }

    /// <summary>One row of the table; the targets are those of 10,000 plans.</summary>
    public static string Row(ISessionFactory factory, int plans, Targets targets)
    {
        var facts = Workload.Generate(plans).All().ToList();
        var (hand, engine) = Batches(factory, facts, plans > 20_000 ? 3 : 9);
        var (leaf, parent, suppose) = Updates(factory, plans);
        var (bytes, agrees) = (BytesPerFact(factory, facts), Agrees(factory, plans));
        targets.Holds($"findings as the hand-written engine's, {plans:N0} plans", agrees);
        if (plans == 10_000)
        {
            targets.AtMost("batch at 10,000 plans beside hand-written", engine / hand, 6, "x");
            targets.AtMost("one Update and Fire at 10,000 plans, leaf", leaf, 0.2, "ms");
            targets.AtMost("one Update and Fire at 10,000 plans, with 20 children", parent, 2, "ms");
            targets.AtMost("what-if at 10,000 plans, there and back", suppose, 2, "ms");
            targets.AtMost("live heap at 10,000 plans, bytes per fact", bytes, 338);
        }
        return $"| {plans,7} | {facts.Count,9} | {hand,15:F1} | {hand * 1000 / facts.Count,7:F3} | {engine,9:F1} | {engine * 1000 / facts.Count,7:F3} | {engine / hand,5:F1} " +
            $"| {leaf,14:F4} | {parent,21:F4} | {suppose,10:F4} | {bytes,10:F1} | {(agrees ? "yes" : "NO"),-4} |";
    }

    /// <summary>Medians; the two take turns, so that a busy moment of the machine falls on both.</summary>
    private static (double Hand, double Engine) Batches(ISessionFactory factory, List<object> facts, int runs)
    {
        var (hand, engine) = (new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            hand.Add(Batch(new HandWritten(), facts));
            engine.Add(Batch(new RuleEngineAdapter(factory), facts));
        }
        return (hand.Order().ElementAt(runs / 2), engine.Order().ElementAt(runs / 2));
    }

    private static double Batch(IEngine engine, List<object> facts)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        engine.InsertAll(facts);
        engine.Fire();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>One Update and Fire: of a plan without children, and of one with about twenty.</summary>
    private static (double Leaf, double Parent, double Suppose) Updates(ISessionFactory factory, int plans)
    {
        var workload = Workload.Generate(plans);
        var engine = new RuleEngineAdapter(factory);
        engine.InsertAll(workload.All());
        engine.Fire();
        var children = workload.Plans.Where(p => p.ParentId != null).CountBy(p => p.ParentId!.Value).ToDictionary();
        var leaf = workload.Plans.Last(p => !children.ContainsKey(p.Id));
        var parent = workload.Plans.MinBy(p => Math.Abs(children.GetValueOrDefault(p.Id) - 20))!;
        return (Median(201, () => Toggle(engine, leaf)), Median(201, () => Toggle(engine, parent)), Median(201, () => Suppose(engine, parent)));
    }

    private static double Toggle(RuleEngineAdapter engine, Plan plan)
    {
        plan.PeriodEnd = plan.PeriodEnd.AddYears(plan.PeriodEnd.Year > 2030 ? -5 : 5);
        var clock = Stopwatch.StartNew();
        engine.Update(plan);
        engine.Fire();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>What if the plan were gone: there and back.</summary>
    private static double Suppose(RuleEngineAdapter engine, Plan plan)
    {
        var clock = Stopwatch.StartNew();
        engine.Session.Suppose(session => session.Retract(plan));
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double BytesPerFact(ISessionFactory factory, List<object> facts)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var engine = new RuleEngineAdapter(factory);
        engine.InsertAll(facts);
        engine.Fire();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(engine);
        return (double)(after - before) / facts.Count;
    }

    /// <summary>Whether both engines find the same: after the batch, after every tenth plan changed, after every seventh went.</summary>
    private static bool Agrees(ISessionFactory factory, int plans)
    {
        var workload = Workload.Generate(plans);
        IEngine[] engines = [new HandWritten(), new RuleEngineAdapter(factory)];
        foreach (var engine in engines) engine.InsertAll(workload.All());
        var same = SameDigest(engines);
        foreach (var plan in workload.Plans.Where((_, i) => i % 10 == 0))
        {
            plan.PeriodEnd = plan.PeriodEnd.AddYears(5);
            plan.Status = plan.Status == PlanStatus.InForce ? PlanStatus.Expired : PlanStatus.InForce;
            plan.MustBeListed = !plan.MustBeListed;
            foreach (var engine in engines) engine.Update(plan);
        }
        same &= SameDigest(engines);
        foreach (var plan in workload.Plans.Where((_, i) => i % 7 == 0))
            foreach (var engine in engines) engine.Retract(plan);
        return same & SameDigest(engines);
    }

    private static bool SameDigest(IEngine[] engines)
    {
        foreach (var engine in engines) engine.Fire();
        return engines.Select(Digest).Distinct().Count() == 1;
    }

    private static string Digest(IEngine engine)
    {
        var lines = engine.Findings().Select(f => f.Key).Concat(engine.Summaries().Select(s => $"{s.DistrictId}={s.Count}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))));
    }

    private static double Median(int runs, Func<double> measure) => Enumerable.Range(0, runs).Select(_ => measure()).Order().ElementAt(runs / 2);
}
