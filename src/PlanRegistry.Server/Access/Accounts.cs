using PlanRegistry.Access;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>What an account or a token is to be.</summary>
/// <param name="Post">Of an administrator, where the three are apart.</param>
public sealed record AccountForm(string Name, Role Role, string District, string? Agency, AdminPost? Post = null);

/// <summary>What came of it: the account and the link to choose its password by, told once; or why not.</summary>
public sealed record Invitation(Account? Account, string? Link, Problem? Problem);

/// <summary>Makes, ends and tells accounts and tokens: from the command line for all districts, else for the administrator's own.</summary>
public sealed partial class Accounts(IAccessStorage storage, Registry registry, TimeProvider clock, AccessSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int LongestSubject = 200;

    /// <summary>How long a link works.</summary>
    public int LinkHours => (int)settings.Link.TotalHours;

    /// <summary>Also the ended, by name.</summary>
    public IReadOnlyList<Account> Seen(Account? by) => [.. storage.Read(rows => rows.Accounts()).Where(a => IsFor(by, a.District))];

    public IReadOnlyList<MachineToken> SeenTokens(Account? by) =>
        [.. storage.Read(rows => rows.Tokens()).Where(t => IsFor(by, t.District))];

    /// <summary>Those that have not ended, the last first.</summary>
    public IReadOnlyList<AccessSession> Sessions(Account account) =>
        [.. storage.Read(rows => rows.Sessions(account.Id)).Where(s => IsRunning(s, clock.GetUtcNow()))];

    public bool IsRunning(AccessSession session, DateTimeOffset now) =>
        session.EndedAt is null && now - session.SeenAt < settings.Idle && now - session.MadeAt < settings.Longest;

    /// <summary>The last first.</summary>
    public IReadOnlyList<JournalEntryNode> Journal(Account? by, int before, int limit, JournalFilter? filter = null) => storage.Read(rows =>
    {
        var found = rows.Journal(before, limit, Theirs(rows, by), filter);
        var names = rows.NamesOf([.. found.Select(JournalEntryNode.IdIn).OfType<string>().Distinct()]);
        return found.Select(e => new JournalEntryNode(e, names)).ToList();
    });

    public int CountJournal(Account? by, JournalFilter? filter = null) =>
        storage.Read(rows => rows.CountJournal(Theirs(rows, by), filter));

    public Invitation Invite(AccountForm form, Account? by)
    {
        if (Objection(form, by) is { } objection)
        {
            return new(null, null, objection);
        }
        return storage.Write(Patience, rows =>
        {
            var account = new Account
            {
                Id = AccessKeys.MakeId("person"), Name = form.Name.Trim(), Role = form.Role, District = DistrictCode.Parse(form.District),
                Agency = AgencyOf(form), Post = form.Post, MadeAt = clock.GetUtcNow(),
                GrantedAt = settings.AdminsApart && by is not null ? null : clock.GetUtcNow(),
            };
            if (rows.AccountNamed(account.NameKey) is not null)
            {
                return new(null, null, AccessWords.NameTaken(account.Name));
            }
            if (OtherPost(rows, account) is { } other)
            {
                return new(null, null, other);
            }
            rows.Save(account);
            rows.Note(clock.GetUtcNow(), AccessEvent.UserInvited, by, about: account.Id, district: account.District);
            rows.RaiseEpoch();
            return new Invitation(account, Link(rows, account), null);
        });
    }

    /// <summary>A new link, for who has forgotten the password or lost the first. The old ones are worth nothing.</summary>
    public Invitation Renew(string id, Account? by) => Change(id, by, (rows, account) =>
    {
        rows.EndLinks(account.Id, clock.GetUtcNow());
        rows.Note(clock.GetUtcNow(), AccessEvent.LinkRenewed, by, about: account.Id, district: account.District);
        return new Invitation(account, Link(rows, account), null);
    });

    /// <param name="successor">Who goes on with the work: an account that has not ended.</param>
    public Invitation End(string id, Account? by, string? successor = null) => Change(id, by, (rows, account) =>
    {
        if (successor is not null && (successor == id || rows.Account(successor) is not { IsEnded: false } next
            || !IsFor(by, next.District)))
        {
            return new(null, null, AccessWords.NoSuccessor);
        }
        if (AdminsApart.IsLast(rows, account, settings))
        {
            return new(null, null, LastAdmin(account));
        }
        var ended = account with { EndedAt = clock.GetUtcNow(), Successor = successor };
        rows.Save(ended);
        rows.EndLinks(account.Id, clock.GetUtcNow());
        // The person may come back under another account.
        rows.RemoveIdentity(account.Id);
        rows.RemoveFactor(account.Id);
        EndSessions(rows, account.Id);
        rows.Note(clock.GetUtcNow(), AccessEvent.UserEnded, by, about: account.Id, district: account.District);
        rows.RaiseEpoch();
        return new Invitation(ended with { Subject = null, HasFactor = false }, null, null);
    });

    /// <summary>
    /// The account that the provider's subject is linked to. Where the three are apart no administrator comes so: else who links accounts
    /// would be all three.
    /// </summary>
    internal Account? OfProvider(IAccessRows rows, string issuer, string subject) =>
        rows.Identity(issuer, subject) is { } identity && rows.Account(identity.Account) is { IsEnded: false } account
            && !(settings.AdminsApart && account.Role == Role.Admin) ? account : null;

    /// <summary>Whom the provider calls so may sign in as this account.</summary>
    public Invitation LinkProvider(string id, string subject, Account? by) => Change(id, by, (rows, account) =>
    {
        var problem = settings.Provider is null ? AccessWords.NoProvider
            : Cells.Unfit(new("subject", "统一认证标识"), subject, LongestSubject) is { } unfit ? unfit with { Path = ["subject"] }
            : rows.Identity(ProviderSettings.Plain(settings.Provider.Authority), subject) is not null ? AccessWords.SubjectTaken
            : account.Subject is not null ? AccessWords.AlreadyLinked
            : null;
        if (problem is not null)
        {
            return new(null, null, problem);
        }
        rows.Save(new ProviderIdentity(ProviderSettings.Plain(settings.Provider!.Authority), subject, id, clock.GetUtcNow()));
        rows.Note(clock.GetUtcNow(), AccessEvent.ProviderLinked, by, about: $"{account.Id} {subject}", district: account.District);
        return new Invitation(account with { Subject = subject }, null, null);
    });

    /// <summary>The account signs in by its password only, and anew.</summary>
    public Invitation UnlinkProvider(string id, Account? by) => Change(id, by, (rows, account) =>
    {
        if (account.Subject is null)
        {
            return new(null, null, AccessWords.NotLinked);
        }
        rows.RemoveIdentity(id);
        EndSessions(rows, id);
        rows.Note(clock.GetUtcNow(), AccessEvent.ProviderUnlinked, by, about: account.Id, district: account.District);
        rows.RaiseEpoch();
        return new Invitation(account with { Subject = null }, null, null);
    });

    /// <summary>For who has lost the device: signs in by the password alone, and sets up another.</summary>
    public Invitation ResetFactor(string id, Account? by) => Change(id, by, (rows, account) =>
    {
        if (!account.HasFactor)
        {
            return new(null, null, AccessWords.NoFactor);
        }
        rows.RemoveFactor(id);
        rows.Note(clock.GetUtcNow(), AccessEvent.FactorReset, by, about: account.Id, district: account.District);
        rows.RaiseEpoch();
        return new Invitation(account with { HasFactor = false }, null, null);
    });

    /// <summary>The token, and what the program is to send, told once.</summary>
    public (MachineToken? Token, string? Key, Problem? Problem) MakeToken(AccountForm form, DateOnly expiresOn, Account? by)
    {
        var today = Calendar.Today(clock);
        var isInTime = expiresOn > today && expiresOn <= today.AddYears(1);
        var wrong = settings.AdminsApart && form.Role == Role.Admin ? AccessWords.NoProgramAdministrates
            : isInTime ? null : AccessWords.WrongExpiry;
        if ((Objection(form, by, isProgram: true) ?? wrong) is { } objection)
        {
            return (null, null, objection);
        }
        var key = AccessKeys.Make();
        return storage.Write(Patience, rows =>
        {
            var token = new MachineToken
            {
                Id = AccessKeys.MakeId("machine"), Hash = AccessKeys.Hash(key), Name = form.Name.Trim(), Role = form.Role,
                District = DistrictCode.Parse(form.District), Agency = AgencyOf(form), MadeAt = clock.GetUtcNow(),
                ExpiresAt = Calendar.BeginOf(expiresOn.AddDays(1)),
            };
            rows.Save(token);
            rows.Note(clock.GetUtcNow(), AccessEvent.TokenMade, by, about: token.Id, district: token.District);
            return ((MachineToken?)token, (string?)key, default(Problem));
        });
    }

    public (MachineToken? Token, Problem? Problem) RevokeToken(string id, Account? by) => storage.Write(Patience, rows =>
    {
        if (rows.Tokens().FirstOrDefault(t => t.Id == id && IsFor(by, t.District)) is not { } token)
        {
            return (default(MachineToken), (Problem?)AccessWords.UnknownToken);
        }
        var ended = token with { EndedAt = token.EndedAt ?? clock.GetUtcNow() };
        rows.Save(ended);
        rows.Note(clock.GetUtcNow(), AccessEvent.TokenRevoked, by, about: token.Id, district: token.District);
        rows.RaiseEpoch();
        return (ended, null);
    });

    private List<DistrictCode>? Theirs(IAccessRows rows, Account? by) =>
        by is null ? null : [.. rows.JournalDistricts().Where(d => IsFor(by, d))];

    private Invitation Change(string id, Account? by, Func<IAccessRows, Account, Invitation> change) => storage.Write(Patience, rows =>
        rows.Account(id) is { IsEnded: false } account && IsFor(by, account.District)
            ? change(rows, account) : new(null, null, AccessWords.UnknownAccount));

    private string Link(IAccessRows rows, Account account)
    {
        var (key, now) = (AccessKeys.Make(), clock.GetUtcNow());
        rows.Save(new InvitationLink { Hash = AccessKeys.Hash(key), Account = account.Id, MadeAt = now, ExpiresAt = now + settings.Link });
        return key;
    }

    private void EndSessions(IAccessRows rows, string account)
    {
        foreach (var session in rows.Sessions(account))
        {
            rows.Save(session with { EndedAt = clock.GetUtcNow() });
        }
    }
}
