using Npgsql;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Who may use the registry, in the same database as the ledgers. Writers of all nodes take turns.</summary>
internal sealed class AccessStore(Database database) : IAccessStorage
{
    public T Read<T>(Func<IAccessRows, T> read) => database.Read(c => read(new AccessRows(c)));

    public T Write<T>(TimeSpan patience, Func<IAccessRows, T> write)
    {
        var waiting = new Waiting(patience);
        using var connection = database.Open();
        try
        {
            using var transaction = connection.BeginTransaction();
            Turns.Take(connection, Turns.Access, waiting.Left);
            var result = write(new AccessRows(connection));
            transaction.Commit();
            return result;
        }
        catch (NpgsqlException e)
        {
            throw Faults.Of(e, database.Name);
        }
    }

    /// <summary>The connections are the storage's.</summary>
    public void Dispose() { }
}
