using System.Reflection;

namespace PlanRegistry.Rules.Articles;

/// <summary>Which tests hold a rule, as a test finds them by reading the tests, and writes them into tests.approved.txt.</summary>
public static class RuleTests
{
    private static readonly ILookup<string, string> Tests = Read();

    /// <summary>Class and method; of a district of the corpus its folder.</summary>
    public static IReadOnlyList<string> Of(string code) => [.. Tests[code]];

    private static ILookup<string, string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("tests.approved.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' '))
            .ToLookup(p => p[0], p => p[1]);
    }
}
