using System.Buffers.Binary;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;

namespace PlanRegistry.Tests.Backups;

/// <summary>What is no backup, or was changed since, restores nothing, and says so in one sentence.</summary>
public sealed class BackupFaultTests : BackupTest
{
    private const int Block = 512;

    [Fact]
    public void Wherever_a_backup_ends_too_early_nothing_is_restored()
    {
        var whole = Made();
        var chance = new Random(1);
        foreach (var length in Enumerable.Range(0, 12).Select(_ => chance.Next(whole.Length - (2 * Block))).Append(0).Append(Block))
        {
            var order = Order(Changed(whole[..length]));

            var (code, output, errors) = Told(order);

            (code, output).Should().Be((1, ""));
            errors.Should().Be($"The backup '{order.File}' is not whole: the file ends too early.\n");
            Leftovers(order).Should().BeEmpty();
        }
    }

    [Fact]
    public void A_byte_that_was_changed_is_found_or_says_nothing()
    {
        var whole = Made();
        var chance = new Random(2);
        var found = 0;
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            bytes[i < 60 ? i * 23 : chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
            try
            {
                using var backup = BackupReader.Open(Changed(bytes));
                backup.ReadParts(_ => null);
                backup.Manifest.Parts.Should().HaveCount(2, "what was changed fills a block, or is no part's content");
            }
            catch (BackupException)
            {
                found++;
            }
        }
        found.Should().BeGreaterThan(250);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/tmp/plan-registry-outside")]
    [InlineData("documents/../../outside")]
    [InlineData("registry.db/../x")]
    public void A_name_that_leads_elsewhere_is_never_followed(string name)
    {
        Made();
        var file = Rewritten(parts => parts.Select((p, i) => i == 2 ? (name, p.Content) : p));

        var order = Order(file);
        var (code, _, errors) = Told(order);

        code.Should().Be(1);
        errors.Should().Be($"The backup '{file}' is not as its manifest says: where 'documents/{Sha}' is due there is '{name}', "
            + "or its length differs.\n");
        Leftovers(order).Should().BeEmpty();
        File.Exists("/tmp/plan-registry-outside").Should().BeFalse();
    }

    [Theory]
    [InlineData("../registry.db")]
    [InlineData("documents/..")]
    [InlineData("documents/0000")]
    public void A_manifest_that_names_something_else_is_none(string name)
    {
        Made();
        var file = Rewritten(parts => parts, manifest => manifest["parts"]![1]!["name"] = name);

        Told(Order(file)).Should().Be((1, "", $"'{file}' is no backup of plan-registry, or it is damaged.\n"));
    }

    [Fact]
    public void What_is_larger_than_the_manifest_says_is_not_unpacked()
    {
        Made();
        var file = Rewritten(parts => parts.Select((p, i) => i == 2 ? (p.Name, new byte[60 * 1024 * 1024]) : p));

        Told(Order(file)).Errors.Should().StartWith($"The backup '{file}' is not as its manifest says: where 'documents/");
        var swollen = Rewritten(parts => parts, manifest => manifest["parts"]![1]!["bytes"] = 60L * 1024 * 1024);
        Told(Order(swollen)).Errors.Should().Be($"'{swollen}' is no backup of plan-registry, or it is damaged.\n",
            "no document is larger than 50 MiB");
    }

    [Fact]
    public void A_header_that_tells_of_exabytes_asks_for_none()
    {
        var bytes = Made();
        bytes[124] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(128), long.MaxValue - 4096);
        Sum(bytes.AsSpan(0, Block));

        var file = Changed(bytes);
        Told(Order(file)).Should().Be((1, "", $"'{file}' is no backup of plan-registry, or it is damaged.\n"));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Directory)]
    public void Links_and_folders_are_no_parts(TarEntryType type)
    {
        Made();
        var file = At("links.tar");
        using (var tar = new TarWriter(File.Create(file), TarEntryFormat.Gnu))
        {
            var entry = new GnuTarEntry(type, "manifest.json");
            if (type != TarEntryType.Directory)
            {
                entry.LinkName = "/etc/passwd";
            }
            tar.WriteEntry(entry);
        }

        Told(Order(file)).Should().Be((1, "", $"'{file}' is no backup of plan-registry, or it is damaged.\n"));
    }

    [Fact]
    public void Another_document_under_the_hash_of_the_first_is_found()
    {
        Made();
        var file = Rewritten(parts => parts.Select((p, i) => i == 2 ? (p.Name, "XYZ"u8.ToArray()) : p));

        Told(Order(file)).Should().Be((1, "",
            $"'documents/{Sha}' in the backup '{file}' was changed: its SHA-256 is not that of the manifest.\n"));
    }

    [Fact]
    public void A_database_that_names_a_document_which_is_not_there_is_not_restored()
    {
        Made();
        var file = Rewritten(parts => parts.Take(2), manifest => manifest["parts"]!.AsArray().RemoveAt(1));
        var order = Order(file);

        var (code, _, errors) = Told(order);

        code.Should().Be(1);
        errors.Should().StartWith($"The backup '{file}' is not whole: The file of the document ").And.Contain($"there is no {Sha} in ");
        Leftovers(order).Should().BeEmpty();
    }

    [Fact]
    public void One_part_more_and_one_part_less_are_told()
    {
        Made();
        var less = Rewritten(parts => parts.Take(2));
        var more = Rewritten(parts => parts.Append(("notes.txt", "x"u8.ToArray())));

        Told(Order(less)).Errors.Should().Be($"The backup '{less}' lacks 'documents/{Sha}', which its manifest names.\n");
        Told(Order(more)).Errors.Should().Be($"The backup '{more}' holds 'notes.txt', which its manifest does not name.\n");
    }

    [Fact]
    public void A_newer_schema_and_a_newer_form_are_refused_with_a_sentence()
    {
        Made();
        var newer = Rewritten(parts => parts, manifest => (manifest["schema"], manifest["program"]) = ("9999", "9.0.0"));
        var form = Rewritten(parts => parts, manifest => manifest["version"] = 2);

        Told(Order(newer)).Should().Be((3, "", $"The backup '{newer}' was made by a newer plan-registry (9.0.0, schema 9999): "
            + $"this one knows schema {PlanRegistry.Server.Storage.Homes.Schema}; use that version or a later one.\n"));
        Told(Order(form)).Should().Be((1, "", $"The backup '{form}' is of form 2, and this plan-registry knows form 1.\n"));
    }

    [Fact]
    public void A_database_that_is_not_the_manifests_is_not_restored()
    {
        Made();
        var file = Rewritten(parts => parts, manifest => manifest["districts"]![0]!["hash"] = new string('0', 64));

        Told(Order(file)).Errors.Should().Be($"The database in the backup '{file}' is not as its manifest says: "
            + "ledgers end elsewhere, or with another hash.\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a backup at all")]
    public void Any_other_file_is_no_backup(string text)
    {
        var file = At("other.tar");
        File.WriteAllText(file, text.PadRight(text.Length == 0 ? 0 : 2 * Block, 'x'));

        Told(Order(file), Language.Zh).Errors.Should().Be(text.Length == 0 ? $"备份“{file}”不完整：文件在结束之前中断。\n"
            : $"“{file}”不是本系统的备份，或者已损坏。\n");
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_and_leaves_nothing()
    {
        var order = Order(At("nowhere.tar"));

        var (code, _, errors) = Told(order);

        code.Should().Be(3);
        errors.Should().Contain("nowhere.tar").And.EndWith(".\n");
        Leftovers(order).Should().BeEmpty();
    }

    [Fact]
    public void Two_restores_at_once_do_not_mix_and_what_a_killed_one_left_is_taken_away()
    {
        Made();
        var order = Order(At("backup.tar"));
        using (WorkFolder.Take(order.Database + ".restoring"))
        {
            Told(order).Should().Be((3, "",
                $"Another backup or restore is using '{order.Database}.restoring': wait until it has ended.\n"));
        }
        Directory.CreateDirectory(order.Database + ".restoring/documents");
        File.WriteAllBytes(order.Database + ".restoring/registry.db", [1, 2, 3]);

        Told(order).Code.Should().Be(0);
        Verified(order).Code.Should().Be(0);
        Unfinished.Should().BeEmpty();
    }

    [Fact]
    public void A_document_that_lay_damaged_where_it_is_to_be_is_put_right()
    {
        Made();
        var order = Order(At("backup.tar"));
        Directory.CreateDirectory(order.Documents);
        File.WriteAllText(Path.Combine(order.Documents, Sha), "damaged");

        Told(order).Code.Should().Be(0);
        File.ReadAllBytes(Path.Combine(order.Documents, Sha)).Should().Equal(1, 2, 3);
    }

    private static string Sha => Convert.ToHexStringLower(SHA256.HashData(new byte[] { 1, 2, 3 }));

    private byte[] Made()
    {
        HaveDistricts();
        HaveDocument("D-1", [1, 2, 3]);
        Backup();
        return File.ReadAllBytes(At("backup.tar"));
    }

    private string Changed(byte[] bytes)
    {
        File.WriteAllBytes(At("changed.tar"), bytes);
        return At("changed.tar");
    }

    private static IEnumerable<string> Leftovers(RestoreOrder order) => Directory.EnumerateFileSystemEntries(
        Path.GetDirectoryName(order.Database)!, Path.GetFileNameWithoutExtension(order.Database) + ".*");

    /// <summary>The backup with other parts, and a manifest that says something else.</summary>
    private string Rewritten(Func<IEnumerable<(string Name, byte[] Content)>, IEnumerable<(string Name, byte[] Content)>> change,
        Action<JsonNode>? manifest = null)
    {
        var parts = new List<(string Name, byte[] Content)>();
        using (var tar = new TarReader(File.OpenRead(At("backup.tar"))))
        {
            while (tar.GetNextEntry() is { } entry)
            {
                var content = new MemoryStream();
                entry.DataStream!.CopyTo(content);
                parts.Add((entry.Name, content.ToArray()));
            }
        }
        if (manifest is not null)
        {
            var said = JsonNode.Parse(Encoding.UTF8.GetString(parts[0].Content))!;
            manifest(said);
            parts[0] = (parts[0].Name, Encoding.UTF8.GetBytes(said.ToJsonString()));
        }
        var file = At($"rewritten{Directory.GetFiles(Folder, "rewritten*").Length}.tar");
        using (var tar = new TarWriter(File.Create(file), TarEntryFormat.Gnu))
        {
            foreach (var (name, content) in change(parts))
            {
                tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }
        return file;
    }

    private static void Sum(Span<byte> header)
    {
        header[148..156].Fill((byte)' ');
        var sum = 0;
        foreach (var one in header)
        {
            sum += one;
        }
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
    }
}
