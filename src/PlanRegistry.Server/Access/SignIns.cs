using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>Where somebody signs in from.</summary>
/// <param name="Held">The hash of what the browser still holds from the last time, valid or not: by it a place is known.</param>
public sealed record Place(string? Address, string? Agent, string? Held = null);

/// <summary>Signs people in and out. What they are given is told once; what the registry keeps of it is a hash.</summary>
public sealed class SignIns(
    IAccessStorage storage, TimeProvider clock, AccessSettings settings, SecondFactors factors, Accounts accounts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>By a session that is over a browser is still known as one that the account was used in.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly Passwords passwords = new(settings);

    /// <summary>
    /// What the browser is to keep; null where name and password do not fit, or were tried too often, or the code does not, or is wanted.
    /// </summary>
    /// <param name="code">Of the second factor; null where none was asked for yet.</param>
    public (string? Key, bool NeedsCode) SignIn(string name, string password, Place place, string? code = null)
    {
        var (account, hash, factor) = storage.Read(rows => rows.AccountNamed(TitleKey.Of(name)) is { } found
            ? (found, rows.Password(found.Id), rows.Factor(found.Id)) : (null, null, null));
        // Compared even where it is too early, so that nobody learns from the time that it took.
        var fits = passwords.Fits(account, hash, password);
        var opened = fits && !string.IsNullOrEmpty(code) ? factors.Open(factor) : null;
        return storage.Write(Patience, rows =>
        {
            // Looked at here, where one comes after another: else many at once would each be the one try that a pause allows.
            var tried = Attempts.ToSignIn(rows, name, place);
            var isPaused = tried.Any(a => a.IsPaused(rows, clock.GetUtcNow()));
            if (!fits || isPaused || rows.Password(account!.Id) != hash || rows.Account(account!.Id) is not { IsEnded: false } known)
            {
                Fail(rows, name, place, isPaused ? [] : tried);
                return (null, false);
            }
            if (known.HasFactor && string.IsNullOrEmpty(code))
            {
                // Neither counted nor forgiven: what came before stands until the code has come.
                return (null, true);
            }
            if (known.HasFactor && !factors.Takes(rows, known, opened, code!))
            {
                Fail(rows, name, place, isPaused ? [] : tried);
                return (null, false);
            }
            tried[0].Forgive(rows, clock.GetUtcNow());
            return ((string?)Begin(rows, known, place), false);
        });
    }

    /// <summary>By the provider's word; null where no account is linked to it.</summary>
    public string? SignInBy(string issuer, string subject, Place place) => storage.Write(Patience, rows =>
    {
        if (accounts.OfProvider(rows, issuer, subject) is { } account)
        {
            return Begin(rows, account, place, isByProvider: true);
        }
        rows.Note(clock.GetUtcNow(), AccessEvent.SignInFailed, null, subject, address: place.Address);
        return null;
    });

    /// <summary>
    /// Chooses the password that a link is for, and signs in; whose account has a second factor signs in by it after that, with no key
    /// yet. The problem says why not.
    /// </summary>
    public (string? Key, Problem? Problem) Use(string link, string password, Place place)
    {
        var hash = AccessKeys.Hash(link);
        var (account, before) = storage.Read(rows => OfLink(rows, hash) is { } found ? (found, rows.Passwords(found.Id)) : (null, []));
        var problem = account is null ? AccessWords.NoLink : passwords.Objection(account, password, before);
        return problem is not null ? (null, problem) : storage.Write(Patience, rows =>
        {
            if (OfLink(rows, hash) is not { } known)
            {
                return (null, AccessWords.NoLink);
            }
            rows.EndLinks(known.Id, clock.GetUtcNow());
            Set(rows, known, password);
            // Who comes by a link may have lost the account to somebody else.
            EndOthers(rows, known.Id, but: null);
            return (known.HasFactor ? null : Begin(rows, known, place), default(Problem));
        });
    }

    private Account? OfLink(IAccessRows rows, string hash) => rows.Link(hash) is { UsedAt: null } link && link.ExpiresAt > clock.GetUtcNow()
        && rows.Account(link.Account) is { IsEnded: false } account ? account : null;

    /// <summary>In a demonstration everybody may be each of its accounts; null where this is none.</summary>
    public string? SignInAs(string account, Place place) => storage.Write(Patience, rows =>
        rows.Mark == Demonstration.Mark && rows.Account(account) is { IsEnded: false } known ? Begin(rows, known, place) : null);

    /// <summary>Who may be chosen on the sign-in page; nobody where this is no demonstration.</summary>
    public IReadOnlyList<Account> ToTry() => storage.Read(rows =>
        rows.Mark == Demonstration.Mark ? [.. rows.Accounts().Where(a => !a.IsEnded).OrderBy(a => a.Role)] : Array.Empty<Account>());

    public void SignOut(Caller caller) => storage.Write(Patience, rows =>
    {
        if (caller.Session is { } hash && rows.Session(hash) is { EndedAt: null } session)
        {
            rows.Save(session with { EndedAt = clock.GetUtcNow() });
            rows.Note(clock.GetUtcNow(), AccessEvent.SignedOut, caller.Account);
            rows.RaiseEpoch();
        }
        return true;
    });

    public Problem? ChangePassword(Caller caller, string oldPassword, string password)
    {
        var account = caller.Account!;
        if (storage.Read(rows => rows.Password(account.Id)) is null)
        {
            return AccessWords.WrongPassword;
        }
        return new OwnPassword(storage, clock, passwords).Objection(account, oldPassword, AccessWords.WrongPassword)
            ?? passwords.Objection(account, password, storage.Read(rows => rows.Passwords(account.Id))) ?? storage.Write(Patience, rows =>
        {
            Set(rows, account, password);
            EndOthers(rows, account.Id, caller.Session);
            return default(Problem);
        });
    }

    /// <summary>Signs the account out wherever else it is signed in.</summary>
    public void EndOthers(Caller caller) => storage.Write(Patience, rows =>
    {
        EndOthers(rows, caller.Account!.Id, caller.Session);
        rows.Note(clock.GetUtcNow(), AccessEvent.SignedOut, caller.Account);
        return true;
    });

    private void EndOthers(IAccessRows rows, string account, string? but)
    {
        foreach (var session in rows.Sessions(account).Where(s => s.Hash != but))
        {
            rows.Save(session with { EndedAt = clock.GetUtcNow() });
        }
        rows.RaiseEpoch();
    }

    private void Set(IAccessRows rows, Account account, string password)
    {
        rows.SavePassword(account.Id, passwords.Hash(account, password), clock.GetUtcNow(),
            Math.Max(0, settings.PasswordHistory - 1));
        rows.Note(clock.GetUtcNow(), AccessEvent.PasswordSet, account);
    }

    /// <summary>A new one each time: what a browser held before it signed in is worth nothing.</summary>
    private string Begin(IAccessRows rows, Account account, Place place, bool isByProvider = false)
    {
        var (key, now) = (AccessKeys.Make(), clock.GetUtcNow());
        rows.Forget(now - Kept);
        rows.Save(new AccessSession
        {
            Hash = AccessKeys.Hash(key), Account = account.Id, MadeAt = now, SeenAt = now, Address = place.Address, Agent = place.Agent,
            IsByProvider = isByProvider, PreviousAt = account.SignedInAt,
        });
        rows.Save(account with { SignedInAt = now });
        rows.Note(now, AccessEvent.SignedIn, account, address: place.Address);
        return key;
    }

    /// <param name="tried">None during a pause, which is made no longer: else nobody could wait it out beside one who goes on.</param>
    private void Fail(IAccessRows rows, string name, Place place, IReadOnlyList<Attempts> tried)
    {
        var now = clock.GetUtcNow();
        foreach (var attempts in tried)
        {
            attempts.Count(rows, now);
        }
        var district = rows.AccountNamed(TitleKey.Of(name))?.District;
        rows.Note(now, AccessEvent.SignInFailed, null, name, district: district, address: place.Address);
    }
}
