using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry migrate: makes the database, or brings its schema up to date.</summary>
public static class Migrate
{
    public static int Run(string file, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        try
        {
            using var storage = Homes.Of(file);
            var applied = storage.Migrate(clock);
            foreach (var name in applied)
            {
                output.WriteLine($"Applied {name}.");
            }
            output.WriteLine(applied.Count > 0 ? $"The schema of '{file}' is up to date." : $"The schema of '{file}' was up to date already.");
            return CommandLine.Done;
        }
        catch (StorageException e)
        {
            errors.WriteLine(e.Message);
            return CommandLine.Environment;
        }
    }
}
