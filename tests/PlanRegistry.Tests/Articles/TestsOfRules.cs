using System.Reflection;
using System.Text.RegularExpressions;
using PlanRegistry.Rules;
using PlanRegistry.Tests.Corpus;

namespace PlanRegistry.Tests.Articles;

/// <summary>
/// Which tests hold a rule: those that bear its class as their trait, or its code before their name; else those of a class that does. And
/// the districts of the corpus whose right answers name it.
/// </summary>
internal static partial class TestsOfRules
{
    public static ILookup<string, string> All { get; } = Marked().Concat(OfTheCorpus()).Distinct()
        .OrderBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.Test, StringComparer.Ordinal).ToLookup(t => t.Code, t => t.Test);

    private static IEnumerable<(string Code, string Test)> Marked()
    {
        var codes = RuleBook.Cards.SelectMany(c => c.Classes.Select(t => (t.Name, c.Code))).ToDictionary(c => c.Name, c => c.Code);
        return from type in typeof(TestsOfRules).Assembly.GetTypes()
               from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
               where method.IsDefined(typeof(FactAttribute), inherit: true)
               let own = Traits(method).Select(name => codes[name]).Concat(Named(method.Name)).ToList()
               from code in own.Count > 0 ? own : Traits(type).Select(name => codes[name])
               select (code, $"{type.Name}.{method.Name}");
    }

    private static IEnumerable<string> Traits(MemberInfo member) => member.GetCustomAttributesData()
        .Where(a => a.AttributeType == typeof(TraitAttribute) && (string?)a.ConstructorArguments[0].Value == "Rule")
        .Select(a => (string)a.ConstructorArguments[1].Value!);

    /// <summary>APR_002_…</summary>
    private static IEnumerable<string> Named(string method) =>
        CodeBefore().Match(method) is { Success: true } m && RuleBook.Find($"{m.Groups[1].Value}-{m.Groups[2].Value}") is { } card
            ? [card.Code] : [];

    private static IEnumerable<(string Code, string Test)> OfTheCorpus() =>
        from name in CorpusTests.Names
        from line in File.ReadLines(Path.Combine(CorpusTests.FolderOf(name), "expected.csv")).Skip(1)
        let code = line.Split(',')[1]
        where RuleBook.Find(code) is not null
        select (code, $"Corpus.{name}");

    [GeneratedRegex("^([A-Z]{3})_([0-9]{3})_")]
    private static partial Regex CodeBefore();
}
