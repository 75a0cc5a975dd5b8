using System.Data;
using Npgsql;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Results of sweeps in the same database as the ledgers. Nodes take districts from one list, each one at a time.</summary>
internal sealed class SweepStore(Database database) : ISweepStorage
{
    public IReadOnlyDictionary<DistrictCode, int> Heads() => database.Read(SweepRows.Heads);

    public IReadOnlyList<SweptResult> Results(DateOnly day, bool withCounts) => database.Read(c => SweepRows.Results(c, day, withCounts));

    public IReadOnlyList<SweptResult> ResultsAfter(int number) => database.Read(c => SweepRows.ResultsAfter(c, number));

    public int LastNumber() => database.Read(SweepRows.LastNumber);

    public IReadOnlyList<SweptChange> ChangesAfter(int number, int limit) =>
        database.Read(c => SweepRows.ChangesAfter(c, number, limit));

    public string? VectorOf(int number) => database.Read(c => SweepRows.VectorOf(c, number));

    public void Enlist(DateOnly day, IEnumerable<DistrictCode> districts) => Write(c =>
    {
        Turns.Take(c, Turns.Sweep, database.Patience);
        SweepRows.Enlist(c, day, districts);
        return true;
    });

    public int Left(DateOnly day) => database.Read(c => SweepRows.Left(c, day));

    /// <summary>While it is judged its row is held; a node that dies lets go of it.</summary>
    public bool Take(DateOnly day, IReadOnlyCollection<DistrictCode> passedOver, Func<DistrictCode, SweptResult?, SweptResult?> judge) =>
        Write(c =>
        {
            if (SweepRows.Next(c, day, passedOver, "for update skip locked") is not { } district)
            {
                return false;
            }
            var before = SweepRows.Last(c, district);
            if (judge(district, before) is { } result)
            {
                // Numbers are seen in their order: each is given while the one before is committed already.
                Turns.Take(c, Turns.Sweep, database.Patience);
                SweepRows.Keep(c, result, before);
            }
            SweepRows.Done(c, day, district);
            return true;
        });

    public void Forget(DateOnly before) => Write(c =>
    {
        SweepRows.Forget(c, before);
        return true;
    });

    /// <summary>The connections are the storage's.</summary>
    public void Dispose() { }

    private T Write<T>(Func<NpgsqlConnection, T> write) => database.Read(c =>
    {
        using var transaction = c.BeginTransaction();
        var result = write(c);
        transaction.Commit();
        return result;
    });
}
