using System.CommandLine;
using System.CommandLine.Parsing;
using PlanRegistry.Server.Commands;

namespace PlanRegistry.Generator;

/// <summary>make seed-large: large districts of any number, in a database or as packs.</summary>
public static class SeedCommand
{
    private static readonly Option<int> Districts = new("--districts") { Description = "How many.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Plans = new("--plans") { Description = "How many in each.", DefaultValueFactory = _ => 300 };
    private static readonly Option<int> Seed = new("--seed") { Description = "What is drawn by lot.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> Database = new("--database") { Description = "The SQLite file to write into." };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write packs into." };
    private static readonly Option<string> Actor = new("--actor")
    {
        Description = "Who stands in the ledger entries.", DefaultValueFactory = _ => Environment.UserName,
    };

    public static RootCommand Create()
    {
        var command = new RootCommand("Makes large synthetic districts, the same for the same seed.")
        {
            Districts, Plans, Seed, Database, Out, Actor,
        };
        command.Validators.Add(Check);
        command.SetAction(p => p.GetValue(Out) is { } folder
            ? PackSeed.Write(folder, Options(p.CommandResult), Console.Out, Console.Error)
            : CommandLine.WithRegistry(p.GetRequiredValue(Database), new(Records.Language.En, Console.Out, Console.Error), registry =>
                DatabaseSeed.Write(registry, Options(p.CommandResult), p.GetRequiredValue(Actor), Console.Out, Console.Error)));
        return command;
    }

    private static void Check(CommandResult given)
    {
        if (given.GetResult(Database) is null == given.GetResult(Out) is null)
        {
            given.AddError("Name one place to write to: --database FILE or --out FOLDER.");
        }
        else if (Options(given).Refusal is { } refusal)
        {
            given.AddError(refusal);
        }
    }

    private static SeedOptions Options(CommandResult given) =>
        new(given.GetValue(Districts), given.GetValue(Plans), given.GetValue(Seed));
}
