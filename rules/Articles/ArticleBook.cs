using System.Reflection;
using System.Text.Json;
using PlanRegistry.Articles;

namespace PlanRegistry.Rules.Articles;

/// <summary>
/// 条文对照: the notice sentence by sentence and the laws that bind, as far as the catalogue of obligations excerpts them, each with the rules
/// that cite its clause. The texts are data (notice.json, laws.json); that a rule cites them stands on the rule alone.
/// </summary>
public static class ArticleBook
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>The notice first.</summary>
    public static IReadOnlyList<Article> All { get; }

    public static IReadOnlyList<ArticleCoverage> Coverage { get; }

    static ArticleBook()
    {
        DocumentData[] documents = [.. Read("notice"), .. Read("laws")];
        All = [.. documents.SelectMany(Articles)];
        Coverage = [.. documents.Select(d => ArticleCoverage.Of(d.Document, d.Title is { } t ? new Text(t[0], t[1]) : d.Document,
            [.. All.Where(a => a.Document == d.Document)]))];
    }

    /// <summary>Null for a document that is not among them.</summary>
    public static IReadOnlyList<Article>? Of(string document) =>
        All.Where(a => a.Document == document).ToList() is { Count: > 0 } found ? found : null;

    /// <summary>By its key, in whichever brackets.</summary>
    public static Article? Find(string key) => All.FirstOrDefault(a => Wording.Clause(a.Key) == Wording.Clause(key.Trim()));

    private static IEnumerable<Article> Articles(DocumentData document) =>
        from clause in document.Clauses
        from item in clause.Sentences.Select((sentence, n) => (Sentence: sentence, Part: n + 1))
        select Joined(document, clause, item.Sentence, clause.Sentences.Count > 1 ? item.Part : null);

    private static Article Joined(DocumentData document, ClauseData clause, SentenceData sentence, int? part)
    {
        var named = sentence.By ?? [];
        var article = new Article
        {
            Document = document.Document, IsExcerpt = document.IsExcerpt, Clause = clause.Clause, Part = part, Heading = clause.Heading,
            Text = new Text(sentence.Zh, sentence.En), Rules = [], CarriedBy = [],
            Gap = sentence.Gap is null ? null : Names.TryParse<ArticleGap>(sentence.Gap, out var gap) ? gap
                : throw new InvalidOperationException($"'{sentence.Gap}' says of no paragraph why it is not encoded."),
            Detail = sentence.Reason is { } r ? new Text(r[0], r[1]) : (Text?)null,
        };
        List<RuleCard> citing =
            [.. named.Select(RuleBook.Find).OfType<RuleCard>().Where(c => c.Bases.Any(b => article.IsCitedBy(b.Document, b.Clause)))];
        return article with
        {
            Rules = citing, CarriedBy = [.. named.Where(n => citing.TrueForAll(c => c.Code != n)).Select(ArticleCarrier.Of)],
        };
    }

    private static List<DocumentData> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"articles/{name}.json")!;
        return JsonSerializer.Deserialize<List<DocumentData>>(stream, Form)!;
    }

    private sealed record DocumentData(string Document, string[]? Title, bool IsExcerpt, IReadOnlyList<ClauseData> Clauses);

    private sealed record ClauseData(string Clause, string? Heading, IReadOnlyList<SentenceData> Sentences);

    private sealed record SentenceData(string Zh, string En, string[]? By, string? Gap, string[]? Reason);
}
