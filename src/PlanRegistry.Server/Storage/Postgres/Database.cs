using Dapper;
using Npgsql;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>One database of a PostgreSQL server, and the pool of connections to it. Nothing is opened before it is used.</summary>
internal sealed class Database : IDisposable
{
    private const int OldestServer = 15;
    private const string Credential = "pgpass";
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource source;
    private volatile bool isKnown;

    public Database(string connection, TimeSpan? patience = null)
    {
        Patience = patience ?? TimeSpan.FromSeconds(10);
        var said = Read(connection);
        Name = $"{said.Host}{(said.Port == 5432 ? "" : $":{said.Port}")}/{said.Database}";
        said.Timeout = (int)ToConnect.TotalSeconds;
        said.ApplicationName ??= "plan-registry";
        said.IncludeErrorDetail = false;
        // What is measured of the pool bears this name; else it would be the connection as it was written.
        source = new NpgsqlDataSourceBuilder(said.ConnectionString) { Name = "registry" }.Build();
    }

    /// <summary>Whether a text names a database of this kind, and not a file.</summary>
    public static bool IsNamed(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        && database.Contains("Database=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Host and database: nothing of who enters it, and how.</summary>
    public string Name { get; }

    /// <summary>How long to wait for others to finish writing.</summary>
    public TimeSpan Patience { get; }

    public NpgsqlConnection Open()
    {
        try
        {
            var connection = source.OpenConnection();
            Know(connection);
            return connection;
        }
        catch (NpgsqlException e)
        {
            throw Faults.Of(e, Name);
        }
    }

    public T Read<T>(Func<NpgsqlConnection, T> read)
    {
        using var connection = Open();
        try
        {
            return read(connection);
        }
        catch (NpgsqlException e)
        {
            throw Faults.Of(e, Name);
        }
    }

    /// <summary>Who opens next gets a new connection: what the server was told to be since holds for those alone.</summary>
    public void BeginAnew() => source.Clear();

    public void Dispose() => source.Dispose();

    private static NpgsqlConnectionStringBuilder Read(string connection)
    {
        try
        {
            var said = new NpgsqlConnectionStringBuilder(connection);
            // Whoever lists the machine's processes reads their arguments.
            if (said.Password is not null || said.SslPassword is not null)
            {
                throw new StorageException(new(
                    "请勿将密码写入数据库连接串：请放在Passfile指定的文件或者环境变量PGPASSFILE中。",
                    "Do not write the password into the connection: put it into a file that Passfile or PGPASSFILE names."));
            }
            if (said.RootCertificate is { Length: > 0 } root && !File.Exists(root))
            {
                throw new StorageException(new($"没有Root Certificate指定的文件“{root}”。",
                    $"There is no file '{root}', which Root Certificate names."));
            }
            said.Passfile ??= SecretFile.Credential(Credential);
            var files = new[] { said.Passfile ?? Environment.GetEnvironmentVariable("PGPASSFILE"), said.SslKey };
            return files.OfType<string>().Select(SecretFile.Objection).FirstOrDefault(o => o is not null) is { } objection
                ? throw new StorageException(objection) : said;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // What is wrong is not repeated: it may hold a password.
            throw new StorageException(new(
                "数据库连接串有误：请写明主机（Host）、数据库（Database）、用户（Username），各项以分号隔开，密码请放在文件中。",
                "The connection is not understood: write 'Host=HOST;Database=NAME;Username=USER', and a password into a file."));
        }
    }

    /// <summary>Asked once: the server's age, its encoding, and whose tables there are.</summary>
    private void Know(NpgsqlConnection connection)
    {
        if (isKnown)
        {
            return;
        }
        try
        {
            Require(connection);
            isKnown = true;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Require(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
        {
            throw new StorageException(Faults.TooOld(Name, connection.PostgreSqlVersion, OldestServer));
        }
        var (encoding, tables, ours) = connection.QuerySingle<(string, long, long)>(
            """
            select pg_encoding_to_char(d.encoding)::text, (select count(*) from pg_class where relnamespace = current_schema()::regnamespace
                and relkind in ('r', 'p', 'v', 'm')), (select count(*) from pg_class where relnamespace = current_schema()::regnamespace
                and relname = 'plan_registry_schema')
            from pg_database d
            where d.datname = current_database()
            """);
        if (encoding != "UTF8")
        {
            throw new StorageException(new($"数据库“{Name}”的编码为{encoding}，须为UTF8。",
                $"The encoding of '{Name}' is {encoding}; it must be UTF8."));
        }
        if (tables > 0 && ours == 0)
        {
            throw new StorageException(new($"“{Name}”是其他程序的数据库：其中有表或视图，但没有本系统的表。",
                $"'{Name}' is a database of another program: it has tables or views, but none of plan-registry's."));
        }
    }
}
