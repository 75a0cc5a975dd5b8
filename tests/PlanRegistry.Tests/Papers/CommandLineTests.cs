using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Papers;

/// <summary>The table of commands says what the program says.</summary>
public sealed partial class CommandLineTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Told = new();
    private static readonly string[] OfEveryCommand = ["--database", "--actor", "--lang", "--help", "--version"];

    [Theory]
    [InlineData("docs/operation.md")]
    [InlineData("docs/operation.zh-CN.md")]
    public async Task Each_command_has_the_options_of_its_row(string path)
    {
        var rows = Page.Of(path).Prose.SelectMany(l => Row().Matches(l))
            .ToDictionary(m => m.Groups[1].Value, m => Named(m.Groups[2].Value));

        rows.Keys.Should().BeEquivalentTo(Commands(await Help()), "each command has its row");
        foreach (var (command, options) in rows)
        {
            Named(await Help(command)).Except(OfEveryCommand).Should().BeEquivalentTo(options, "{0} has them", command);
        }
    }

    private static List<string> Named(string text) => [.. Option().Matches(text).Select(m => m.Value).Distinct()];

    /// <summary>The first words beneath "Commands:".</summary>
    private static IEnumerable<string> Commands(string help) =>
        help.Split('\n').SkipWhile(l => !l.StartsWith("Commands:", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.Trim().Split(' ')[0]).TakeWhile(word => word.Length > 0);

    /// <summary>Of a command; of the program where none is named. Each is asked once, and both pages are compared with it.</summary>
    private static Task<string> Help(string command = "") => Told.GetOrAdd(command, c => new(() => Ask(c.Length == 0 ? [] : [c]))).Value;

    private static async Task<string> Ask(string[] command)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "plan-registry.dll");
        var asked = new ProcessStartInfo("dotnet", [program, .. command, "--help", "--lang", "en"]) { RedirectStandardOutput = true };
        using var process = Process.Start(asked)!;
        var help = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "there is a command {0}", string.Join(' ', command));
        return help;
    }

    [GeneratedRegex(@"^\| `([a-z-]+)[^|]*\| .* \|(.*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
