using System.CommandLine;
using System.CommandLine.Parsing;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>plan-registry user add | list | grant | link | end: accounts, from the machine that the database is on.</summary>
public static class UserCommand
{
    public static Command Create(Option<string> database) => new("user", "Accounts: add, list, grant, link, end.")
    {
        Add(database), List(database), Grant(database), Link(database), End(database),
    };

    private static Command Add(Option<string> database)
    {
        var name = new Argument<string>("NAME") { Description = "As the person signs in, and as ledger entries show it." };
        var role = RoleOption();
        var district = Options.District(required: true);
        var agency = new Option<string?>("--agency") { Description = "Of a department: code, name or alias." };
        var post = PostOption();
        var command = new Command("add", "Makes an account, and prints a link that works once.") { name, role, district, agency, post };
        command.SetAction(p => With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) => Tell(
            accounts.Invite(new AccountForm(p.GetRequiredValue(name), p.GetRequiredValue(role), p.GetValue(district)!.Value.Value,
                p.GetValue(agency), p.GetValue(post)), by: null), accounts.LinkHours, voice)));
        return command;
    }

    private static Command Grant(Option<string> database)
    {
        var name = new Argument<string>("NAME") { Description = "Of an account." };
        var role = RoleOption();
        var district = Options.District(required: true);
        var agency = new Option<string?>("--agency") { Description = "Of a department: code, name or alias." };
        var post = PostOption();
        var command = new Command("grant", "Gives an account another role and scope.") { name, role, district, agency, post };
        command.SetAction(p => With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) =>
        {
            if (Named(accounts, p.GetRequiredValue(name), voice) is not { } account)
            {
                return CommandLine.Refused;
            }
            var form = new AccountForm(account.Name, p.GetRequiredValue(role), p.GetValue(district)!.Value.Value, p.GetValue(agency),
                p.GetValue(post));
            if (accounts.Grant(account.Id, form, by: null).Problem is { } problem)
            {
                voice.Fail(problem.Message);
                return CommandLine.Refused;
            }
            voice.Say($"已授予账户“{account.Name}”角色。", $"The account \"{account.Name}\" has its role.");
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command List(Option<string> database)
    {
        var command = new Command("list", "Lists the accounts.");
        command.SetAction(p => With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) =>
        {
            foreach (var account in accounts.Seen(by: null))
            {
                var (state, role) = (account.IsEnded ? new Text("已停用", "ended") : "", Terms.Of(account.Role));
                role = account.Post is { } post ? new($"{role.Zh}（{Terms.Of(post).Zh}）", $"{role.En} ({Terms.Of(post).En})") : role;
                voice.Say($"{account.Id}  {account.District}  {role.Zh}  {account.Agency}  {account.Name}  {state.Zh}".TrimEnd(),
                    $"{account.Id}  {account.District}  {role.En}  {account.Agency}  {account.Name}  {state.En}".TrimEnd());
            }
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Link(Option<string> database)
    {
        var name = new Argument<string>("NAME") { Description = "Of an account." };
        var command = new Command("link", "Prints a new link, for who has forgotten the password.") { name };
        command.SetAction(p => With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) =>
            Named(accounts, p.GetRequiredValue(name), voice) is { } account
                ? Tell(accounts.Renew(account.Id, by: null), accounts.LinkHours, voice) : CommandLine.Refused));
        return command;
    }

    private static Command End(Option<string> database)
    {
        var name = new Argument<string>("NAME") { Description = "Of an account." };
        var command = new Command("end", "Ends an account: its connections are closed within two seconds.") { name };
        command.SetAction(p => With(p.GetRequiredValue(database), Options.VoiceOf(p), (accounts, voice) =>
        {
            if (Named(accounts, p.GetRequiredValue(name), voice) is not { } account)
            {
                return CommandLine.Refused;
            }
            if (accounts.End(account.Id, by: null).Problem is { } problem)
            {
                voice.Fail(problem.Message);
                return CommandLine.Refused;
            }
            voice.Say($"账户“{account.Name}”已停用。", $"The account \"{account.Name}\" is ended.");
            return CommandLine.Done;
        }));
        return command;
    }

    public static Option<Role> RoleOption()
    {
        var allowed = Enum.GetValues<Role>().Where(r => r is not (Role.Public or Role.Operator)).ToDictionary(r => Names.Of(r));
        return new Option<Role>("--role")
        {
            Description = string.Join(", ", allowed.Keys) + ".", Required = true, HelpName = string.Join('|', allowed.Keys),
            CustomParser = result => Word(result, allowed, new("角色", "role")),
        };
    }

    private static Option<AdminPost?> PostOption()
    {
        var allowed = Enum.GetValues<AdminPost>().ToDictionary(p => Names.Of(p));
        return new Option<AdminPost?>("--post")
        {
            Description = "Of an administrator, where the three are apart: SYSTEM, SECURITY or AUDIT.",
            CustomParser = result => Word(result, allowed, new("管理岗位", "post")),
        };
    }

    private static T Word<T>(ArgumentResult result, Dictionary<string, T> allowed, Text what) where T : struct
    {
        var said = result.Tokens[0].Value;
        if (!allowed.TryGetValue(said.ToUpperInvariant().Replace('-', '_'), out var word))
        {
            Options.Refuse(result, $"“{said}”不是{what.Zh}，可选{string.Join('、', allowed.Keys)}。",
                $"'{said}' is no {what.En}: {string.Join(", ", allowed.Keys)}.");
        }
        return word;
    }

    /// <summary>Accounts of the database, which is made and brought up to date where needed.</summary>
    public static int With(string database, Voice voice, Func<Accounts, Voice, int> act) =>
        CommandLine.WithRegistry(database, voice, registry =>
        {
            using var storage = registry.OpenAccess();
            return act(new Accounts(storage, registry, TimeProvider.System, AccessSettings.OfTheProgram()), voice);
        });

    private static Account? Named(Accounts accounts, string name, Voice voice)
    {
        var found = accounts.Seen(by: null).FirstOrDefault(a => !a.IsEnded && (a.NameKey == TitleKey.Of(name) || a.Id == name));
        if (found is null)
        {
            voice.Fail($"没有账户“{name}”。", $"There is no account \"{name}\".");
        }
        return found;
    }

    private static int Tell(Invitation invitation, int hours, Voice voice)
    {
        if (invitation.Problem is { } problem)
        {
            voice.Fail(problem.Message);
            return CommandLine.Refused;
        }
        voice.Say(
            $"请将此链接交给“{invitation.Account!.Name}”，用其设置密码；只能使用一次，{hours}小时内有效。链接接在服务地址之后，如http://127.0.0.1:5080：",
            $"Give this link to \"{invitation.Account.Name}\", who chooses a password by it. It works once, within {hours} hours, "
                + "and follows the server's address, as in http://127.0.0.1:5080:");
        voice.Output.WriteLine(SignInPages.LinkOf(invitation.Link!));
        return CommandLine.Done;
    }
}
