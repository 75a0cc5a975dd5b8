using System.Diagnostics;

namespace PlanRegistry.Tests.Papers;

/// <summary>Packs in old words are renamed by the script that the page of packs names, by the table that the importer reads.</summary>
public sealed class RenameTests : IDisposable
{
    private readonly DirectoryInfo pack = Directory.CreateTempSubdirectory("plan-registry-tests-");

    [Fact]
    public void Headings_of_a_pack_are_renamed_and_its_cells_are_not()
    {
        var acts = Write("acts.csv", "id,plan,act,on,document\nact,P-1,PUBLISHED,2026-06-30,id\n");
        var documents = Write("documents.csv", "\uFEFFtitle,document\r\n通知,document\r\n");
        var plans = Write("plans.csv", "code,title\nP-1,交通规划\n");

        var changed = Rename();

        File.ReadAllText(acts).Should().Be("code,plan,type,on,document\nact,P-1,PUBLISHED,2026-06-30,id\n");
        File.ReadAllBytes(documents).Should().Equal("\uFEFFtitle,code\r\n通知,document\r\n"u8.ToArray());
        changed.Should().BeEquivalentTo(acts, documents).And.NotContain(plans);
    }

    /// <summary>The files that it names.</summary>
    private string[] Rename()
    {
        var script = Repository.Path("schema/rename.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, pack.FullName]) { RedirectStandardOutput = true })!;
        var named = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
        return named;
    }

    private string Write(string file, string text)
    {
        var path = Path.Combine(pack.FullName, file);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => pack.Delete(recursive: true);
}
