using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Papers;

/// <summary>
/// A Chinese sentence stands beside its English one: what a rule finds, in the messages.json of its folder; everything else, on the
/// line of C# that says it. WordHabitsTests holds the pairs of messages.json.
/// </summary>
public sealed partial class ChineseTests
{
    [Fact]
    public void A_rule_says_nothing_itself()
    {
        var rules = Repository.Files("rules", "*.cs").Where(f => RuleClass().IsMatch(File.ReadAllText(f))).ToList();

        rules.Should().HaveCountGreaterThan(20);
        rules.SelectMany(File.ReadLines).Where(l => Chinese().IsMatch(l) && !BasisOrComment().IsMatch(l))
            .Should().BeEmpty("its file tells when it is broken and names its basis; what it finds is told by messages.json");
    }

    [Fact]
    public void A_Chinese_sentence_in_code_stands_beside_its_English_one()
    {
        var sentences = Repository.Files("src", "*.cs").Concat(Repository.Files("rules", "*.cs")).SelectMany(Sentences).ToList();

        sentences.Should().HaveCountGreaterThan(50);
        string.Join(", ", sentences.Where(s => !EnglishSentence().IsMatch(s.Beside)).Select(s => s.Place)).Should().BeEmpty();
    }

    [Fact]
    public void A_Chinese_text_in_code_has_Chinese_marks_and_days()
    {
        var lines = Repository.Files("src", "*.cs").Concat(Repository.Files("rules", "*.cs"))
            .SelectMany(f => File.ReadLines(f).Select((l, i) => (Place: $"{Path.GetRelativePath(Repository.Root, f)}:{i + 1}", Line: l)))
            .Where(l => Literal().IsMatch(l.Line) && !NoSentence().IsMatch(l.Line));

        string.Join(", ", lines.Where(l => Literal().Matches(l.Line).Any(t => HalfWidth().IsMatch(Clause().Replace(t.Value, ""))))
            .Select(l => l.Place)).Should().BeEmpty();
    }

    /// <summary>Each line on which a Chinese sentence ends, with what stands beside: the rest of that line and the next two.</summary>
    private static IEnumerable<(string Place, string Beside)> Sentences(string file)
    {
        var lines = File.ReadAllLines(file);
        return from i in Enumerable.Range(0, lines.Length)
               from Match end in ChineseEnd().Matches(lines[i])
               let beside = lines[i][end.Index..] + string.Concat(lines.Skip(i + 1).Take(2))
               select ($"{Path.GetRelativePath(Repository.Root, file)}:{i + 1}", beside);
    }

    [GeneratedRegex(@"class \w+ : \w*Rule\b")]
    private static partial Regex RuleClass();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"Basis\(|^\s*//")]
    private static partial Regex BasisOrComment();

    [GeneratedRegex("\"[^\"]*\\p{IsCJKUnifiedIdeographs}[^\"]*\"")]
    private static partial Regex Literal();

    /// <summary>What reads texts, names a basis, or is a comment.</summary>
    [GeneratedRegex(@"Basis\(|GeneratedRegex|^\s*//|IndexOfAny|Of\(AgencyRole|string Marks|ClauseEn")]
    private static partial Regex NoSentence();

    /// <summary>三、(一): how the notice counts its clauses.</summary>
    [GeneratedRegex(@"[一二三四五六七八九十]、\([一二三四五六七八九十]\)")]
    private static partial Regex Clause();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}”》][,;:()]|[,;:()][\p{IsCJKUnifiedIdeographs}“《]"
        + @"|\p{IsCJKUnifiedIdeographs}\{[^}]*yyyy-MM-dd")]
    private static partial Regex HalfWidth();

    [GeneratedRegex("。\"")]
    private static partial Regex ChineseEnd();

    [GeneratedRegex("[A-Za-z0-9)}'\"][.]\"")]
    private static partial Regex EnglishSentence();
}
