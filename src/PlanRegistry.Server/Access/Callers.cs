using System.Collections.Concurrent;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// Who stands behind what a browser or a program sends. What is known is kept, and asked for anew whenever any account, session or token
/// was taken something from, by whichever process: within a second.
/// </summary>
public sealed class Callers : IDisposable
{
    private static readonly TimeSpan WorthNoting = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>By what is sent itself: nothing has to be hashed for who is known.</summary>
    private readonly ConcurrentDictionary<(Sent Kind, string Key), Known> known = new();
    private readonly Caller everybody = new(Role.Public, new Actor("public", "公众"));
    private readonly IAccessStorage storage;
    private readonly TimeProvider clock;
    private readonly Accounts accounts;
    private readonly ProviderTokens tokens;
    private readonly AccessSettings settings;
    private readonly Caller local;
    private readonly CancellationTokenSource firstAccount = new();
    private long epoch = -1;
    private bool hasAccounts;

    /// <param name="actor">Who stands in ledger entries as long as there are no accounts.</param>
    public Callers(IAccessStorage storage, string actor, TimeProvider clock, Accounts accounts, ProviderTokens tokens,
        AccessSettings settings)
    {
        (this.storage, this.clock, this.accounts, this.tokens, this.settings) = (storage, clock, accounts, tokens, settings);
        local = new Caller(Role.Operator, Actor.Named(actor), ended: firstAccount.Token);
        Refresh();
    }

    /// <summary>Whether its accounts are there for everybody to try.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>Who sends nothing: the public, and the operator as long as there are no accounts.</summary>
    public Caller Anybody => hasAccounts ? everybody : local;

    /// <summary>By what a browser holds; null when that is worth nothing (any more).</summary>
    public Caller? OfSession(string key) => Find((Sent.Session, key), () => Kept(AccessKeys.Hash(key), OfSession));

    /// <summary>By what a program sends; null when that is worth nothing (any more).</summary>
    public Caller? OfToken(string key) => IsDemonstration && key.StartsWith(Demonstration.TokenPrefix, StringComparison.Ordinal)
        ? Find((Sent.DemonstrationToken, key), () => rows => OfDemonstration(rows, key[Demonstration.TokenPrefix.Length..]))
        : Find((Sent.Token, key), () => Kept(AccessKeys.Hash(key), OfToken));

    /// <summary>By a JWT of the provider; it is judged once, and stands until it expires or the account is no longer linked.</summary>
    public async ValueTask<Caller?> OfJwt(string jwt)
    {
        var key = (Sent.Jwt, AccessKeys.Hash(jwt));
        return known.ContainsKey(key) ? Find(key, () => _ => null)
            : await tokens.Read(jwt) is { } passport ? Find(key, () => rows => OfPassport(rows, passport)) : null;
    }

    /// <summary>Asks anew where something has changed, and ends what is over.</summary>
    public void Refresh()
    {
        var (now, has, mark) = storage.Read(rows => (rows.Epoch, hasAccounts || rows.HasAccounts, rows.Mark));
        (hasAccounts, IsDemonstration) = (has, mark == Demonstration.Mark);
        var isChanged = Interlocked.Exchange(ref epoch, now) != now;
        foreach (var (key, found) in known)
        {
            if (IsOver(found) || (isChanged && !Stands(found)))
            {
                known.TryRemove(key, out _);
                found.End();
            }
        }
        if (isChanged && has)
        {
            firstAccount.Cancel();
        }
    }

    public void Dispose()
    {
        firstAccount.Dispose();
        foreach (var found in known.Values)
        {
            found.Dispose();
        }
    }

    private static Func<IAccessRows, Known?> Kept(string hash, Func<IAccessRows, string, Known?> find) => rows => find(rows, hash);

    private Caller? Find((Sent Kind, string Key) key, Func<Func<IAccessRows, Known?>> reading)
    {
        if (!known.TryGetValue(key, out var found))
        {
            var read = reading();
            if (storage.Read(read) is not { } fresh)
            {
                return null;
            }
            fresh.Read = read;
            found = known.GetOrAdd(key, fresh);
            if (found != fresh)
            {
                fresh.Dispose();
            }
        }
        if (IsOver(found))
        {
            known.TryRemove(key, out _);
            found.End();
            return null;
        }
        found.Touch(clock.GetUtcNow(), WorthNoting, Note);
        return found.Caller;
    }

