using System.CommandLine;
using PlanRegistry.Rules;

namespace PlanRegistry.Server.Commands;

public static class RulesCommand
{
    public static Command Create()
    {
        var command = new Command("rules", "Prints the rules: code, sentence, severity, clause, effective dates (rules/RULES.md).");
        command.SetAction(_ => Console.Out.Write(RulesPage.Render()));
        return command;
    }
}
