using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Storage.Postgres;
using PlanRegistry.Server.Storage.Sql;
using PlanRegistry.Server.Storage.Sqlite;

namespace PlanRegistry.Tests.Habits;

/// <summary>
/// Whatever keeps the ledgers is named in Storage/ alone, and the seam
/// itself names nothing of it: another home can be built beside SQLite's.
/// </summary>
public sealed class StorageFenceTests
{
    private static readonly string Seam = typeof(IStorage).Namespace!;

    /// <summary>Of SQLite, of PostgreSQL, and what both share.</summary>
    private static readonly string[] InHomes =
        [typeof(SqliteStorage).Namespace!, typeof(PostgresStorage).Namespace!, typeof(RowStore).Namespace!];

    /// <summary>ExcelDataReader gives a sheet's cells as an IDataReader: no database is behind it.</summary>
    private const string OfWorkbooks = "GridReader.";

    private static readonly Type[] Server = typeof(IStorage).Assembly.GetTypes();

    [Fact]
    public void Only_storage_touches_a_provider_or_its_home() =>
        Fence.Breaches(Server.Where(t => !IsInHome(t) && t.Namespace != Seam), t => IsProvider(t) || IsInHome(t))
            .Where(breach => !breach.StartsWith(OfWorkbooks, StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Of_the_seam_only_the_list_of_homes_knows_one()
    {
        var seam = Server.Where(t => t.Namespace == Seam).ToList();

        Fence.Breaches(seam, IsProvider).Should().BeEmpty();
        Fence.Breaches(seam, IsInHome).Select(breach => breach.Split('.')[0]).Distinct().Should().Equal(nameof(Homes));
    }

    [Fact]
    public void What_the_seam_says_is_made_of_the_frameworks_the_domains_and_its_own_types()
    {
        Assembly[] known = [typeof(object).Assembly, typeof(PlanRegistry.Records.Record).Assembly];
        var reached = Reached(typeof(IStorage));

        reached.Where(t => t.Namespace != Seam && !known.Contains(t.Assembly)).Should().BeEmpty();
        reached.Should().Contain([typeof(EntryDraft), typeof(DraftRow), typeof(StoredLedger), typeof(StoredRow)],
            "the walk goes on into the seam's own types");
    }

    [Fact]
    public void A_provider_is_seen_through_the_fence() => Fence.Breaches([typeof(BadReader), typeof(BadWords)], IsProvider).Should().Equal(
        "BadReader.Count: SqliteConnection", "BadReader.get_Sql: DbCommand", "BadWords.Text: SqlMapper");

    private static bool IsInHome(Type type) => InHomes.Contains(type.Namespace);

    private static bool IsProvider(Type type) =>
        type.Assembly == typeof(SqliteConnection).Assembly || type.Assembly == typeof(NpgsqlConnection).Assembly
        || type.Assembly == typeof(SqlMapper).Assembly
        || type.Assembly.GetName().Name!.StartsWith("SQLitePCL", StringComparison.Ordinal)
        || type.Namespace is "System.Data" or "System.Data.Common";

    /// <summary>Every type in the signatures of a type of the seam, and of those of the seam in turn.</summary>
    private static HashSet<Type> Reached(Type type, HashSet<Type>? seen = null)
    {
        seen ??= [];
        if (type.HasElementType)
        {
            return Reached(type.GetElementType()!, seen);
        }
        if (type.IsGenericParameter || !seen.Add(type))
        {
            return seen;
        }
        var members = type.Namespace != Seam
            ? []
            : type.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Concat(type.GetConstructors().SelectMany(c => c.GetParameters().Select(p => p.ParameterType)));
        foreach (var next in members.Concat(type.GetGenericArguments()))
        {
            Reached(next, seen);
        }
        return seen;
    }

    private sealed class BadReader
    {
        public static System.Data.Common.DbCommand? Sql => null;

        public static long Count(string file)
        {
            using var connection = new SqliteConnection(file);
            return connection.ToString()!.Length;
        }
    }

    private static class BadWords
    {
        public static void Text() => SqlMapper.PurgeQueryCache();
    }
}
