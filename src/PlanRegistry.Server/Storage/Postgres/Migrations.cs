using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Brings the schema up to date: the steps in one transaction, then the parts of each table that has none.</summary>
internal static partial class Migrations
{
    public static SchemaSteps Steps { get; } = SchemaSteps.Embedded("sql/postgres/");

    /// <summary>The names of the triggers that the steps make.</summary>
    public static IReadOnlyList<string> Triggers { get; } =
        [.. Steps.All.SelectMany(s => MadeTrigger().Matches(s.Sql)).Select(m => m.Groups[1].Value)];

    /// <param name="parts">Into how many a table is parted where it has no parts yet; later ones are parted as the ledger is.</param>
    public static IReadOnlyList<string> Apply(Database database, TimeProvider clock, int parts)
    {
        using var connection = database.Open();
        try
        {
            // A server's own role may read and write, and change no schema.
            if (IsCurrent(connection, database))
            {
                return [];
            }
            var applied = ApplySteps(connection, database, clock);
            MakeParts(connection, database.Patience, parts);
            foreach (var role in Servers(connection))
            {
                // Who might serve before the step may serve after it.
                Grant(database, role);
            }
            return applied;
        }
        catch (NpgsqlException e)
        {
            throw Faults.Of(e, database.Name);
        }
    }

    /// <summary>
    /// Lets a role serve: read everything, add rows, retire them, keep accounts; neither delete nor change what was recorded, nor touch the
    /// schema.
    /// </summary>
    public static void Grant(Database database, string role) => database.Read(connection =>
    {
        using var transaction = connection.BeginTransaction();
        Turns.Take(connection, Turns.Schema, database.Patience);
        var name = connection.ExecuteScalar<string>("select quote_ident(@role)", new { role });
        var tables = connection.Query<string>(
            """
            select c.relname::text
            from pg_class c
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
            """).ToList();
        foreach (var table in tables)
        {
            var rights = table == "plan_registry_schema" ? "select"
                : table is "sweep_results" or "sweep_work" || (IsOfAccess(table) && table != "access_journal")
                    ? "select, insert, update, delete"
                : table is "ledger" or "ledger_changes" or "access_journal" ? "select, insert" : "select, insert, update (retired_seq)";
            connection.Execute($"revoke all on {table} from {name}; grant {rights} on {table} to {name}");
        }
        transaction.Commit();
        return true;
    });

    /// <summary>Roles that may write to the ledger, and do not own it.</summary>
    private static List<string> Servers(NpgsqlConnection connection) => [.. connection.Query<string>(
        """
        select distinct r.rolname::text
        from pg_class c, aclexplode(c.relacl) a, pg_roles r
        where c.oid = 'ledger'::regclass and a.privilege_type = 'INSERT' and a.grantee <> c.relowner and r.oid = a.grantee
        """)];

    private static bool IsOfAccess(string table) => table.StartsWith("access_", StringComparison.Ordinal);

    public static void RequireCurrent(Database database) => database.Read(connection =>
    {
        Steps.RequireAll(IsEmpty(connection) ? [] : SchemaSteps.Applied(connection), database.Name);
        if (Unparted(connection).Count > 0)
        {
            throw new StorageException(Faults.PartsMissing(database.Name));
        }
        return true;
    });

    private static bool IsCurrent(NpgsqlConnection connection, Database database)
    {
        if (IsEmpty(connection))
        {
            return false;
        }
        var applied = SchemaSteps.Applied(connection);
        Steps.Compare(applied, database.Name);
        if (applied.Count == Steps.All.Count && Unparted(connection).Count > 0
            && !connection.ExecuteScalar<bool>("select has_schema_privilege(current_schema(), 'create')"))
        {
            throw new StorageException(Faults.PartsMissing(database.Name));
        }
        return applied.Count == Steps.All.Count && Unparted(connection).Count == 0;
    }

    private static IReadOnlyList<string> ApplySteps(NpgsqlConnection connection, Database database, TimeProvider clock)
    {
        // Of two that migrate at once, the second waits and then finds nothing to do.
        using var transaction = connection.BeginTransaction();
        Turns.Take(connection, Turns.Schema, database.Patience);
        connection.Execute(
            """
            create table if not exists plan_registry_schema (
                name       text collate "C" not null primary key,
                checksum   text collate "C" not null,
                applied_at text collate "C" not null
            )
            """);
        var applied = Steps.Apply(connection, database.Name, clock);
        transaction.Commit();
        return applied;
    }

    /// <summary>A table at a time: all at once would hold more locks than a server has room for.</summary>
    private static void MakeParts(NpgsqlConnection connection, TimeSpan patience, int parts)
    {
        var known = Parts(connection);
        foreach (var table in Unparted(connection))
        {
            using var transaction = connection.BeginTransaction();
            Turns.Take(connection, Turns.Schema, patience);
            if (Unparted(connection).Contains(table))
            {
                var count = known > 0 ? known : parts;
                connection.Execute(string.Join('\n', Enumerable.Range(0, count).Select(i => $"create table if not exists {table}_{i} "
                    + $"partition of {table} for values with (modulus {count}, remainder {i});")));
            }
            transaction.Commit();
        }
    }

    /// <summary>Into how many most tables are parted; 0 while none is.</summary>
    private static int Parts(NpgsqlConnection connection) => connection.ExecuteScalar<int>(
        """
        select coalesce(max(parts), 0)
        from (select count(*) parts from pg_inherits i join pg_class c on c.oid = i.inhparent
            where c.relkind = 'p' and c.relnamespace = current_schema()::regnamespace
            group by i.inhparent) parted
        """);

    /// <summary>Tables that have fewer parts than others, or none.</summary>
    private static List<string> Unparted(NpgsqlConnection connection) =>
        [.. connection.Query<string>(
            """
            select c.relname::text
            from pg_class c
            where c.relkind = 'p' and c.relnamespace = current_schema()::regnamespace
                and (select count(*) from pg_inherits i where i.inhparent = c.oid) < greatest(1, @parts)
            order by c.relname <> 'ledger', c.relname
            """, new { parts = Parts(connection) })];

    [GeneratedRegex(@"create trigger (\w+)")]
    private static partial Regex MadeTrigger();

    private static bool IsEmpty(NpgsqlConnection connection) =>
        !connection.ExecuteScalar<bool>("select to_regclass('plan_registry_schema') is not null");
}
