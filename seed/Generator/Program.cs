using PlanRegistry.Generator;
using PlanRegistry.Server.Commands;

return CommandLine.Run(SeedCommand.Create(), args);
