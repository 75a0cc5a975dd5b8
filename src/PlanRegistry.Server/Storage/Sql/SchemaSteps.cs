using System.Data.Common;
using System.Reflection;
using System.Text;
using Dapper;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>The schema's steps, embedded in the binary. What was applied is kept with its checksum and compared at every start.</summary>
internal sealed record SchemaSteps(IReadOnlyList<SchemaStep> All)
{
    /// <param name="prefix">Of the resources.</param>
    public static SchemaSteps Embedded(string prefix) => new(
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new SchemaStep(n[prefix.Length..], Read(n)))]);

    public static List<(string Name, string Checksum)> Applied(DbConnection connection) =>
        [.. connection.Query<(string, string)>("select name, checksum from plan_registry_schema order by name")];

    /// <summary>Applies what is missing, in the transaction that the connection is in; the names applied.</summary>
    public IReadOnlyList<string> Apply(DbConnection connection, string home, TimeProvider clock)
    {
        var applied = Applied(connection);
        Compare(applied, home);
        var missing = All.Skip(applied.Count).ToList();
        foreach (var step in missing)
        {
            connection.Execute(step.Sql);
            connection.Execute(
                "insert into plan_registry_schema (name, checksum, applied_at) values (@Name, @Checksum, @at)",
                new { step.Name, step.Checksum, at = Moment.Write(clock.GetUtcNow()) });
        }
        return [.. missing.Select(m => m.Name)];
    }

    /// <summary>For commands that only read: the schema must be this binary's.</summary>
    public void RequireAll(List<(string Name, string Checksum)> applied, string home)
    {
        Compare(applied, home);
        if (applied.Count < All.Count)
        {
            throw new StorageException(new(
                $"数据库“{home}”是空的，或者由本系统的旧版本建立：请先运行plan-registry migrate。",
                $"The database '{home}' is empty, or of an older plan-registry: run plan-registry migrate first."));
        }
    }

    /// <summary>What was applied must be the first of these steps, unchanged.</summary>
    public void Compare(List<(string Name, string Checksum)> applied, string home)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            var (name, checksum) = applied[i];
            var known = All.FirstOrDefault(m => m.Name == name);
            if (known is null)
            {
                throw new StorageException(new(
                    $"数据库“{home}”由本系统的更新版本建立：本版本不认得其迁移“{name}”。",
                    $"The database '{home}' was made by a newer plan-registry: its migration '{name}' is not known here."));
            }
            if (known.Checksum != checksum)
            {
                var stored = checksum.Length > 12 ? checksum[..12] : checksum;
                throw new StorageException(new(
                    $"迁移“{name}”与建立数据库“{home}”时所用的不同：其校验值为{known.Checksum[..12]}，数据库中为{stored}。",
                    $"The migration '{name}' is not the one that the database '{home}' was made with: its checksum is "
                        + $"{known.Checksum[..12]}, the database has {stored}."));
            }
            if (All[i] != known)
            {
                throw new StorageException(new(
                    $"数据库“{home}”缺少迁移“{All[i].Name}”，它在已有的“{name}”之前。",
                    $"The database '{home}' lacks the migration '{All[i].Name}', which comes before its '{name}'."));
            }
        }
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
