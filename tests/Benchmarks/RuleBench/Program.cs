using System.Diagnostics;
using PlanBench;

// make bench-rules: the engine against hand-written dictionaries, on the same facts in the same process.
// what-if: a plan with about 20 children is supposed to be gone, there and back.
// Arguments: the numbers of plans; 100 300 1000 3000 10000 100000 unless given.
int[] sizes = args.Length > 0 ? [.. args.Select(int.Parse)] : [100, 300, 1_000, 3_000, 10_000, 100_000];

var clock = Stopwatch.StartNew();
var factory = RuleEngineAdapter.Compile();
Console.WriteLine($"first compile of {6} rules: {clock.Elapsed.TotalMilliseconds:F1} ms");
clock.Restart();
Judge(new RuleEngineAdapter(factory), Workload.Generate(300));
Console.WriteLine($"first session, 300 plans:   {clock.Elapsed.TotalMilliseconds:F1} ms");
for (var i = 0; i < 20; i++)
{
    Judge(new RuleEngineAdapter(factory), Workload.Generate(300));
    Judge(new HandWritten(), Workload.Generate(300));
}

Console.WriteLine();
Console.WriteLine("|   plans |     facts | hand-written ms |  engine ms | ratio | us/fact | update leaf ms | update 20 children ms | what-if ms | bytes/fact | same |");
Console.WriteLine("|--------:|----------:|----------------:|-----------:|------:|--------:|---------------:|----------------------:|-----------:|-----------:|:-----|");
foreach (var size in sizes) Console.WriteLine(Measure.Row(factory, size));

static int Judge(IEngine engine, Workload workload)
{
    engine.InsertAll(workload.All());
    return engine.Fire();
}
