using Dapper;
using PlanRegistry.Access;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>The tables of <c>0013_sign_in.sql</c>.</summary>
internal sealed partial class AccessRows
{
    public ProviderIdentity? Identity(string issuer, string subject) =>
        Identities("issuer = @issuer and subject = @subject", new { issuer, subject }).SingleOrDefault();

    public void Save(ProviderIdentity identity) => connection.Execute(
        """
        insert into access_identities (issuer, subject, account, linked_at)
        values (@Issuer, @Subject, @Account, @at)
        """, new { identity.Issuer, identity.Subject, identity.Account, at = Moment.Write(identity.LinkedAt) });

    public void RemoveIdentity(string account) =>
        connection.Execute("delete from access_identities where account = @account", new { account });

    public SecondFactor? Factor(string account) => Read(
        "select account, secret, made_at, confirmed_at, last_step from access_factors where account = @account", new { account },
        r => new SecondFactor
        {
            Account = r.Text(0)!, Secret = r.Text(1)!, MadeAt = r.At(2)!.Value, ConfirmedAt = r.At(3), LastStep = r.Long(4),
        }).SingleOrDefault();

    public void Save(SecondFactor factor) => connection.Execute(
        """
        insert into access_factors (account, secret, made_at, confirmed_at, last_step)
        values (@Account, @Secret, @madeAt, @confirmedAt, @LastStep)
        on conflict (account) do update set secret = @Secret, made_at = @madeAt, confirmed_at = @confirmedAt, last_step = @LastStep
        """,
        new
        {
            factor.Account, factor.Secret, madeAt = Moment.Write(factor.MadeAt), confirmedAt = Written(factor.ConfirmedAt), factor.LastStep,
        });

    public void RemoveFactor(string account) =>
        connection.Execute("delete from access_factors where account = @account", new { account });

    public IReadOnlyList<string> Keys() => [.. connection.Query<string>("select xml from access_keys order by name")];

    public void SaveKey(string name, string xml) => connection.Execute(
        """
        insert into access_keys (name, xml)
        values (@name, @xml)
        on conflict (name) do update set xml = @xml
        """, new { name, xml });

    private IReadOnlyList<ProviderIdentity> Identities(string where, object parameters) => Read(
        $"select issuer, subject, account, linked_at from access_identities where {where}", parameters,
        r => new ProviderIdentity(r.Text(0)!, r.Text(1)!, r.Text(2)!, r.At(3)!.Value));
}
