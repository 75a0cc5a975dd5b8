using System.Security.Cryptography;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Backups;

/// <summary>A registry with documents, its backups, and registries restored from them.</summary>
public abstract class BackupTest : LedgerTest
{
    private readonly List<Registry> restored = [];
    private int made;

    protected string Folder => Path.GetDirectoryName(DatabaseFile)!;

    internal DocumentStore Store => new(DocumentSettings.OfTheProgram().FolderOf(Homes.DocumentsFolder(DatabaseFile)), Clock);

    protected string At(string name) => Path.Combine(Folder, name);

    /// <summary>What has no name yet, or is none any more: nothing may be left of it.</summary>
    protected IEnumerable<string> Unfinished => Directory.EnumerateFileSystemEntries(Folder)
        .Where(f => f.EndsWith(".part", StringComparison.Ordinal) || f.EndsWith(".restoring", StringComparison.Ordinal));

    /// <summary>A document of the district with a file of that content, which is in the store.</summary>
    protected static Document DocumentOf(string code, byte[] content) => new()
    {
        Home = Kaizhou, Code = code, Title = $"批复{code}", Secrecy = Secrecy.Public, File = code + ".pdf",
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
    };

    protected Document HaveDocument(string code, byte[] content)
    {
        var document = DocumentOf(code, content);
        Directory.CreateDirectory(Store.Folder);
        File.WriteAllBytes(Path.Combine(Store.Folder, document.Sha256!), content);
        Write(document);
        return document;
    }

    /// <summary>Districts of three tiers, each with a plan.</summary>
    protected void HaveDistricts()
    {
        Write(DistrictOf(DistrictCode.Parse("000000"), "国家"), PlanOf(DistrictCode.Parse("000000"), "N-1", "国家规划"));
        Pass();
        Write(DistrictOf(Chongqing, "重庆市", DistrictCode.Parse("000000")), PlanOf(Chongqing, "M-1", "市级规划"));
        Pass();
        Write(DistrictOf(Kaizhou, "开州区", Chongqing), PlanOf(Kaizhou, "P-1", "交通规划"));
        Pass();
    }

    protected void Pass() => Clock.Advance(TimeSpan.FromMinutes(1));

    internal VerifiedBackup Backup(string name = "backup.tar")
    {
        _ = Registry;
        return BackupWriter.Make(DatabaseFile, Store, At(name), Clock);
    }

    internal RestoreOrder Order(string file) => new()
    {
        File = file, Database = At($"restored{++made}.db"), Documents = At($"restored{made}.documents"), Actor = "系统管理员",
    };

    internal Registry Restore(RestoreOrder order)
    {
        new RestoreRun(order, Clock).Run();
        restored.Add(Registry.Open(order.Database, Clock));
        return restored[^1];
    }

    internal (int Code, string Output, string Errors) Told(RestoreOrder order, Language language = Language.En)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var voice = new Voice(language, output, errors);
        var code = BackupCommand.Telling(voice, order.Database, () => RestoreCommand.Run(order, Clock, voice));
        return (code, output.ToString(), errors.ToString());
    }

    internal (int Code, string Output, string Errors) Verified(RestoreOrder order)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        return (VerifyCommand.Run(order.Database, [], new Voice(Language.En, output, errors)), output.ToString(), errors.ToString());
    }

    /// <summary>The district as a pack, byte for byte.</summary>
    protected byte[] Pack(RegistryView view)
    {
        var file = At("pack.zip");
        File.Delete(file);
        PackWriter.Write(view, file);
        return File.ReadAllBytes(file);
    }

    protected override void Dispose(bool disposing)
    {
        restored.ForEach(r => r.Dispose());
        base.Dispose(disposing);
    }
}
