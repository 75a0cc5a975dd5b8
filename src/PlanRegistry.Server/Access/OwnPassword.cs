using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// Asks who is signed in for the own password once more; wrong ones are counted, since a browser may have been left open.
/// </summary>
internal sealed class OwnPassword(IAccessStorage storage, TimeProvider clock, Passwords passwords)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Why it is not believed; null where it is right, or where the account has none, as whoever comes by the provider alone.
    /// </summary>
    /// <param name="wrong">What a wrong password is told.</param>
    public Problem? Objection(Account account, string password, Problem wrong)
    {
        var hash = storage.Read(rows => rows.Password(account.Id));
        var fits = hash is null || passwords.Fits(account, hash, password);
        return storage.Write(Patience, rows =>
        {
            var (tried, now) = (Attempts.Signed(account), clock.GetUtcNow());
            if (tried.IsPaused(rows, now))
            {
                return AccessWords.TriedTooOften with { Path = wrong.Path };
            }
            if (fits)
            {
                tried.Forgive(rows, now);
                return null;
            }
            tried.Count(rows, now);
            rows.Note(now, AccessEvent.SignInFailed, account);
            return wrong;
        });
    }
}
