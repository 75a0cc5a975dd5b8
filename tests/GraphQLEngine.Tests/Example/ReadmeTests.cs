using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GraphQLEngine.Tests.Example;

/// <summary>The README's example is code that compiles and runs: every line of it stands in ReadmeExample.cs, and its answer is the real one.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Here(), "../../../src/GraphQLEngine/README.md"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static IEnumerable<string> Blocks(string language) => Block().Matches(Readme).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    [GeneratedRegex("```(\\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    private sealed class Services : IServiceProvider
    {
        private readonly Registry _registry = new();

        public object? GetService(Type serviceType) => serviceType == typeof(Registry) ? _registry : serviceType == typeof(PlanFields) ? new PlanFields(_registry) : null;
    }

    [Theory]
    [InlineData("graphql")]
    [InlineData("csharp")]
    public void Every_line_of_the_example_is_code_of_these_tests(string language)
    {
        var code = Lines(File.ReadAllText(Path.Combine(Here(), "ReadmeExample.cs")));
        Blocks(language).Should().NotBeEmpty();
        Blocks(language).SelectMany(Lines).Should().OnlyContain(line => code.Contains(line));
    }

    [Fact]
    public void The_answer_is_the_real_one() => Example.Readme.Ask(new Services()).Should().Be(Lines(Blocks("json").Single()).Single());

    [Fact]
    public void What_the_text_says_of_errors_is_so()
    {
        Example.Readme.Build().ExecuteToJson("""{ plan(code: "EDU-2021") { label } }""", services: new Services()).Should().Be(
            """{"data":{"plan":{"label":null}},"errors":[{"message":"It is a draft.","locations":[{"line":1,"column":28}],"path":["plan","label"],"extensions":{"code":"DRAFT","coordinate":"Plan.label"}}]}""");
        Example.Readme.Build().ExecuteToJson("{ plans(first: 101) { code } }", services: new Services()).Should().Contain("Argument \\\"Query.plans(first:)\\\" must be between 1 and 100");
    }

    [Fact]
    public void The_README_has_at_most_60_lines() => Readme.TrimEnd().Split('\n').Length.Should().BeLessThanOrEqualTo(60);
}
