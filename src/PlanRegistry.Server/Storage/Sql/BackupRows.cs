using Dapper;
using PlanRegistry.Server.Backups;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>The last verified backup: <c>0030_backups.sql</c>.</summary>
internal sealed partial class AccessRows
{
    public VerifiedBackup? LastBackup => Read(
        "select hash, taken_at, file, bytes from access_backups", new { },
        r => new VerifiedBackup(r.Text(0)!, r.At(1)!.Value, r.Text(2)!, r.Long(3))).SingleOrDefault();

    public void Save(VerifiedBackup backup) => connection.Execute(
        """
        insert into access_backups (id, hash, taken_at, file, bytes)
        values (1, @Hash, @at, @File, @Bytes)
        on conflict (id) do update set hash = @Hash, taken_at = @at, file = @File, bytes = @Bytes
        """, new { backup.Hash, at = Moment.Write(backup.TakenAt), backup.File, backup.Bytes });

    public void EndCredentials(DateTimeOffset at)
    {
        connection.Execute("delete from access_sessions");
        connection.Execute("delete from access_links");
        connection.Execute("delete from access_failures");
        connection.Execute("update access_tokens set ended_at = @at where ended_at is null", new { at = Moment.Write(at) });
        connection.Execute("update access_calendars set ended_at = @at where ended_at is null", new { at = Moment.Write(at) });
        RaiseEpoch();
    }
}
