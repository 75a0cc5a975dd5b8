using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLEngine;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.Papers;

/// <summary>GLOSSARY.md: the words are those of the code, the enumerations are made from it.</summary>
public sealed partial class GlossaryTests
{
    private const string Glossary = "GLOSSARY.md";
    private const string Enumerations = "## Enumerations 取值";

    private static readonly JsonElement[] Types =
    [
        .. JsonDocument.Parse(RegistrySchema.Build(new EngineOptions { Limits = Limits.None }).ExecuteToJson(
                """
                { __schema { types { name description fields { name description type { ofType { name } } } inputFields { name }
                    enumValues { name description } } } }
                """))
            .RootElement.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray()
            .Where(t => !t.GetProperty("name").GetString()!.StartsWith("__", StringComparison.Ordinal))
            .OrderBy(t => t.GetProperty("name").GetString(), StringComparer.Ordinal),
    ];

    private static readonly Type[] Domain = typeof(Terms).Assembly.GetExportedTypes();

    [Fact]
    public void The_enumerations_are_made_from_the_contract_and_the_terms()
    {
        var text = File.ReadAllText(Repository.Path(Glossary));
        var words = text[..text.IndexOf(Enumerations, StringComparison.Ordinal)];

        var enumerations = Types.Where(t => Members(t, "enumValues").Any()).Select(Section);

        Approved.Matches(Glossary, $"{words}{Enumerations}\n{string.Concat(enumerations)}");
    }

