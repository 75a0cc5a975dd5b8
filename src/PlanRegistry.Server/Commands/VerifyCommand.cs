using System.CommandLine;

namespace PlanRegistry.Server.Commands;

public static class VerifyCommand
{
    public static Command Create(Option<string> database)
    {
        var expect = new Option<string[]>("--expect") { Description = "A head hash noted earlier, HASH or DISTRICT:HASH: notices a tail that was cut.", AllowMultipleArgumentsPerToken = false };
        var command = new Command("verify", "Checks the chain of every ledger and every row against its entry.") { expect };
        command.SetAction(p => Verify.Run(p.GetRequiredValue(database), p.GetValue(expect) ?? [], Console.Out, Console.Error));
        return command;
    }
}
