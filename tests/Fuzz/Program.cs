using System.Diagnostics;
using Fuzz;
using Fuzz.Packs;

// dotnet run -- COUNT SEED          sends COUNT inputs to every target
// dotnet run -- only TARGET SEED N  sends input N again: toy, toy-without-limits, registry, import
return args switch
{
    ["only", "import", var seed, var pack] => PackRun.Run(int.Parse(pack), 1, int.Parse(seed)),
    ["run", "import", var count, var seed, _] => PackRun.Run(0, int.Parse(count), int.Parse(seed)),
    ["only", var target, var seed, var input] => await Replay(target, int.Parse(seed), int.Parse(input)),
    ["run", var target, var count, var seed, var progress] => await Run(target, int.Parse(count), int.Parse(seed), progress),
    [var count, var seed] when int.TryParse(count, out var total) && int.TryParse(seed, out var first) => Supervise(total, first),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: Fuzz COUNT SEED, or to send one input again: Fuzz only toy|toy-without-limits|registry|import SEED INPUT.");
    return 2;
}

// The registry's resolvers judge and write, so that it gets a tenth of the inputs; a pack is some thousand rows, and a database.
static int Supervise(int count, int seed) =>
    new[]
        {
            ("toy", count * 45L / 100), ("toy-without-limits", count * 45L / 100),
            ("registry", count - count * 45L / 100 * 2), ("import", count / 500L),
        }
        .All(part => RunInChild(part.Item1, part.Item2, seed)) ? 0 : 1;

// A stack overflow ends a process whatever it does: the inputs are sent by a child, and its last ones are on file.
static bool RunInChild(string target, long count, int seed)
{
    var file = Path.GetTempFileName();
    try
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["run", target, $"{count}", $"{seed}", file]))!;
        child.WaitForExit();
        if (child.ExitCode is 0 or 1)
            return child.ExitCode == 0;
        using var progress = new Progress(file, Environment.ProcessorCount);
        Console.WriteLine(
            $"FAILED  {target}, seed {seed}: the process ended with {child.ExitCode} "
                + $"while it answered input {string.Join(" or ", progress.Inputs)}.");
        Console.WriteLine($"To repeat one: make fuzz ARGS='only {target} {seed} INPUT'");
        return false;
    }
    finally
    {
        File.Delete(file);
    }
}

static async Task<int> Run(string name, int count, int seed, string file)
{
    using var target = await Open(name);
    using var progress = new Progress(file, Environment.ProcessorCount);
    try
    {
        new FuzzRun(target, seed, count, progress, Environment.ProcessorCount).Run();
        return 0;
    }
    catch (Exception error) when (error is FuzzException or TimeoutException)
    {
        Console.WriteLine($"FAILED  {error.Message}\nTo repeat it: make fuzz ARGS='only {name} {seed} INPUT'");
        return 1;
    }
}

static async Task<int> Replay(string name, int seed, int input)
{
    using var target = await Open(name);
    var fuzzer = new Fuzzer(target, seed);
    Console.WriteLine(FuzzException.Describe(fuzzer.Request(input)));
    Exception? failure = null;
    FuzzRun.Start(() =>
    {
        try
        {
            fuzzer.Send(input).GetAwaiter().GetResult();
        }
        catch (FuzzException error)
        {
            failure = error.InnerException;
        }
    }).Join();
    Console.WriteLine(failure is null ? $"ok  {target.Name}, seed {seed}: input {input} is answered." : $"FAILED  {failure}");
    return failure is null ? 0 : 1;
}

static async Task<Target> Open(string name) => name switch
{
    "toy" => await Target.Toy(limits: true),
    "toy-without-limits" => await Target.Toy(limits: false),
    "registry" => RegistryTarget.Open(),
    _ => throw new ArgumentException($"\"{name}\" is no target: toy, toy-without-limits or registry."),
};
