using System.Text.RegularExpressions;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Exports;

/// <summary>What ledger entries call a command, in the words of the contract.</summary>
internal static partial class CommandWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, Text>> Words = new(() =>
        RegistrySchema.Texts().SelectMany(text => Mutation().Matches(text)).DistinctBy(m => m.Groups[3].Value)
            .Select(m => (Name: m.Groups[3].Value, Words: new Text(m.Groups[1].Value, m.Groups[2].Value)))
            .Append((Name: "import", Words: new Text("导入规划数据包", "Imports a district pack")))
            .ToDictionary(w => w.Name, w => w.Words, StringComparer.Ordinal));

    public static Text Of(string command) => Words.Value.TryGetValue(command, out var words) ? words : command;

    /// <summary>"登记规划 / Registers a plan" registerPlan("输入 / Input" input: …: up to the first mark that ends a clause.</summary>
    [GeneratedRegex("""
        "([^"/:;(:;(]+)[^"/]*? / ([^":;(,]+)[^"]*"\s+(\w+)\("输入 / Input" input:
        """)]
    private static partial Regex Mutation();
}
