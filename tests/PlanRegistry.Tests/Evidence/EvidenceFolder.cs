using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace PlanRegistry.Tests.Evidence;

/// <summary>An evidence .zip, unpacked, and its own script, run by python3.</summary>
internal sealed class EvidenceFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-evidence-");

    public EvidenceFolder(byte[] zip)
    {
        Zip = Path.Combine(folder.FullName, "evidence.zip");
        File.WriteAllBytes(Zip, zip);
        ZipFile.ExtractToDirectory(Zip, Root);
    }

    public string Zip { get; }

    public string Root => Path.Combine(folder.FullName, "unpacked");

    public IReadOnlyList<string> Files => [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)];

    public string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public JsonElement Json(string file) => JsonDocument.Parse(Text(file)).RootElement;

    public IEnumerable<JsonElement> Lines(string file) =>
        Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);

    public void Change(string file, Func<string, string> change) => File.WriteAllText(Path.Combine(Root, file), change(Text(file)));

    /// <summary>As a forger would.</summary>
    public void RenewManifest() => File.WriteAllText(Path.Combine(Root, "manifest.txt"), string.Concat(Files
        .Where(f => f != "manifest.txt").Select(f => $"{Server.Documents.DocumentStore.HashOf(Path.Combine(Root, f))}  {f}\n")));

    public (int Code, IReadOnlyList<string> Said) Check(params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-B", Path.Combine(Root, "check.py"), .. arguments])
        {
            RedirectStandardOutput = true, Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        })!;
        var said = python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        python.WaitForExit();
        return (python.ExitCode, said);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
