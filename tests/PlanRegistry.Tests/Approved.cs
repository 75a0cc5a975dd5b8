using System.Runtime.CompilerServices;

namespace PlanRegistry.Tests;

/// <summary>Compares a text with an approved file in the repository. APPROVE=1 writes the file instead.</summary>
public static class Approved
{
    /// <param name="path">From the repository's root.</param>
    public static void Matches(string path, string received)
    {
        var file = Repository.Path(path);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, received);
            return;
        }
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        received.Should().Be(approved, "{0} is approved; when the change is meant, run the tests with APPROVE=1 and commit the file", path);
    }
}

/// <summary>Files of the repository that the tests run from.</summary>
public static class Repository
{
    public static string Root { get; } = Directory.GetParent(ThisFile())!.Parent!.Parent!.FullName;

    public static string Path(string path) => System.IO.Path.Combine(Root, path);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
