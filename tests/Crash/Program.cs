using Crash;

// dotnet run -- COUNT SEED    ends a server and an importer COUNT times in the midst of writing; then changes the file behind its back
// tests/postgres.sh dotnet run -- COUNT SEED    the same over two nodes of PostgreSQL, whose server is ended too, and nothing changed
if (args is not [var count, var seed] || !int.TryParse(count, out var cycles) || !int.TryParse(seed, out var first))
{
    Console.Error.WriteLine("Usage: Crash COUNT SEED");
    return 2;
}
var folder = Directory.CreateTempSubdirectory("plan-registry-crash-");
try
{
    var server = DatabaseServer.Started;
    var database = server is null ? CrashRun.Sample(folder.FullName) : CrashRun.Loaded(server.Make($"crash_{first}"));
    var crashes = await new CrashRun(database, first, server).Run(cycles, Console.Out);
    var tampered = server is null ? TamperSweep.Run(database, first, Console.Out) : [];
    foreach (var wrong in crashes.Concat(tampered))
    {
        Console.WriteLine($"FAILED  {wrong}");
    }
    Console.WriteLine($"Crash  Failed: {crashes.Count + tampered.Count}, Passed: {(crashes.Count + tampered.Count == 0 ? 1 : 0)}");
    return crashes.Count + tampered.Count == 0 ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}
