using System.CommandLine;
using PlanRegistry.Rules;

namespace PlanRegistry.Server.Commands;

public static class RulesCommand
{
    public static Command Create()
    {
        var command = new Command("rules", "Prints the rules: code, sentence, severity, clause, effective dates (rules/RULES.md).");
        var explain = new Option<bool>("--explain") { Description = "How each rule finds its matches instead: by index or scan, and at what cost." };
        command.Options.Add(explain);
        command.SetAction(parsed => Console.Out.Write(parsed.GetValue(explain) ? RulePlans.Render() : RulesPage.Render()));
        return command;
    }
}
