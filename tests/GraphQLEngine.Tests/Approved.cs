using System.Runtime.CompilerServices;

namespace GraphQLEngine.Tests;

/// <summary>Compares a text with an approved file beside these tests. APPROVE=1 writes the file instead.</summary>
internal static class Approved
{
    public static void Matches(string file, string received, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, received);
            return;
        }
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        received.Should().Be(approved, "{0} is approved; when the change is meant, run the tests with APPROVE=1 and commit the file", file);
    }
}