    private bool IsOver(Known found) => clock.GetUtcNow() is var now
        && ((found.Session is { } session && !accounts.IsRunning(session, now)) || found.Token?.ExpiresAt <= now || found.Until <= now);

    private bool Stands(Known found) => storage.Read(found.Read) is { } now
        && now.Caller.Account!.Actor == found.Caller.Account!.Actor && now.Caller.Account.AgencyKey == found.Caller.Account.AgencyKey
        && now.Caller.Account.District == found.Caller.Account.District && now.Caller.Account.Post == found.Caller.Account.Post
        && now.Caller.Account.HasFactor == found.Caller.Account.HasFactor && now.Caller.Held == found.Caller.Held;

    private Known? OfSession(IAccessRows rows, string hash) =>
        rows.Session(hash) is { EndedAt: null } session && rows.Account(session.Account) is { IsEnded: false } account
            ? Acting(account, session) : null;

    private Known Acting(Account account, AccessSession? session, DateTimeOffset? until = null) => new(account, session, null,
        IsDemonstration ? null : Holds.Of(account, session, settings), settings.AdminsApart && !IsDemonstration, until);

    private Known? OfToken(IAccessRows rows, string hash) => rows.Token(hash) is { EndedAt: null } token
        ? new Known(token.Acting, null, token, null, settings.AdminsApart) : null;

    private Known? OfPassport(IAccessRows rows, Passport passport) =>
        accounts.OfProvider(rows, passport.Issuer, passport.Subject) is { } account ? Acting(account, null, passport.ExpiresAt) : null;

    private static Known? OfDemonstration(IAccessRows rows, string role) =>
        Names.TryParse<Role>(role.Replace('-', '_').ToUpperInvariant(), out var wanted)
            && rows.Accounts().FirstOrDefault(a => a.Role == wanted && !a.IsEnded) is { } account
                ? new Known(account, null, null, null, false) : null;

    /// <summary>When it was last used is worth no wait: where somebody else writes, the next minute will do.</summary>
    private void Note(Known found) => _ = Task.Run(() =>
    {
        try
        {
            storage.Write(Patience, rows =>
            {
                if (found.Session is { } session)
                {
                    rows.Save(session);
                }
                if (found.Token is { } token)
                {
                    rows.Save(token);
                }
                return true;
            });
        }
        catch (StorageException)
        {
            // Told by whoever needs the database; here nothing is lost but a minute.
        }
    });

    private enum Sent
    {
        Session,
        Token,
        DemonstrationToken,
        Jwt,
    }

    private sealed class Known : IDisposable
    {
        private readonly CancellationTokenSource ended = new();
        private long notedAt;

        public Known(
            Account account, AccessSession? session, MachineToken? token, Hold? held, bool areApart, DateTimeOffset? until = null)
        {
            (Session, Token, Until, notedAt) = (session, token, until, session?.SeenAt.UtcTicks ?? token?.UsedAt?.UtcTicks ?? 0);
            Caller = new Caller(account.Role, account.Actor, account, session?.Hash, ended.Token, held)
            {
                IsProgram = token is not null || until is not null, AreApart = areApart,
            };
        }

        public Caller Caller { get; }
        public AccessSession? Session { get; private set; }
        public MachineToken? Token { get; private set; }

        /// <summary>Of a JWT.</summary>
        public DateTimeOffset? Until { get; }

        /// <summary>How to look whether it still stands.</summary>
        public Func<IAccessRows, Known?> Read { get; set; } = _ => null;

        /// <summary>Sockets and streams go; what is being answered is answered.</summary>
        public void End() => ended.Cancel();

        public void Dispose() => ended.Dispose();

        public void Touch(DateTimeOffset now, TimeSpan worthNoting, Action<Known> note)
        {
            var noted = Interlocked.Read(ref notedAt);
            if (now.UtcTicks - noted < worthNoting.Ticks || Interlocked.CompareExchange(ref notedAt, now.UtcTicks, noted) != noted)
            {
                return;
            }
            Session = Session is { } session ? session with { SeenAt = now } : null;
            Token = Token is { } token ? token with { UsedAt = now } : null;
            if (Session is not null || Token is not null)
            {
                note(this);
            }
        }
    }
}
