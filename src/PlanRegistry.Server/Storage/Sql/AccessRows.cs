using System.Data.Common;
using Dapper;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>The tables of <c>0011_access.sql</c> and those that came after it.</summary>
internal sealed partial class AccessRows(DbConnection connection) : IAccessRows
{
    public long Epoch => connection.ExecuteScalar<long>("select epoch from access_state");

    public string? Mark => connection.ExecuteScalar<string?>("select mark from access_state");

    public void SetMark(string mark) => connection.Execute("update access_state set mark = @mark", new { mark });

    public void RaiseEpoch() => connection.Execute("update access_state set epoch = epoch + 1");

    public bool HasAccounts => connection.ExecuteScalar<bool>("select exists (select 1 from access_accounts)");

    public IReadOnlyList<Account> Accounts() => Accounts("1 = 1 order by name, made_at", new { });

    public Account? Account(string id) => Accounts("id = @id", new { id }).SingleOrDefault();

    public Account? AccountNamed(string nameKey) =>
        Accounts("name_key = @nameKey and ended_at is null", new { nameKey }).SingleOrDefault();

    public void Save(Account account) => connection.Execute(
        """
        insert into access_accounts (id, name, name_key, role, district, agency, made_at, ended_at, signed_in_at, successor, post,
            granted_at)
        values (@Id, @Name, @NameKey, @role, @district, @Agency, @madeAt, @endedAt, @signedInAt, @Successor, @post, @grantedAt)
        on conflict (id) do update set name = @Name, name_key = @NameKey, role = @role, district = @district, agency = @Agency,
            ended_at = @endedAt, signed_in_at = @signedInAt, successor = @Successor, post = @post, granted_at = @grantedAt
        """,
        new
        {
            account.Id, account.Name, account.NameKey, role = Names.Of(account.Role), district = account.District.Value, account.Agency,
            madeAt = Moment.Write(account.MadeAt), endedAt = Written(account.EndedAt), signedInAt = Written(account.SignedInAt),
            account.Successor, post = account.Post is { } post ? Names.Of(post) : null, grantedAt = Written(account.GrantedAt),
        });

    public string? Password(string account) =>
        connection.ExecuteScalar<string?>("select hash from access_passwords where account = @account", new { account });

    public IReadOnlyList<string> Passwords(string account) =>
    [
        .. connection.Query<string>(
            """
            select hash from (
                select 1 as is_old, set_at, hash from access_old_passwords where account = @account
                union all
                select 0, set_at, hash from access_passwords where account = @account) as known
            order by is_old, set_at desc
            """, new { account }),
    ];

    public void SavePassword(string account, string hash, DateTimeOffset at, int old) => connection.Execute(
        """
        insert into access_old_passwords (account, set_at, hash)
        select account, set_at, hash from access_passwords where account = @account;
        delete from access_old_passwords
        where account = @account and set_at not in (
            select set_at from access_old_passwords where account = @account order by set_at desc limit @old);
        insert into access_passwords (account, hash, set_at)
        values (@account, @hash, @at)
        on conflict (account) do update set hash = @hash, set_at = @at
        """, new { account, hash, at = Moment.Write(at), old });

    public InvitationLink? Link(string hash) => Read(
        "select hash, account, made_at, expires_at, used_at from access_links where hash = @hash", new { hash },
        r => new InvitationLink
        {
            Hash = r.Text(0)!, Account = r.Text(1)!, MadeAt = r.At(2)!.Value, ExpiresAt = r.At(3)!.Value, UsedAt = r.At(4),
        }).SingleOrDefault();

    public void Save(InvitationLink link) => connection.Execute(
        """
        insert into access_links (hash, account, made_at, expires_at, used_at)
        values (@Hash, @Account, @madeAt, @expiresAt, @usedAt)
        on conflict (hash) do update set used_at = @usedAt
        """,
        new { link.Hash, link.Account, madeAt = Moment.Write(link.MadeAt), expiresAt = Moment.Write(link.ExpiresAt),
            usedAt = Written(link.UsedAt) });

    public void EndLinks(string account, DateTimeOffset at) => connection.Execute(
        "update access_links set used_at = @at where account = @account and used_at is null", new { account, at = Moment.Write(at) });

    public AccessSession? Session(string hash) => Sessions("hash = @hash", new { hash }).SingleOrDefault();

    public IReadOnlyList<AccessSession> Sessions(string account) =>
        Sessions("account = @account and ended_at is null order by made_at desc", new { account });

    public void Save(AccessSession session) => connection.Execute(
        """
        insert into access_sessions (hash, account, made_at, seen_at, ended_at, address, agent, by_provider, previous_at)
        values (@Hash, @Account, @madeAt, @seenAt, @endedAt, @Address, @Agent, @isByProvider, @previousAt)
        on conflict (hash) do update set seen_at = @seenAt, ended_at = coalesce(access_sessions.ended_at, @endedAt)
        """,
        new
        {
            session.Hash, session.Account, madeAt = Moment.Write(session.MadeAt), seenAt = Moment.Write(session.SeenAt),
            endedAt = Written(session.EndedAt), session.Address, session.Agent,
            isByProvider = session.IsByProvider ? 1 : 0,
            previousAt = Written(session.PreviousAt),
        });

