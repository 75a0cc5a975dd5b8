using System.Globalization;
using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Access;

[Resolves("Query")]
public static class AccessQueries
{
    private const string JournalList = "accessJournal";

    public static MeNode Me([Service] Caller caller, [Service] Accounts accounts, [Service] Callers callers, [Service] Registry registry,
        [Service] LastSeen lastSeen, [Service] AccessSettings settings) => new(caller, accounts, callers, registry, lastSeen, settings);

    public static Connection<AccountNode> Accounts(int? first, string? after, [Service] Caller caller, [Service] Accounts accounts)
    {
        caller.Require("Query.accounts");
        return Connections.Page(accounts.Seen(caller.Account), a => $"{(a.IsEnded ? 1 : 0)} {a.Name} {a.Id}", a => new AccountNode(a),
            new(first, after), "accounts", "");
    }

    public static Connection<MachineTokenNode> Tokens(int? first, string? after, [Service] Caller caller, [Service] Accounts accounts)
    {
        caller.Require("Query.tokens");
        return Connections.Page(accounts.SeenTokens(caller.Account), t => $"{(t.EndedAt is null ? 0 : 1)} {t.Name} {t.Id}",
            t => new MachineTokenNode(t), new(first, after), "tokens", "");
    }

    /// <summary>The last first.</summary>
    public static Connection<JournalEntryNode> AccessJournal(int? first, string? after, AccessJournalFilter? filter,
        [Service] Caller caller, [Service] Accounts accounts)
    {
        caller.Require("Query.accessJournal");
        var before = after is null ? int.MaxValue
            : int.TryParse(Cursor.Read(after, JournalList, nameof(after)), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
                ? seq : throw Cursor.Foreign(nameof(after));
        var wanted = filter?.Read();
        var found = accounts.Journal(caller.Account, before, first!.Value + 1, wanted);
        var edges = found.Take(first.Value)
            .Select(e => new Edge<JournalEntryNode>(Cursor.Write(JournalList, "", $"{e.Seq}"), e)).ToList();
        return new Connection<JournalEntryNode>(edges, new PageInfo(found.Count > first, after is not null,
            edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null),
            () => accounts.CountJournal(caller.Account, wanted));
    }
}

[Resolves("JournalEntry")]
public static class JournalEntryFields
{
    public static string? AboutName(JournalEntryNode entry, Language? language, [Service] Reader reader) =>
        entry.Told is { } told ? reader.Told(told, language) : null;
}

[Resolves("Me")]
public static class MeFields
{
    public static int? LastSeenSeq(MeNode me, string? district) => me.Seen(district)?.Seq;

    public static DateTimeOffset? LastSeenAt(MeNode me, string? district) =>
        me.Seen(district) is { } seen ? PlanRegistry.Records.Calendar.InShanghai(seen.At) : null;
}

[Resolves("Mutation")]
public static class AccessMutations
{
    public static MarkSeenPayload MarkSeen(MarkSeenInput input, [Service] AccessDesk desk, [Service] LastSeen lastSeen,
        [Service] Caller caller) =>
        new(desk.Run("markSeen", (_, _) => lastSeen.Mark(caller, input.District, input.Seq)), input);

    public static RenewCalendarFeedPayload RenewCalendarFeed(RenewCalendarFeedInput input, [Service] AccessDesk desk,
        [Service] CalendarFeeds feeds, [Service] Caller caller) =>
        new(desk.Run("renewCalendarFeed", (_, _) => feeds.Renew(caller, input.District, input.Agency)), input);

    public static InviteUserPayload InviteUser(InviteUserInput input, [Service] AccessDesk desk) =>
        new(desk.Run("inviteUser", (accounts, by) =>
            accounts.Invite(new AccountForm(input.Name, input.Role, input.District, input.Agency, input.Post), by)), input);

    public static GrantRolePayload GrantRole(GrantRoleInput input, [Service] AccessDesk desk) =>
        new(desk.Run("grantRole", (accounts, by) => accounts.Grant(input.Account,
            new AccountForm("", input.Role, input.District, input.Agency, input.Post), by)), input);

    public static RenewLinkPayload RenewLink(RenewLinkInput input, [Service] AccessDesk desk) =>
        new(desk.Run("renewLink", (accounts, by) => accounts.Renew(input.Account, by)), input);

    public static EndUserPayload EndUser(EndUserInput input, [Service] AccessDesk desk) =>
        new(desk.Run("endUser", (accounts, by) => accounts.End(input.Account, by, input.Successor)), input);

    public static LinkProviderPayload LinkProvider(LinkProviderInput input, [Service] AccessDesk desk) =>
        new(desk.Run("linkProvider", (accounts, by) => accounts.LinkProvider(input.Account, input.Subject, by)), input);

    public static UnlinkProviderPayload UnlinkProvider(UnlinkProviderInput input, [Service] AccessDesk desk) =>
        new(desk.Run("unlinkProvider", (accounts, by) => accounts.UnlinkProvider(input.Account, by)), input);

    public static MakeTokenPayload MakeToken(MakeTokenInput input, [Service] AccessDesk desk) =>
        new(desk.Run("makeToken", (accounts, by) => accounts.MakeToken(
            new AccountForm(input.Name, input.Role, input.District, input.Agency), input.ExpiresOn.First, by)), input);

    public static RevokeTokenPayload RevokeToken(RevokeTokenInput input, [Service] AccessDesk desk) =>
        new(desk.Run("revokeToken", (accounts, by) => accounts.RevokeToken(input.Token, by)), input);

    public static ChangePasswordPayload ChangePassword(ChangePasswordInput input, [Service] AccessDesk desk, [Service] SignIns signIns,
        [Service] Caller caller) =>
        new(desk.Run("changePassword", (_, _) => signIns.ChangePassword(caller, input.OldPassword, input.Password)), input);

    /// <summary>Who asks for it has the papers before them; nothing is printed unless the journal knows of it.</summary>
    public static NotePrintPayload NotePrint(NotePrintInput input, [Service] Prints prints) => new(prints.Note(input), input);

    public static ResetFactorPayload ResetFactor(ResetFactorInput input, [Service] AccessDesk desk) =>
        new(desk.Run("resetFactor", (accounts, by) => accounts.ResetFactor(input.Account, by)), input);

    public static BeginFactorPayload BeginFactor(BeginFactorInput input, [Service] AccessDesk desk, [Service] SecondFactors factors) =>
        new(desk.Run("beginFactor", (_, by) => factors.Begin(by!, input.Password)), input);

    public static ConfirmFactorPayload ConfirmFactor(ConfirmFactorInput input, [Service] AccessDesk desk,
        [Service] SecondFactors factors) =>
        new(desk.Run("confirmFactor", (_, by) => factors.Confirm(by!, input.Code)), input);

    public static EndSessionsPayload EndSessions(EndSessionsInput input, [Service] AccessDesk desk, [Service] SignIns signIns,
        [Service] Caller caller)
    {
        desk.Run("endSessions", (_, _) =>
        {
            signIns.EndOthers(caller);
            return true;
        });
        return new(input);
    }
}
