using System.Formats.Tar;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Backups;

/// <summary>plan-registry backup: one plain file with all of it, verified, and nothing that opens a door.</summary>
public sealed class BackupTests : BackupTest
{
    [Fact]
    public void A_backup_is_a_plain_tar_of_manifest_database_and_the_documents_that_any_entry_names()
    {
        HaveDistricts();
        var kept = HaveDocument("D-1", [1, 2, 3]);
        var gone = HaveDocument("D-2", [4, 5, 6, 7]);
        Registry.Execute(By(Kaizhou, "withdrawRecord"), view => PlanRegistry.Ledger.Decision.Write(
            [PlanRegistry.Ledger.Change.Withdraw(view.Document(gone.Key)!)]));
        File.WriteAllBytes(Path.Combine(Store.Folder, new string('f', 64)), [9]);

        var made = Backup();

        var names = Names(At("backup.tar"));
        names.Should().Equal(new[] { "manifest.json", "registry.db" }
            .Concat(new[] { kept.Sha256, gone.Sha256 }.Order(StringComparer.Ordinal).Select(sha => "documents/" + sha)),
            "withdrawn or not, a document is named by an entry; a file that none names is nobody's");
        var manifest = JsonDocument.Parse(First(At("backup.tar"))).RootElement;
        manifest.GetProperty("schema").GetString().Should().Be(Homes.Schema);
        manifest.GetProperty("districts").EnumerateArray().Select(d => $"{d.GetProperty("district")}:{d.GetProperty("seq")}")
            .Should().Equal("000000:1", "500000:1", "500154:4");
        manifest.GetProperty("entries").GetInt32().Should().Be(6);
        made.Bytes.Should().Be(new FileInfo(At("backup.tar")).Length);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(At("backup.tar")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        Unfinished.Should().BeEmpty();
    }

    [Fact]
    public void What_was_written_is_checked_without_restoring_it()
    {
        HaveDistricts();
        HaveDocument("D-1", [1, 2, 3]);
        var made = Backup();

        var (code, output, _) = Check(At("backup.tar"));

        code.Should().Be(0);
        output.Should().StartWith("000000  up to 1, head ").And.EndWith(
            $"4 entries, {3 + 3 + 1 + (3 * Defaults)} rows, 1 documents, 0 accounts, hash of the manifest {made.Hash}.\n");
    }

    [Fact]
    public void A_backup_is_never_written_over_another()
    {
        HaveDistricts();
        Backup();
        var before = File.ReadAllBytes(At("backup.tar"));

        var refused = FluentActions.Invoking(() => Backup()).Should().Throw<BackupException>().Which;

        refused.Code.Should().Be(2);
        refused.Sentence.En.Should().Be($"'{At("backup.tar")}' is there already and stays as it is: name another file, "
            + "or a folder, in which the backup is named by its moment.");
        File.ReadAllBytes(At("backup.tar")).Should().Equal(before);
    }

    [Fact]
    public void In_a_folder_it_is_named_by_database_and_moment()
    {
        HaveDistricts();
        Directory.CreateDirectory(At("backups"));
        var output = new StringWriter();

        BackupCommand.Make(DatabaseFile, At("backups"), Clock, new Voice(Language.Zh, output, TextWriter.Null)).Should().Be(0);

        var file = At("backups/registry_20261122T080300.tar");
        File.Exists(file).Should().BeTrue();
        output.ToString().Should().StartWith($"备份已写入“{file}”并经校验：{new FileInfo(file).Length}字节，清单散列值");
    }

    [Fact]
    public void Neither_sessions_nor_links_nor_failures_are_in_it_not_even_in_free_pages()
    {
        HaveDistricts();
        var session = new string('5', 64);
        using (var access = Homes.AccessOf(DatabaseFile))
        {
            access.Write(TimeSpan.FromSeconds(1), rows =>
            {
                rows.Save(Account());
                rows.Save(new InvitationLink
                {
                    Hash = new string('6', 64), Account = "a-1", MadeAt = Clock.Now, ExpiresAt = Clock.Now.AddDays(1),
                });
                rows.Save(new SignInFailures(new string('7', 64), 3, Clock.Now));
                rows.Save(new AccessSession
                {
                    Hash = session, Account = "a-1", MadeAt = Clock.Now, SeenAt = Clock.Now, Address = "10.9.8.7", Agent = "TestBrowser/1",
                });
                return true;
            });
        }

        Backup();

        var bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(At("backup.tar")));
        bytes.Should().Contain("a-1").And.NotContain(session).And.NotContain(new string('6', 64)).And.NotContain(new string('7', 64))
            .And.NotContain("TestBrowser/1").And.NotContain("10.9.8.7");
    }

    [Fact]
    public void A_registry_that_is_not_whole_is_not_backed_up()
    {
        HaveDistricts();
        var document = HaveDocument("D-1", [1, 2, 3]);
        File.WriteAllBytes(Path.Combine(Store.Folder, document.Sha256!), [1, 2, 4]);

        FluentActions.Invoking(() => Backup()).Should().Throw<BackupException>().Which.Sentence.Zh.Should().Contain("的电子文件已被改动");
        File.Delete(Path.Combine(Store.Folder, document.Sha256!));
        FluentActions.Invoking(() => Backup()).Should().Throw<BackupException>().Which.Sentence.Zh.Should().Contain("的电子文件已缺失");
        File.WriteAllBytes(Path.Combine(Store.Folder, document.Sha256!), [1, 2, 3]);
        Tamper("update plans set title = '改过的规划'");
        FluentActions.Invoking(() => Backup()).Should().Throw<BackupException>().Which.Sentence.En.Should().Contain("was changed");

        File.Exists(At("backup.tar")).Should().BeFalse();
        Unfinished.Should().BeEmpty();
    }

    [Fact]
    public void The_last_verified_backup_is_noted_where_it_outlives_everybody()
    {
        HaveDistricts();
        var first = Backup("one.tar");
        Pass();
        var second = Backup("two.tar");

        using var access = Homes.AccessOf(DatabaseFile);
        access.Read(rows => rows.LastBackup).Should().Be(second).And.NotBe(first);
        second.TakenAt.Should().Be(Clock.Now);
    }

    private (int Code, string Output, string Errors) Check(string file)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var voice = new Voice(Language.En, output, errors);
        return (BackupCommand.Telling(voice, file, () => BackupCommand.Check(file, voice)), output.ToString(), errors.ToString());
    }

    private Account Account() => new()
    {
        Id = "a-1", Name = "王五", Role = Role.Admin, District = Kaizhou, MadeAt = Clock.Now, GrantedAt = Clock.Now,
    };

    private static List<string> Names(string file)
    {
        using var tar = new TarReader(File.OpenRead(file));
        var names = new List<string>();
        while (tar.GetNextEntry() is { } entry)
        {
            names.Add(entry.Name);
        }
        return names;
    }

    private static string First(string file)
    {
        using var tar = new TarReader(File.OpenRead(file));
        using var text = new StreamReader(tar.GetNextEntry()!.DataStream!);
        return text.ReadToEnd();
    }
}
