using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage.Sqlite;

namespace PlanRegistry.Tests.Storage;

/// <summary>
/// Databases of earlier schemas, kept beside this file: the seed's packs of nation and municipality as far as tables and columns of the
/// time hold them, and an account. Made once, by APPROVE=1, and never again: what is there, programs of the time have written so.
/// </summary>
internal static class SchemaFixtures
{
    private static readonly string[] Districts = ["000000", "500000"];

    /// <summary>
    /// The first schema with ledger, rules and certificates; the one with accounts, sign-in, documents and hand-outs; the last before
    /// backups. Of 0.1.0, which is not released yet, these were in use one after the other.
    /// </summary>
    public static IReadOnlyList<int> Versions { get; } = [10, 18, 29];

    public static string FileOf(int version) =>
        Path.Combine(Repository.Root, "tests", "PlanRegistry.Tests", "Storage", "Fixtures", $"schema-{version:0000}.db.gz");

    public static void Unpack(int version, string file)
    {
        using var packed = new GZipStream(File.OpenRead(FileOf(version)), CompressionMode.Decompress);
        using var unpacked = File.Create(file);
        packed.CopyTo(unpacked);
    }

    public static void Make(int version)
    {
        var folder = Directory.CreateTempSubdirectory("plan-registry-fixture-").FullName;
        try
        {
            var (old, now) = (Path.Combine(folder, "old.db"), Path.Combine(folder, "now.db"));
            Empty(old, version);
            Import(old, now, folder);
            using (var connection = Connect(old))
            {
                Copy(connection, now);
                connection.Execute("detach now; vacuum;");
            }
            using var made = new GZipStream(File.Create(FileOf(version)), CompressionLevel.SmallestSize);
            using var whole = File.OpenRead(old);
            whole.CopyTo(made);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Empty(string file, int version)
    {
        using var connection = Connect(file);
        connection.Execute("pragma page_size = 512");
        Migrations.MakeTable(connection);
        foreach (var step in Migrations.Steps.All.Take(version))
        {
            connection.Execute(step.Sql);
            connection.Execute("insert into plan_registry_schema values (@Name, @Checksum, '2026-11-28T00:00:00.000Z')",
                new { step.Name, step.Checksum });
        }
    }

    /// <summary>The packs without the files and columns that the old schema does not have.</summary>
    private static void Import(string old, string now, string folder)
    {
        using var connection = Connect(old);
        using var registry = Registry.Open(now, TimeProvider.System);
        foreach (var district in Districts)
        {
            var pack = Directory.CreateDirectory(Path.Combine(folder, district)).FullName;
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "seed", district), "*.csv"))
            {
                var columns = Columns(connection, "main", Tables.ByFile(Path.GetFileName(file))!.Table).ToHashSet();
                if (columns.Count > 0)
                {
                    var rows = File.ReadAllLines(file).Select(l => l.TrimStart('\ufeff').Split(',')).ToList();
                    var kept = Enumerable.Range(0, rows[0].Length).Where(i => columns.Contains(rows[0][i])).ToList();
                    rows.Should().OnlyContain(r => r.Length == rows[0].Length, "no cell of these packs holds a comma");
                    File.WriteAllLines(Path.Combine(pack, Path.GetFileName(file)),
                        rows.Select(r => string.Join(',', kept.Select(i => r[i]))));
                }
            }
            ImportCommand.Run(registry, pack, "王五", dryRun: false, replace: false,
                new Voice(Language.En, TextWriter.Null, Console.Error), isSample: true).Should().Be(0);
        }
    }

    private static void Copy(SqliteConnection connection, string now)
    {
        connection.Execute("attach @now as now", new { now });
        var tables = connection.Query<string>(
            """
            select name
            from main.sqlite_master
            where type = 'table' and name not like 'access%' and name <> 'plan_registry_schema'
            """).ToList();
        foreach (var table in tables.OrderBy(t => t == "ledger" ? 0 : 1))
        {
            var columns = string.Join(", ", Columns(connection, "main", table).Select(c => $"\"{c}\""));
            connection.Execute($"insert into main.{table} ({columns}) select {columns} from now.{table}");
            var newer = Columns(connection, "now", table).Except(Columns(connection, "main", table)).ToList();
            newer.ForEach(c => connection.ExecuteScalar<int>($"select count(\"{c}\") from now.{table}")
                .Should().Be(0, "{0}.{1} is newer", table, c));
        }
        if (Columns(connection, "main", "access_accounts").Count > 0)
        {
            connection.Execute(
                """
                insert into access_accounts (id, name, name_key, role, district, made_at)
                values ('u-1', '赵六', '赵六', 'ADMIN', '500000', '2026-11-28T00:00:00.000Z')
                """);
        }
    }

    private static List<string> Columns(SqliteConnection connection, string schema, string table) =>
        [.. connection.Query<string>("select name from pragma_table_info(@table, @schema)", new { table, schema })];
}