    public MachineToken? Token(string hash) => Tokens("hash = @hash", new { hash }).SingleOrDefault();

    public IReadOnlyList<MachineToken> Tokens() => Tokens("1 = 1 order by made_at desc, id", new { });

    public void Save(MachineToken token) => connection.Execute(
        """
        insert into access_tokens (id, hash, name, role, district, agency, made_at, expires_at, ended_at, used_at)
        values (@Id, @Hash, @Name, @role, @district, @Agency, @madeAt, @expiresAt, @endedAt, @usedAt)
        on conflict (id) do update set ended_at = coalesce(access_tokens.ended_at, @endedAt), used_at = @usedAt
        """,
        new
        {
            token.Id, token.Hash, token.Name, role = Names.Of(token.Role), district = token.District.Value, token.Agency,
            madeAt = Moment.Write(token.MadeAt), expiresAt = Moment.Write(token.ExpiresAt), endedAt = Written(token.EndedAt),
            usedAt = Written(token.UsedAt),
        });

    public SignInFailures? Failures(string key) => Read("select key, count, last_at from access_failures where key = @key", new { key },
        r => new SignInFailures(r.Text(0)!, r.Number(1), r.At(2)!.Value)).SingleOrDefault();

    public void Save(SignInFailures failures) => connection.Execute(
        """
        insert into access_failures (key, count, last_at)
        values (@Key, @Count, @at)
        on conflict (key) do update set count = @Count, last_at = @at
        """, new { failures.Key, failures.Count, at = Moment.Write(failures.LastAt) });

    public Sighting? Seen(string account, DistrictCode district) => Read(
        "select account, district, seq, at from access_seen where account = @account and district = @district",
        new { account, district = district.Value },
        r => new Sighting(r.Text(0)!, DistrictCode.Parse(r.Text(1)!), r.Number(2), r.At(3)!.Value)).SingleOrDefault();

    public void Save(Sighting seen) => connection.Execute(
        """
        insert into access_seen (account, district, seq, at)
        values (@Account, @district, @Seq, @at)
        on conflict (account, district) do update set seq = @Seq, at = @at where @Seq >= access_seen.seq
        """, new { seen.Account, district = seen.District.Value, seen.Seq, at = Moment.Write(seen.At) });

    public CalendarFeed? Calendar(string hash) => Read(
        "select hash, account, district, agency, made_at, ended_at from access_calendars where hash = @hash", new { hash },
        r => new CalendarFeed
        {
            Hash = r.Text(0)!, Account = r.Text(1)!, District = DistrictCode.Parse(r.Text(2)!), Agency = r.Text(3)!,
            MadeAt = r.At(4)!.Value, EndedAt = r.At(5),
        }).SingleOrDefault();

    public void Save(CalendarFeed feed) => connection.Execute(
        """
        insert into access_calendars (hash, account, district, agency, made_at, ended_at)
        values (@Hash, @Account, @district, @Agency, @madeAt, @endedAt)
        """,
        new { feed.Hash, feed.Account, district = feed.District.Value, feed.Agency, madeAt = Moment.Write(feed.MadeAt),
            endedAt = Written(feed.EndedAt) });

    public void EndCalendars(string account, string? agency, DateTimeOffset at) => connection.Execute(
        """
        update access_calendars set ended_at = @at
        where account = @account and agency = coalesce(@agency, agency) and ended_at is null
        """,
        new { account, agency, at = Moment.Write(at) });

    public JournalEntry? LastEntry() => Journal(int.MaxValue, 1, of: null, filter: null).SingleOrDefault();

    public IReadOnlyList<JournalEntry> Journal(int before, int limit, IReadOnlyList<DistrictCode>? of, JournalFilter? filter)
    {
        var (fits, values) = Fit(filter, of);
        values.AddDynamicParams(new { before, limit });
        return Read(
            $"""
            select seq, at, event, actor, name, about, district, address, previous_hash, hash
            from access_journal
            where seq < @before and {fits}
            order by seq desc
            limit @limit
            """, values,
            r => new JournalEntry
            {
                Seq = r.Number(0), At = r.At(1)!.Value, Event = r.Word<AccessEvent>(2), Actor = r.Text(3), Name = r.Text(4),
                About = r.Text(5), District = r.Text(6) is { } district ? DistrictCode.Parse(district) : null, Address = r.Text(7),
                PreviousHash = r.Text(8)!, Hash = r.Text(9)!,
            });
    }

    public int CountJournal(IReadOnlyList<DistrictCode>? of, JournalFilter? filter)
    {
        var (fits, values) = Fit(filter, of);
        return connection.ExecuteScalar<int>($"select count(*) from access_journal where {fits}", values);
    }

