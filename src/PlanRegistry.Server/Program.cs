using System.CommandLine;
using PlanRegistry.Server.Commands;

var database = new Option<string>("--database")
{
    Description = "The SQLite file; or PostgreSQL: \"Host=HOST;Database=NAME;Username=USER;Passfile=FILE\".",
    DefaultValueFactory = _ => Path.Combine("data", "registry.db"), Recursive = true,
};
database.Validators.Add(r => Options.NotBlank(r, "--database", new("一个文件", "a file")));
var actor = new Option<string>("--actor")
{
    Description = "Who stands in the ledger entries.", DefaultValueFactory = _ => Environment.UserName, Recursive = true,
};
actor.Validators.Add(r => Options.Name(r, "--actor"));

var root = new RootCommand("PlanRegistry（规划登记册）: a district's plans, judged by rule, answered over GraphQL.") 
{
    database, actor, Options.Language,
};
root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
root.Subcommands.Add(ServeCommand.Create(database, actor));
root.Subcommands.Add(MigrateCommand.Create(database));
root.Subcommands.Add(CheckCommand.Create(database));
root.Subcommands.Add(SweepCommand.Create(database));
root.Subcommands.Add(DigestCommand.Create(database));
root.Subcommands.Add(ImportCommand.Create(database, actor));
root.Subcommands.Add(ExportCommand.Create(database));
root.Subcommands.Add(VerifyCommand.Create(database));
root.Subcommands.Add(HeadsCommand.Create(database));
root.Subcommands.Add(BackupCommand.Create(database));
root.Subcommands.Add(RestoreCommand.Create(database, actor));
root.Subcommands.Add(MoveCommand.Create());
root.Subcommands.Add(RulesCommand.Create());
root.Subcommands.Add(UserCommand.Create(database));
root.Subcommands.Add(TokenCommand.Create(database));

return CommandLine.Run(root, args);
