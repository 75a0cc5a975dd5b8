using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Storage;

namespace PlanRegistry.Tests.Ledger;

/// <summary>A registry on a SQLite file of its own, and words to write and read with.</summary>
public abstract class LedgerTest : IDisposable
{
    protected static readonly DistrictCode Kaizhou = DistrictCode.Parse("500154");
    protected static readonly DistrictCode Chongqing = DistrictCode.Parse("500000");

    /// <summary>The rows of policy that a district's first entry has by itself.</summary>
    protected static readonly int Defaults = PlanRegistry.Conformance.PolicyKeys.Defaults(Kaizhou, default).Count;

    private readonly string folder = Directory.CreateTempSubdirectory("plan-registry-").FullName;
    private readonly List<Registry> opened = [];
    private Registry? registry;

    protected TestClock Clock { get; } = new();

    protected string DatabaseFile => Path.Combine(folder, "registry.db");

    protected Registry Registry => registry ??= Open();

    /// <summary>What <c>--database</c> names: that file, or a database in its place.</summary>
    protected string Database => TestHome.Named(DatabaseFile);

    /// <summary>One more home on the same database.</summary>
    protected virtual IStorage Home() => TestHome.Of(DatabaseFile);

    /// <summary>One more instance on the same file, as another process would have it.</summary>
    protected Registry Open()
    {
        var next = Registry.Open(Home(), Clock);
        opened.Add(next);
        return next;
    }

    protected static CommandHeader By(DistrictCode district, string command = "import") =>
        new() { District = district, Actor = Actor.Named("chen"), Command = command };

    protected static District DistrictOf(DistrictCode code, string name, DistrictCode? superior = null) =>
        new() { Home = code, Code = code, Name = name, Tier = code.Tier, Superior = superior };

    protected static Plan PlanOf(DistrictCode district, string code, string title) => new()
    {
        Home = district, Code = code, Title = title, Kind = PlanKind.Special, Tier = district.Tier, HorizonFrom = 2026, HorizonTo = 2030,
        Importance = Importance.Ordinary, Secrecy = Secrecy.Public,
    };

    protected WriteResult Write(params PlanRegistry.Records.Record[] records) =>
        Registry.Execute(By(records[0].Home), _ => Decision.Write(records.Select(Change.Record)));

    /// <summary>Gives the plan another title, as correctRecord does.</summary>
    protected WriteResult Retitle(string code, string title, DistrictCode? district = null) =>
        Registry.Execute(By(district ?? Kaizhou, "correctRecord"), view =>
        {
            var plan = view.Own.Of<Plan>().Single(p => p.Code == code);
            return Decision.Write([Change.Correct(plan with { Title = title }, plan)]);
        });

    protected WriteResult Withdraw(string code) =>
        Registry.Execute(By(Kaizhou, "withdrawRecord"),
            view => Decision.Write([Change.Withdraw(view.Own.Of<Plan>().Single(p => p.Code == code))]));

    protected static IEnumerable<string> Titles(RegistryView? view) => view!.Plans.Select(p => p.Title);

    /// <summary>Runs SQL behind the registry's back, with every trigger gone and no foreign keys.</summary>
    protected void Tamper(string sql)
    {
        using DbConnection connection = TestHome.IsServer ? new NpgsqlConnection($"{Database};Pooling=false")
            : new SqliteConnection($"Data Source={DatabaseFile};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = !TestHome.IsServer ? "select name from sqlite_master where type = 'trigger'"
            : "select tgname || ' on ' || tgrelid::regclass from pg_trigger where not tgisinternal and tgparentid = 0";
        var triggers = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                triggers.Add(reader.GetString(0));
            }
        }
        command.CommandText = string.Concat(triggers.Select(t => $"drop trigger {t};")) + sql;
        command.ExecuteNonQuery().Should().BePositive("the tampering must hit something");
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        opened.ForEach(r => r.Dispose());
        TestHome.Drop(folder);
        Directory.Delete(folder, recursive: true);
    }
}
