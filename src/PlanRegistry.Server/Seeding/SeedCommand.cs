using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using Spectre.Console;

namespace PlanRegistry.Server.Seeding;

/// <summary>plan-registry seed --districts N --plans M --seed S: generated districts, one ledger entry each.</summary>
public static class SeedCommand
{
    /// <returns>0 done, also when all was there already; 1 a district holds something else; 2 the numbers cannot be.</returns>
    /// <param name="terminal">Where progress is shown, when it is a terminal.</param>
    public static int Run(Registry registry, SeedOptions options, string actor, TextWriter output, TextWriter errors, IAnsiConsole? terminal = null)
    {
        if (options.Refusal is { } refusal)
        {
            errors.WriteLine(refusal);
            return CommandLine.Usage;
        }
        var writer = new SeedWriter(registry, options, actor);
        var superiors = writer.Superiors(output);
        return WithProgress(terminal, options.Districts, step =>
        {
            var refused = 0;
            for (var number = 1; number <= options.Districts; number++)
            {
                if (writer.Refusal(number, superiors, output) is { } sentence)
                {
                    errors.WriteLine(sentence);
                    refused = CommandLine.Refused;
                }
                step();
            }
            return refused;
        });
    }

    private static int WithProgress(IAnsiConsole? terminal, int districts, Func<Action, int> write) =>
        terminal is not { Profile.Capabilities.Interactive: true }
            ? write(() => { })
            : terminal.Progress().AutoClear(true).Start(context =>
            {
                var task = context.AddTask("Generating districts", maxValue: districts);
                return write(() => task.Increment(1));
            });
}
