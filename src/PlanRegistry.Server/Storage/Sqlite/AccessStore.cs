using Microsoft.Data.Sqlite;
using PlanRegistry.Server.Storage.Sql;
using SQLitePCL;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Who may use the registry, in the same file as the ledgers. Writers take turns.</summary>
internal sealed class AccessStore(Database database) : IAccessStorage
{
    private readonly Lock writing = new();

    public T Read<T>(Func<IAccessRows, T> read) => database.Read(s => read(new AccessRows(s.Connection)));

    public T Write<T>(TimeSpan patience, Func<IAccessRows, T> write)
    {
        var waiting = new Waiting(patience);
        if (!writing.TryEnter(waiting.Left))
        {
            throw StorageException.OfBusy(database.File);
        }
        try
        {
            // Of its own for each: nobody but the pool then holds a file that was put aside.
            using var connection = database.Open();
            return Write(connection, waiting, write);
        }
        catch (SqliteException e)
        {
            throw Faults.Of(e, database.File);
        }
        finally
        {
            writing.Exit();
        }
    }

    public void Dispose() => database.Dispose();

    private T Write<T>(SqliteConnection connection, Waiting waiting, Func<IAccessRows, T> write)
    {
        // The provider's own waiting goes by whole seconds, and begins anew. What is not committed goes with the connection.
        raw.sqlite3_busy_timeout(connection.Handle, (int)waiting.Left.TotalMilliseconds);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, "begin immediate"), connection.Handle);
        var result = write(new AccessRows(connection));
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, "commit"), connection.Handle);
        database.RequireSame();
        return result;
    }
}
