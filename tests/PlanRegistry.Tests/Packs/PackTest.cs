using System.Runtime.CompilerServices;
using System.Text;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using PlanRegistry.Tests.Ledger;
using PlanRegistry.Tests.Storage;

namespace PlanRegistry.Tests.Packs;

/// <summary>Packs as real files, imported into a registry on a real SQLite file.</summary>
public abstract class PackTest : IDisposable
{
    protected static readonly DistrictCode Kaizhou = DistrictCode.Parse("500154");
    protected const string DistrictCsv = "code,name,tier,superior\n500154,开州区,DISTRICT,500000\n";
    protected const string AgenciesCsv = "code,name,aliases\nGOV,开州区人民政府,区政府\nWATER,开州区水利局,区水利局\n";
    protected const string PlansCsv =
        "code,title,kind,horizon_from,horizon_to,lead_agency,drafting_from\nP-1,水安全保障规划,SPECIAL,2021,2025,区水利局,2020-10\n";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("packs-");
    private readonly List<Registry> registries = [];
    private int count;

    protected TestClock Clock { get; } = new();

    /// <summary>Another file of its own on each call.</summary>
    protected Registry NewRegistry()
    {
        var registry = Registry.Open(TestHome.Of(Path.Combine(root.FullName, $"registry-{count++}.db")), Clock);
        registries.Add(registry);
        return registry;
    }

    protected string NewPath(string name = "pack") => Path.Combine(root.FullName, $"{name}-{count++}");

    /// <summary>A pack folder of these files; district.csv is there unless given.</summary>
    protected string Folder(params (string Name, string Text)[] files) =>
        Folder([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    protected string Folder(params (string Name, byte[] Bytes)[] files)
    {
        var folder = Directory.CreateDirectory(NewPath()).FullName;
        File.WriteAllText(Path.Combine(folder, "district.csv"), DistrictCsv);
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
        return folder;
    }

    protected (int Exit, string Output) Import(Registry registry, string pack, bool dryRun = false, bool replace = false,
        string? reason = null, string? document = null)
    {
        var output = new StringWriter { NewLine = "\n" };
        var exit = ImportCommand.Run(registry, pack, "chen", dryRun, replace, new Voice(Language.En, output, output),
            clock: Clock, reason: reason,
            document: document);
        return (exit, output.ToString());
    }

    protected static IReadOnlyDictionary<string, string> Files(string folder) =>
        Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), f => File.ReadAllText(f));

    /// <summary>The sample packs at the top of the repository.</summary>
    protected static string Seed(string district, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "seed", district));

    public void Dispose()
    {
        registries.ForEach(r => r.Dispose());
        root.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
