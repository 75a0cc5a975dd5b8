using System.CommandLine;
using PlanRegistry.Server.Seeding;
using Spectre.Console;

namespace PlanRegistry.Server.Commands;

public static class SeedDistrictsCommand
{
    public static Command Create(Option<string> database, Option<string> actor)
    {
        var districts = new Option<int>("--districts") { Description = "How many synthetic districts.", DefaultValueFactory = _ => 1 };
        var plans = new Option<int>("--plans") { Description = "How many plans in each.", DefaultValueFactory = _ => 300 };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same districts.", DefaultValueFactory = _ => 1 };
        var command = new Command("seed", "Makes large synthetic districts, the same for the same seed.") { districts, plans, seed };
        command.SetAction(p => CommandLine.WithRegistry(p.GetRequiredValue(database), registry => SeedCommand.Run(
            registry, new SeedOptions(p.GetValue(districts), p.GetValue(plans), p.GetValue(seed)), p.GetRequiredValue(actor), Console.Out, Console.Error, AnsiConsole.Console)));
        return command;
    }
}
