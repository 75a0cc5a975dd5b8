using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Storage;

/// <summary>Where it is kept who may use the registry: outside ledgers and packs. Throws as <see cref="IStorage"/> does.</summary>
public interface IAccessStorage : IDisposable
{
    T Read<T>(Func<IAccessRows, T> read);

    /// <summary>All of it or nothing. Busy when somebody else writes for longer than the patience.</summary>
    T Write<T>(TimeSpan patience, Func<IAccessRows, T> write);
}

/// <summary>Rows of accounts and what belongs to them; good for one read or one write.</summary>
public interface IAccessRows
{
    /// <summary>Raised by what takes something from somebody, or gives it.</summary>
    long Epoch { get; }

    /// <summary>What kind of database it is: <c>demonstration</c>; null for an office's own.</summary>
    string? Mark { get; }

    void SetMark(string mark);

    void RaiseEpoch();

    /// <summary>
    /// All that is kept of who may use the registry but for sessions and failed attempts, a table at a time, to be put into another home.
    /// </summary>
    IEnumerable<AccessTable> Tables();

    /// <summary>Into tables that have nothing yet.</summary>
    void Put(IEnumerable<AccessTable> tables);

    bool HasAccounts { get; }

    /// <summary>All of them, the ended too, by name.</summary>
    IReadOnlyList<Account> Accounts();

    Account? Account(string id);

    /// <summary>The one that has not ended.</summary>
    Account? AccountNamed(string nameKey);

    void Save(Account account);

    string? Password(string account);

    /// <summary>Hashes of the password and of those before it that are kept, the last first.</summary>
    IReadOnlyList<string> Passwords(string account);

    /// <param name="old">How many of those before it are kept.</param>
    void SavePassword(string account, string hash, DateTimeOffset at, int old);

    InvitationLink? Link(string hash);

    void Save(InvitationLink link);

    /// <summary>Links that an account has not used are used up.</summary>
    void EndLinks(string account, DateTimeOffset at);

    AccessSession? Session(string hash);

    /// <summary>Those that have not ended, the last first.</summary>
    IReadOnlyList<AccessSession> Sessions(string account);

    void Save(AccessSession session);

    MachineToken? Token(string hash);

    /// <summary>All of them, the last first.</summary>
    IReadOnlyList<MachineToken> Tokens();

    void Save(MachineToken token);

    SignInFailures? Failures(string key);

    void Save(SignInFailures failures);

    ProviderIdentity? Identity(string issuer, string subject);

    void Save(ProviderIdentity identity);

    void RemoveIdentity(string account);

    SecondFactor? Factor(string account);

    void Save(SecondFactor factor);

    void RemoveFactor(string account);

    /// <summary>Data-protection keys, as XML.</summary>
    IReadOnlyList<string> Keys();

    void SaveKey(string name, string xml);

    /// <summary>Up to where the account has looked at the district.</summary>
    Sighting? Seen(string account, DistrictCode district);

    /// <summary>It never goes back.</summary>
    void Save(Sighting seen);

    CalendarFeed? Calendar(string hash);

    void Save(CalendarFeed feed);

    /// <summary>The account's addresses for the agency, or for all, are worth nothing any more.</summary>
    void EndCalendars(string account, string? agency, DateTimeOffset at);

    /// <summary>What an office has said of workbooks, the last used first.</summary>
    IReadOnlyList<WorkbookMapping> Mappings(DistrictCode district, string agency);

    void Save(WorkbookMapping mapping);

    /// <returns>Whether there was one.</returns>
    bool RemoveMapping(DistrictCode district, string agency, string shape);

    /// <summary>Lets go of an office's that were not used since, and of all but the last.</summary>
    void TrimMappings(DistrictCode district, string agency, DateTimeOffset since, int most);

    /// <summary>The last backup that was verified; null where none was made yet.</summary>
    VerifiedBackup? LastBackup { get; }

    void Save(VerifiedBackup backup);

    /// <summary>
    /// Of a registry that is restored: whoever has come before signs in again, and programs and calendars are given new tokens and
    /// addresses, since some of them may have been taken away after the backup.
    /// </summary>
    void EndCredentials(DateTimeOffset at);

    JournalEntry? LastEntry();

    /// <summary>The last first: those of the districts, and those of none that anybody knows. Null: of all.</summary>
    IReadOnlyList<JournalEntry> Journal(
        int before, int limit, IReadOnlyList<DistrictCode>? of = null, JournalFilter? filter = null);

    int CountJournal(IReadOnlyList<DistrictCode>? of, JournalFilter? filter = null);

    /// <summary>What accounts and tokens are called, by their ids; who is none of them is left out.</summary>
    IReadOnlyDictionary<string, string> NamesOf(IReadOnlyCollection<string> ids);

    /// <summary>The districts that the journal speaks of.</summary>
    IReadOnlyList<DistrictCode> JournalDistricts();

    /// <summary>Lets go of failures, links and sessions that are of no use any more: nothing was heard of them since.</summary>
    void Forget(DateTimeOffset since);

    void Append(JournalEntry entry);
}
