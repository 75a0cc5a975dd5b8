using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace PlanBench;

/// <summary>Timings, live heap and digests for one number of plans.</summary>
internal static class Measure
{
    public static string Row(ISessionFactory factory, int plans)
    {
        var facts = Workload.Generate(plans).All().ToList();
        var runs = plans > 20_000 ? 3 : 7;
        var hand = Median(runs, () => Batch(new HandWritten(), facts));
        var engine = Median(runs, () => Batch(new RuleEngineAdapter(factory), facts));
        var (leaf, parent, suppose) = Updates(factory, plans);
        return $"| {plans,7} | {facts.Count,9} | {hand,15:F1} | {engine,10:F1} | {engine / hand,5:F1} | {engine * 1000 / facts.Count,7:F2} " +
            $"| {leaf,14:F4} | {parent,21:F4} | {suppose,10:F4} | {BytesPerFact(factory, facts),10:F1} | {Agrees(factory, plans),-4} |";
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
    private static string Agrees(ISessionFactory factory, int plans)
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
        return same & SameDigest(engines) ? "yes" : "NO";
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
