using PlanBench;

// make bench-rules: the engine against hand-written dictionaries, on the same facts in the same process.
// Arguments: the numbers of plans; 100 300 1000 3000 10000 100000 unless given. Exit code 1 when a target is missed.
// "compile" alone is the child process that measures a first compile.
if (args is ["compile"]) return FirstCompile.Measure();

int[] sizes = args.Length > 0 ? [.. args.Select(int.Parse)] : [100, 300, 1_000, 3_000, 10_000, 100_000];
var targets = new Targets();
targets.AtMost("first compile of the six rules, in a fresh process", FirstCompile.InAFreshProcess(), 150, "ms");

var factory = RuleEngineAdapter.Compile();
Measure.WarmUp(factory);

Console.WriteLine(Measure.Heading);
foreach (var size in sizes) Console.WriteLine(Measure.Row(factory, size, targets));
if (sizes.Contains(100_000)) Console.WriteLine($"\n{Growth.Lines(factory, targets)}");

Console.WriteLine($"\n{targets}");
return targets.AllMet ? 0 : 1;
