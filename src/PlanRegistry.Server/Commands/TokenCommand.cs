using System.CommandLine;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry token add | list | revoke: what programs use the registry with.</summary>
public static class TokenCommand
{
    public static Command Create(Option<string> database) => new("token", "Tokens of programs: add, list, revoke.")
    {
        Add(database), List(database), Revoke(database),
    };

    private static Command Add(Option<string> database)
    {
        var name = new Argument<string>("NAME") { Description = "Of the program, as ledger entries show it." };
        var role = UserCommand.RoleOption();
        var district = Options.District(required: true);
        var agency = new Option<string?>("--agency") { Description = "Of a department: code, name or alias." };
        var until = Options.Day("--until", "The last day, within a year; 90 days from today by default.");
        var command = new Command("add", "Makes a token, and prints it once.") { name, role, district, agency, until };
        command.SetAction(p => UserCommand.With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) =>
        {
            var form = new AccountForm(p.GetRequiredValue(name), p.GetRequiredValue(role), p.GetValue(district)!.Value.Value,
                p.GetValue(agency));
            var day = p.GetValue(until) ?? Calendar.Today(TimeProvider.System).AddDays(90);
            var (token, key, problem) = accounts.MakeToken(form, day, by: null);
            if (problem is not null)
            {
                voice.Fail(problem.Message);
                return CommandLine.Refused;
            }
            voice.Say($"令牌“{token!.Name}”（{token.Id}），只显示一次，以“Authorization: Bearer …”发送：",
                $"The token \"{token.Name}\" ({token.Id}), told once; send it as \"Authorization: Bearer …\":");
            voice.Output.WriteLine(key);
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command List(Option<string> database)
    {
        var command = new Command("list", "Lists the tokens.");
        command.SetAction(p => UserCommand.With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) =>
        {
            foreach (var token in accounts.SeenTokens(by: null))
            {
                var day = Calendar.DayOf(token.ExpiresAt).AddDays(-1);
                var (state, role) = (token.EndedAt is null ? "" : new Text("已停用", "revoked"), Terms.Of(token.Role));
                voice.Say($"{token.Id}  {token.District}  {role.Zh}  {day:yyyy-MM-dd}  {token.Name}  {state.Zh}".TrimEnd(),
                    $"{token.Id}  {token.District}  {role.En}  {day:yyyy-MM-dd}  {token.Name}  {state.En}".TrimEnd());
            }
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Revoke(Option<string> database)
    {
        var id = new Argument<string>("ID") { Description = "As token list shows it." };
        var command = new Command("revoke", "Revokes a token at once.") { id };
        command.SetAction(p => UserCommand.With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) =>
        {
            var (token, problem) = accounts.RevokeToken(p.GetRequiredValue(id), by: null);
            if (problem is not null)
            {
                voice.Fail(problem.Message);
                return CommandLine.Refused;
            }
            voice.Say($"令牌“{token!.Name}”已停用。", $"The token \"{token.Name}\" is revoked.");
            return CommandLine.Done;
        }));
        return command;
    }
}
