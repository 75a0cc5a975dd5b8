using PlanRegistry.Access;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Access;

/// <summary>What an account has to wait for, or to do, first; till then it sees <see cref="Permissions.OfOneself"/>.</summary>
public enum Hold
{
    /// <summary>Its role is asked for and not granted yet.</summary>
    Grant,

    /// <summary>Its password was too old when it signed in by it.</summary>
    Password,

    /// <summary>Its role must have a second factor.</summary>
    Factor,
}

internal static class Holds
{
    /// <param name="session">Null for a program. How the provider knows a person is the provider's matter.</param>
    public static Hold? Of(Account account, AccessSession? session, AccessSettings settings) => account.GrantedAt is null ? Hold.Grant
        : session is null or { IsByProvider: true } ? null
        : settings.LastDayOf(account) < Calendar.DayOf(session.MadeAt) ? Hold.Password
        : SecondFactors.IsMissing(account, settings) ? Hold.Factor
        : null;

    public static Text Sentence(this Hold hold) => hold switch
    {
        Hold.Grant => AccessWords.GrantIsMissing,
        Hold.Password => AccessWords.PasswordIsOver,
        _ => AccessWords.FactorIsMissing,
    };
}