    /// <summary>The browser's pages have no words of their own for what the program names.</summary>
    [Fact]
    public void The_pages_say_the_same_words()
    {
        var enumerations = from type in Types
                           where Array.Find(Domain, t => t.IsEnum && t.Name == Name(type)) is not null
                           select TermsOf(Name(type), Members(type, "enumValues").Select(v => (Name(v), Word(Array.Find(
                               Domain, t => t.IsEnum && t.Name == Name(type)), v))));
        var capabilities = Repository.Files("schema/graphql", "*.graphql").Select(f => CapabilityHead().Match(File.ReadLines(f).First()))
            .Where(m => m.Success).Select(m => (m.Groups[1].Value, new Text(m.Groups[2].Value, m.Groups[1].Value)))
            .OrderBy(c => c.Item1, StringComparer.Ordinal);

        var commands = Types.Where(t => Name(t) == "Mutation").SelectMany(t => Members(t, "fields"))
            .Select(f => (Name(f), Head(Described(f)))).Append(("import", new Text("导入规划数据包", "Imports a district pack")))
            .OrderBy(c => c.Item1, StringComparer.Ordinal);

        // What writes the ledger answers with the number of its entry.
        var written = Types.Where(t => Name(t) == "Mutation").SelectMany(t => Members(t, "fields")).Where(f => Types.Any(t =>
            Name(t) == f.GetProperty("type").GetProperty("ofType").GetProperty("name").GetString()
            && Members(t, "fields").Any(p => Name(p) == "seq"))).Select(Name).Append("import").ToHashSet(StringComparer.Ordinal);
        written.Should().Contain(["recordAct", "importWorkbook"]).And.NotContain(["inspectWorkbook", "changePassword", "markSeen"]);

        Approved.Matches("src/web/registry/src/shell/terms.json",
            $"{{\n{string.Join(",\n", [.. enumerations, TermsOf("Capability", capabilities), TermsOf("Command", commands),
                TermsOf("LedgerCommand", commands.Where(c => written.Contains(c.Item1)))])}\n}}\n");
    }

    [Fact]
    public void Each_name_is_one_of_the_code()
    {
        var known = Types.SelectMany(t => Members(t, "fields").Concat(Members(t, "inputFields")).Select(Name).Append(Name(t)))
            .Concat(Domain.Concat(typeof(RuleBook).Assembly.GetExportedTypes()).SelectMany(t => t.FullName!.Split('.', '+', '`')))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        var names = Words().SelectMany(row => CSharpName().Matches(row[0]).Select(m => m.Value)).ToList();

        names.Should().HaveCountGreaterThan(30);
        string.Join(", ", names.Where(n => !known.Contains(n))).Should().BeEmpty();
    }

    [Fact]
    public void Each_Chinese_word_is_said_by_the_program()
    {
        var said = string.Concat(new[] { ("schema/graphql", "*.graphql"), ("rules", "*.json"), ("rules", "*.cs"), ("src", "*.cs") }
            .SelectMany(f => Repository.Files(f.Item1, f.Item2)).Select(File.ReadAllText));

        var words = Words().SelectMany(row => Chinese().Matches(InBrackets().Replace(row[1], "")).Select(m => m.Value)).ToList();

        words.Should().HaveCountGreaterThan(50);
        string.Join("、", words.Where(w => !said.Contains(w, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("ProblemCode", typeof(ProblemCode))]
    [InlineData("FundingReasonCode", typeof(FundingReasonCode))]
    public void Each_code_is_told(string heading, Type codes)
    {
        var told = Rows($"### {heading}").Select(row => row[0]);

        told.Should().Equal(Enum.GetNames(codes).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName));
    }

    private static IEnumerable<string[]> Words() => Rows("## Words 词汇");

    /// <summary>The cells of the table beneath a heading.</summary>
    private static List<string[]> Rows(string heading)
    {
        var beneath = Page.Of(Glossary).Prose.SkipWhile(l => l != heading).Skip(1).TakeWhile(l => !l.StartsWith('#'));
        var table = beneath.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1);
        List<string[]> rows = [.. table.Select(l => l.Split('|')[1..^1].Select(c => c.Trim()).ToArray())];
        rows.Should().NotBeEmpty("there is a table beneath {0}", heading);
        return rows;
    }

    private static string Section(JsonElement type)
    {
        var name = Name(type);
        var domain = Array.Find(Domain, t => t.IsEnum && t.Name == name);
        var columns = from shape in PlanRegistry.Tables.All
                      from column in shape.Columns
                      where domain is not null && (Nullable.GetUnderlyingType(column.Type) ?? column.Type) == domain
                      select $"`{shape.Table}.{column.Name}`";
        string[] about = [Described(type).Zh, Described(type).En, string.Join(" ", columns)];
        var values = from value in Members(type, "enumValues")
                     let word = Word(domain, value)
                     select $"| {Name(value)} | {word.Zh} | {word.En} |\n";
        var heading = $"\n### {name}\n\n{string.Join(" · ", about.Where(a => a.Length > 0))}\n";
        return $"{heading}\n| | 中文 | English |\n|---|---|---|\n{string.Concat(values)}";
    }

    /// <summary>The term of the field; of an order or a language, which is no word on a page, the contract's description.</summary>
    private static Text Word(Type? domain, JsonElement value) =>
        domain is null || domain == typeof(Language)
            ? Described(value)
            : Terms.Of((Enum)Enum.Parse(domain, Name(value).Replace("_", ""), ignoreCase: true));

    private static string TermsOf(string name, IEnumerable<(string Value, Text Word)> words)
    {
        var lines = words.Select(w => $"    \"{w.Value}\": [\"{w.Word.Zh}\", \"{w.Word.En}\"]");
        return $"  \"{name}\": {{\n{string.Join(",\n", lines)}\n  }}";
    }

    private static Text Described(JsonElement element)
    {
        var parts = element.GetProperty("description").GetString()!.Split(" / ", 2);
        return new Text(parts[0], parts[1]);
    }

    /// <summary>What is described, without how and by whom.</summary>
    private static Text Head(Text text) => new(text.Zh.Split(':', ';', '(')[0], text.En.Split(':', ';', '(', ',')[0]);

    private static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    private static IEnumerable<JsonElement> Members(JsonElement type, string list) =>
        type.GetProperty(list) is { ValueKind: JsonValueKind.Array } members ? members.EnumerateArray() : [];

    [GeneratedRegex(@"^# ([A-Z]\w+) (\p{IsCJKUnifiedIdeographs}+):")]
    private static partial Regex CapabilityHead();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b")]
    private static partial Regex CSharpName();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex InBrackets();
}
