using Microsoft.Data.Sqlite;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>
/// A connection that only reads, used by one thread at a time. It remembers the vectors that it resolved until SQLite says that
/// another connection has committed; every write is made on another connection, so none is missed.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteCommand dataVersion;
    private readonly Dictionary<DistrictCode, Vector> vectors = [];
    private long version = -1;

    public Session(SqliteConnection connection)
    {
        Connection = connection;
        dataVersion = connection.CreateCommand();
        dataVersion.CommandText = "pragma data_version";
    }

    public SqliteConnection Connection { get; }

    /// <summary>The district's vector as of now: remembered, or resolved again after any write.</summary>
    public Vector? Current(DistrictCode district, Func<Vector?> resolve)
    {
        var now = (long)dataVersion.ExecuteScalar()!;
        if (now != version)
        {
            vectors.Clear();
            version = now;
        }
        if (!vectors.TryGetValue(district, out var vector) && resolve() is { } resolved)
        {
            vectors[district] = vector = resolved;
        }
        return vector;
    }

    public void Dispose()
    {
        dataVersion.Dispose();
        Connection.Dispose();
    }
}
