using PlanRegistry.Articles;

namespace PlanRegistry.Rules.Articles;

/// <summary>
/// 条文: a sentence of the notice or an excerpt of a law, and what encodes it. The data names what is meant sentence by sentence; whether a
/// rule encodes it or only carries it, the rule's own citation tells.
/// </summary>
public sealed record Article
{
    private readonly IReadOnlyList<string> clauses = [];

    public required string Document { get; init; }

    /// <summary>An excerpt, as the catalogue of obligations gives it, and not the whole.</summary>
    public required bool IsExcerpt { get; init; }

    /// <summary>As rules cite it; several articles of a law where one excerpt is of both.</summary>
    public required string Clause
    {
        get;
        init => (field, clauses) = (value, Clauses.Of(value));
    }

    /// <summary>Which sentence of the clause; null where it has one.</summary>
    public required int? Part { get; init; }

    public string? Heading { get; init; }

    /// <summary>The text itself; in English what it says, without force.</summary>
    public required Text Text { get; init; }

    /// <summary>Those that cite its clause and are about this sentence of it.</summary>
    public required IReadOnlyList<RuleCard> Rules { get; init; }

    public required IReadOnlyList<ArticleCarrier> CarriedBy { get; init; }

    /// <summary>Why it is not encoded, or what part of it is not.</summary>
    public required ArticleGap? Gap { get; init; }

    /// <summary>How it is carried, or what more there is to say of what is not encoded.</summary>
    public required Text? Detail { get; init; }

    public string Locator => Part is { } n ? $"{Clause}{(IsExcerpt ? $"摘录{n}" : $"第{n}句")}" : Clause;

    public string Key => $"{Document} {Locator}";

    public ArticleStatus Status => Rules.Count > 0 ? ArticleStatus.Encoded
        : CarriedBy.Count > 0 ? ArticleStatus.Carried : ArticleStatus.NotEncoded;

    public Text? Reason => (Gap, Detail) switch
    {
        ({ } gap, null) => new Text($"{Terms.Of(gap).Zh}。", $"{Capital(Terms.Of(gap).En)}."),
        ({ } gap, { } more) when Status == ArticleStatus.NotEncoded =>
            new Text($"{Terms.Of(gap).Zh}：{more.Zh}", $"{Capital(Terms.Of(gap).En)}: {more.En}"),
        ({ } gap, { } more) => new Text($"尚有未编码之处（{Terms.Of(gap).Zh}）：{more.Zh}", $"In part not encoded ({Terms.Of(gap).En}): {more.En}"),
        _ => Detail,
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Whether a rule or a finding rests on its clause.</summary>
    public bool IsCitedBy(string document, string clause) => document == Document && Clauses.Of(clause).Any(clauses.Contains);
}
