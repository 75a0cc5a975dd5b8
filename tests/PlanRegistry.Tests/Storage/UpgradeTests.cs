using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>A database of every schema that was in use is brought up to date, whole, with a copy of what it was.</summary>
[Trait("Home", "SQLite")]
public sealed class UpgradeTests : LedgerTest
{
    public static TheoryData<int> Versions => [.. SchemaFixtures.Versions];

    [Fact]
    public void Every_fixture_is_there()
    {
        foreach (var version in SchemaFixtures.Versions.Where(v => !File.Exists(SchemaFixtures.FileOf(v))))
        {
            Environment.GetEnvironmentVariable("APPROVE").Should().Be("1", "the fixture of schema {0} is missing", version);
            SchemaFixtures.Make(version);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_older_database_is_brought_up_to_date_and_what_it_was_is_kept_beside_it(int version)
    {
        SchemaFixtures.Unpack(version, DatabaseFile);
        var before = Heads(DatabaseFile);
        before.Should().HaveCount(2);

        var (code, output, _) = Migrate();

        var copy = Path.ChangeExtension(DatabaseFile, $".{version:0000}-20261122T080000.db");
        code.Should().Be(0);
        output.Should().StartWith($"A copy from before the schema was brought up to date is kept as '{copy}'.\nApplied {version + 1:0000}_")
            .And.EndWith($"The schema of '{DatabaseFile}' is up to date.\n");
        Heads(DatabaseFile).Should().Equal(before, "an upgrade writes no entry");
        Heads(copy).Should().Equal(before);
        LastStep(copy).Should().StartWith($"{version:0000}_");
        VerifyCommand.Run(DatabaseFile, [], new Voice(Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
        Registry.View(Chongqing)!.Of<Plan>().Should().NotBeEmpty();
        Registry.KeptCopy.Should().BeNull("it was up to date already");
        Retitle(Registry.View(Chongqing)!.Of<Plan>()[0].Code, "改了名的规划", Chongqing).IsRefused.Should().BeFalse();
        using var access = Homes.AccessOf(DatabaseFile);
        access.Read(rows => rows.Accounts().Count).Should().Be(version < 11 ? 0 : 1);
        Migrate().Output.Should().Be($"The schema of '{DatabaseFile}' was up to date already.\n");
    }

    [Fact]
    public void Who_just_starts_the_newer_program_has_the_copy_too_and_who_wants_none_has_none()
    {
        SchemaFixtures.Unpack(29, DatabaseFile);
        Registry.KeptCopy.Should().Be(Path.ChangeExtension(DatabaseFile, ".0029-20261122T080000.db"));
        File.Exists(Registry.KeptCopy).Should().BeTrue();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Registry.KeptCopy!).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        var other = DatabaseFile + "2.db";
        SchemaFixtures.Unpack(29, other);

        MigrateCommand.Run(other, Clock, new Voice(Language.En, TextWriter.Null, TextWriter.Null), keeps: false).Should().Be(0);

        Directory.GetFiles(Path.GetDirectoryName(other)!, "registry.db2*.db").Should().ContainSingle();
    }

    [Fact]
    public void A_newer_schema_is_refused_in_one_sentence_and_left_as_it_is()
    {
        SchemaFixtures.Unpack(29, DatabaseFile);
        using (var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            connection.Execute("insert into plan_registry_schema values ('9999_later.sql', 'x', '2030-01-01T00:00:00.000Z')");
        }

        var (code, output, errors) = Migrate();

        (code, output).Should().Be((3, ""));
        errors.Should().Be($"The database '{DatabaseFile}' was made by a newer plan-registry: "
            + "its migration '9999_later.sql' is not known here.\n");
        LastStep(DatabaseFile).Should().Be("9999_later.sql");
        Directory.GetFiles(Path.GetDirectoryName(DatabaseFile)!, "*T*.db").Should().BeEmpty("nothing is upgraded, so nothing is kept");
    }

    private (int Code, string Output, string Errors) Migrate()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        return (MigrateCommand.Run(DatabaseFile, Clock, new Voice(Language.En, output, errors)), output.ToString(), errors.ToString());
    }

    private static List<string> Heads(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        return [.. connection.Query<string>(
            """
            select district || ':' || seq || ':' || hash
            from ledger l
            where seq = (select max(seq) from ledger where district = l.district)
            """)];
    }

    private static string LastStep(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        return connection.QuerySingle<string>("select max(name) from plan_registry_schema");
    }
}
