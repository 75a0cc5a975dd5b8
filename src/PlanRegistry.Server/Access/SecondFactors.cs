using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>What a device is to keep, told once: as text, and as an address that devices read.</summary>
public sealed record FactorOffer(string Secret, string Address);

/// <summary>A secret as it is kept, and in the clear.</summary>
internal sealed record OpenedFactor(string Protected, byte[] Secret);

/// <summary>
/// 动态口令: six digits of half a minute (TOTP, RFC 6238), asked for after the password. The secret lies in the database, protected by the
/// keys of <see cref="KeyRing"/>.
/// </summary>
public sealed class SecondFactors(IAccessStorage storage, IDataProtectionProvider protection, TimeProvider clock, AccessSettings settings)
{
    private const int SecretBytes = 20;
    private const int Digits = 6;
    private const string Issuer = "PlanRegistry";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A device's clock may be half a minute before or behind ours.</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly Passwords passwords = new(settings);
    private readonly IDataProtector protector = protection.CreateProtector("access_factors.secret");

    /// <summary>Whether the account's role must have one, and it has none yet.</summary>
    public static bool IsMissing(Account account, AccessSettings settings) =>
        !account.HasFactor && settings.SecondFactorRoles.Contains(account.Role);

    /// <summary>A new secret, which counts for nothing until a code confirms it.</summary>
    public (FactorOffer? Offer, Problem? Problem) Begin(Account account, string password)
    {
        if (new OwnPassword(storage, clock, passwords).Objection(account, password, AccessWords.WrongPasswordHere) is { } wrong)
        {
            return (null, wrong);
        }
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        // Protected before the database is written to: the first key of all is written there too.
        var kept = protector.Protect(Base32Encoding.ToString(secret));
        var problem = storage.Write(Patience, rows =>
        {
            if (rows.Factor(account.Id)?.ConfirmedAt is not null)
            {
                return AccessWords.FactorIsSet;
            }
            rows.Save(new SecondFactor { Account = account.Id, Secret = kept, MadeAt = clock.GetUtcNow() });
            return null;
        });
        return problem is not null ? (null, problem)
            : (new FactorOffer(Base32Encoding.ToString(secret), new OtpUri(OtpType.Totp, secret, account.Name, Issuer).ToString()), null);
    }

    /// <summary>From the first right code on, one is asked for at every sign-in.</summary>
    public Problem? Confirm(Account account, string code)
    {
        var opened = Open(storage.Read(rows => rows.Factor(account.Id)));
        return storage.Write(Patience, rows =>
        {
            if (rows.Factor(account.Id) is not { ConfirmedAt: null } factor || Step(factor, opened, code) is not { } step)
            {
                return AccessWords.WrongCode;
            }
            rows.Save(factor with { ConfirmedAt = clock.GetUtcNow(), LastStep = step });
            rows.Note(clock.GetUtcNow(), AccessEvent.FactorSet, account);
            rows.RaiseEpoch();
            return null;
        });
    }

    /// <summary>The secret in the clear, read before the database is written to: reading it may have to write a key.</summary>
    internal OpenedFactor? Open(SecondFactor? factor)
    {
        try
        {
            return factor is null ? null : new OpenedFactor(factor.Secret, Base32Encoding.ToBytes(protector.Unprotect(factor.Secret)));
        }
        catch (CryptographicException)
        {
            // Its key is gone: no code fits, and an administrator takes the factor away.
            return null;
        }
    }

    /// <summary>Whether the code is the account's of now; it counts once.</summary>
    internal bool Takes(IAccessRows rows, Account account, OpenedFactor? opened, string code)
    {
        if (rows.Factor(account.Id) is not { ConfirmedAt: not null } factor || Step(factor, opened, code) is not { } step)
        {
            return false;
        }
        rows.Save(factor with { LastStep = step });
        return true;
    }

    private long? Step(SecondFactor factor, OpenedFactor? opened, string code)
    {
        if (opened?.Protected != factor.Secret || code.Length != Digits)
        {
            return null;
        }
        var totp = new Totp(opened.Secret, totpSize: Digits);
        return totp.VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, Window) && step > factor.LastStep ? step : null;
    }
}
