using Microsoft.Data.Sqlite;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>
/// Results of sweeps in the same file as the ledgers. Nobody is kept from writing while a district is judged; two processes that sweep at
/// once may judge one twice.
/// </summary>
internal sealed class SweepStore(Database database) : ISweepStorage
{
    private readonly Lock writing = new();
    private readonly HashSet<DistrictCode> taken = [];

    public IReadOnlyDictionary<DistrictCode, int> Heads() => database.Read(s => SweepRows.Heads(s.Connection));

    public IReadOnlyList<SweptResult> Results(DateOnly day, bool withCounts) =>
        database.Read(s => SweepRows.Results(s.Connection, day, withCounts));

    public IReadOnlyList<SweptResult> ResultsAfter(int number) => database.Read(s => SweepRows.ResultsAfter(s.Connection, number));

    public int LastNumber() => database.Read(s => SweepRows.LastNumber(s.Connection));

    public IReadOnlyList<SweptChange> ChangesAfter(int number, int limit) =>
        database.Read(s => SweepRows.ChangesAfter(s.Connection, number, limit));

    public string? VectorOf(int number) => database.Read(s => SweepRows.VectorOf(s.Connection, number));

    public void Enlist(DateOnly day, IEnumerable<DistrictCode> districts) => Write(c => SweepRows.Enlist(c, day, districts));

    public int Left(DateOnly day) => database.Read(s => SweepRows.Left(s.Connection, day));

    public bool Take(DateOnly day, IReadOnlyCollection<DistrictCode> passedOver, Func<DistrictCode, SweptResult?, SweptResult?> judge)
    {
        DistrictCode? free;
        lock (taken)
        {
            free = database.Read(s => SweepRows.Next(s.Connection, day, [.. passedOver, .. taken], locking: ""));
            if (free is { } mine)
            {
                taken.Add(mine);
            }
        }
        if (free is not { } district)
        {
            return false;
        }
        try
        {
            var before = database.Read(s => SweepRows.Last(s.Connection, district));
            var result = judge(district, before);
            Write(c =>
            {
                if (result is not null)
                {
                    SweepRows.Keep(c, result, before);
                }
                SweepRows.Done(c, day, district);
            });
            return true;
        }
        finally
        {
            lock (taken)
            {
                taken.Remove(district);
            }
        }
    }

    public void Forget(DateOnly before) => Write(c => SweepRows.Forget(c, before));

    public void Dispose() => database.Dispose();

    private void Write(Action<SqliteConnection> write)
    {
        lock (writing)
        {
            try
            {
                using var connection = database.Open();
                using var transaction = connection.BeginTransaction();
                write(connection);
                transaction.Commit();
                database.RequireSame();
            }
            catch (SqliteException e)
            {
                throw Faults.Of(e, database.File);
            }
        }
    }
}