    public IReadOnlyDictionary<string, string> NamesOf(IReadOnlyCollection<string> ids)
    {
        var values = new DynamicParameters();
        var among = Each(values, "id", ids);
        return connection.Query<(string Id, string Name)>(
            $"""
            select id, name from access_accounts where id in ({among})
            union all
            select id, name from access_tokens where id in ({among})
            """, values).ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<DistrictCode> JournalDistricts() =>
        [.. connection.Query<string>("select distinct district from access_journal where district is not null").Select(DistrictCode.Parse)];

    public void Forget(DateTimeOffset since) => connection.Execute(
        """
        delete from access_failures where last_at < @since;
        delete from access_links where expires_at < @since;
        delete from access_sessions where seen_at < @since;
        delete from access_calendars where ended_at < @since;
        """, new { since = Moment.Write(since) });

    public void Append(JournalEntry entry) => connection.Execute(
        """
        insert into access_journal (seq, at, event, actor, name, about, district, address, previous_hash, hash)
        values (@Seq, @at, @said, @Actor, @Name, @About, @district, @Address, @PreviousHash, @Hash)
        """,
        new
        {
            entry.Seq, at = Moment.Write(entry.At), said = Names.Of(entry.Event), entry.Actor, entry.Name, entry.About,
            district = entry.District?.Value, entry.Address, entry.PreviousHash, entry.Hash,
        });

    /// <summary>Which entries fit, and the values for it. What a role was granted stands behind the account's id.</summary>
    private static (string Where, DynamicParameters Values) Fit(JournalFilter? filter, IReadOnlyList<DistrictCode>? of)
    {
        var values = new DynamicParameters(new { from = Written(filter?.From), until = Written(filter?.Before), who = filter?.Who });
        var ofDistricts = of is null ? "1 = 1" : $"district is null or district in ({Each(values, "district", of.Select(d => d.Value))})";
        var ofEvents = filter?.Events is not { } events ? "1 = 1" : $"event in ({Each(values, "event", events.Select(e => Names.Of(e)))})";
        return (
            $"""
            ({ofDistricts}) and {ofEvents} and (@from is null or at >= @from) and (@until is null or at < @until)
            and (@who is null or @who in (name, actor, about) or exists (
                select 1 from access_accounts a where a.name = @who and (actor = a.id or substr(about, 1, length(a.id)) = a.id)))
            """, values);
    }

    /// <summary>A parameter for each, which every home understands; none of them is nothing.</summary>
    private static string Each(DynamicParameters values, string name, IEnumerable<string> items)
    {
        List<string> named = [];
        foreach (var item in items)
        {
            values.Add($"{name}{named.Count}", item);
            named.Add($"@{name}{named.Count}");
        }
        return named.Count == 0 ? "null" : string.Join(", ", named);
    }

    private IReadOnlyList<Account> Accounts(string where, object parameters) => Read(
        $"""
        select id, name, role, district, agency, made_at, ended_at, signed_in_at,
            (select subject from access_identities i where i.account = a.id),
            (select count(*) from access_factors f where f.account = a.id and f.confirmed_at is not null), successor, post, granted_at,
            (select set_at from access_passwords p where p.account = a.id)
        from access_accounts a
        where {where}
        """, parameters,
        r => new Account
        {
            Id = r.Text(0)!, Name = r.Text(1)!, Role = r.Word<Role>(2), District = DistrictCode.Parse(r.Text(3)!), Agency = r.Text(4),
            MadeAt = r.At(5)!.Value, EndedAt = r.At(6), SignedInAt = r.At(7), Subject = r.Text(8), HasFactor = r.Long(9) == 1,
            Successor = r.Text(10), Post = r.Text(11) is null ? null : r.Word<AdminPost>(11),
            GrantedAt = r.At(12), PasswordSetAt = r.At(13),
        });

    private IReadOnlyList<AccessSession> Sessions(string where, object parameters) => Read(
        $"""
        select hash, account, made_at, seen_at, ended_at, address, agent, by_provider, previous_at
        from access_sessions
        where {where}
        """, parameters,
        r => new AccessSession
        {
            Hash = r.Text(0)!, Account = r.Text(1)!, MadeAt = r.At(2)!.Value, SeenAt = r.At(3)!.Value, EndedAt = r.At(4),
            Address = r.Text(5), Agent = r.Text(6), IsByProvider = r.Number(7) == 1, PreviousAt = r.At(8),
        });

    private IReadOnlyList<MachineToken> Tokens(string where, object parameters) => Read(
        $"""
        select id, hash, name, role, district, agency, made_at, expires_at, ended_at, used_at
        from access_tokens
        where {where}
        """, parameters,
        r => new MachineToken
        {
            Id = r.Text(0)!, Hash = r.Text(1)!, Name = r.Text(2)!, Role = r.Word<Role>(3), District = DistrictCode.Parse(r.Text(4)!),
            Agency = r.Text(5), MadeAt = r.At(6)!.Value, ExpiresAt = r.At(7)!.Value, EndedAt = r.At(8), UsedAt = r.At(9),
        });

    private List<T> Read<T>(string sql, object parameters, Func<AccessRow, T> read)
    {
        using var reader = connection.ExecuteReader(sql, parameters);
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(new AccessRow(reader)));
        }
        return rows;
    }

    private static string? Written(DateTimeOffset? moment) => moment is { } at ? Moment.Write(at) : null;
}
