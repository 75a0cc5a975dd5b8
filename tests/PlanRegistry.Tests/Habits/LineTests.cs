namespace PlanRegistry.Tests.Habits;

/// <summary>A line is read at a glance, and a file without turning back.</summary>
public sealed class LineTests
{
    private const int Longest = 140;
    private const int LinesOfNineFilesInTen = 160;

    private static readonly string[] Kinds = [".cs", ".sql", ".graphql", ".mjs", ".ts", ".tsx"];

    /// <summary>What is not held to it: the engine is frozen, with its tests; the rest is made by tools.</summary>
    private static readonly string[] Excepted =
        ["src/GraphQLEngine/", "tests/GraphQLEngine.Tests/", "src/web/registry/generated/", "/TestResults/", "/artifacts/", "/data/"];

    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var files = Sources("src", "rules", "seed", "schema", "tests").ToList();

        files.Should().HaveCountGreaterThan(600);
        files.SelectMany(TooLong).Should().BeEmpty();
    }

    [Fact]
    public void Nine_files_in_ten_have_at_most_160_lines()
    {
        var lengths = Sources("src", "rules", "seed").Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => File.ReadLines(Repository.Path(f)).Count()).Order().ToList();

        lengths.Should().HaveCountGreaterThan(300);
        lengths[lengths.Count * 9 / 10].Should().BeLessThanOrEqualTo(LinesOfNineFilesInTen, "that is the 90th percentile of their lengths");
    }

    private static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(folder => Kinds.SelectMany(kind => Repository.Files(folder, "*" + kind)))
            .Select(f => Path.GetRelativePath(Repository.Root, f)).Distinct()
            .Where(f => !Excepted.Any(e => f.Contains(e, StringComparison.Ordinal)));

    private static IEnumerable<string> TooLong(string file) =>
        File.ReadLines(Repository.Path(file)).Select((line, i) => (Line: line, Place: $"{file}:{i + 1}"))
            .Where(l => l.Line.Length > Longest && !IsDescription(file, l.Line)).Select(l => $"{l.Place} has {l.Line.Length} characters");

    /// <summary>A description stands on one line of the schema: broken, it would be another text for whoever reads it there.</summary>
    private static bool IsDescription(string file, string line) =>
        file.EndsWith(".graphql", StringComparison.Ordinal) && line.Trim() is ['"', .., '"'];
}
