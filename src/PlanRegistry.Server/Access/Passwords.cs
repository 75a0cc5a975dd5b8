using Microsoft.AspNetCore.Identity;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Access;

/// <summary>Hashes and compares passwords (PBKDF2 of the framework), and says what may be one.</summary>
internal sealed class Passwords(AccessSettings settings)
{
    private const int Longest = 128;

    /// <summary>Tests, which hash by the thousand, bring one that goes round less often.</summary>
    internal static PasswordHasher<Account> Hasher { get; set; } = new();

    // Compared with where there is no account, so that both take as long.
    private static readonly Lazy<string> Nobodys = new(() => Hasher.HashPassword(null!, AccessKeys.Make()));

    public string Hash(Account account, string password) => Hasher.HashPassword(account, password);

    public bool Fits(Account? account, string? hash, string password)
    {
        var fits = Hasher.VerifyHashedPassword(account!, hash ?? Nobodys.Value, password.Length > Longest ? "" : password)
            != PasswordVerificationResult.Failed;
        return fits && hash is not null;
    }

    /// <param name="before">Hashes of the account's passwords, the last first.</param>
    public Problem? Objection(Account account, string password, IReadOnlyList<string> before) =>
        password.Length < settings.PasswordLength ? AccessWords.TooShort(settings.PasswordLength)
        : password.Length > Longest ? AccessWords.TooLong
        : IsSimple(account, password) ? AccessWords.TooSimple
        : Kinds(password) < settings.PasswordKinds ? AccessWords.TooFewKinds(settings.PasswordKinds)
        : before.Take(settings.PasswordHistory).Any(h => Fits(account, h, password)) ? AccessWords.UsedBefore(settings.PasswordHistory)
        : null;

    private static int Kinds(string password) => password.Select(c =>
        char.IsAsciiLetterLower(c) ? 0 : char.IsAsciiLetterUpper(c) ? 1 : char.IsAsciiDigit(c) ? 2 : 3).Distinct().Count();

    private static bool IsSimple(Account account, string password) =>
        Steps(password).Distinct().Count() == 1
        || TitleKey.Of(password).Contains(TitleKey.Of(account.Name), StringComparison.Ordinal);

    /// <summary>From character to character: all alike where one is repeated, or they stand in a row.</summary>
    private static IEnumerable<int> Steps(string text) => text.Zip(text.Skip(1), (a, b) => b - a);
}
