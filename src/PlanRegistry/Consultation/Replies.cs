using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>The form of a reply: 针对条款 + 具体建议 + 理由依据, or plainly that there is nothing to say.</summary>
public static class Replies
{
    private static readonly HashSet<string> Nothing =
        [.. new[] { "无意见", "没有意见", "同意", "无", "原则同意", "无修改意见" }.Select(TitleKey.Of)];

    /// <summary>A reply that says nothing to be weighed is one: it counts as a reply, and not as an effective opinion.</summary>
    public static ReplyKind KindOf(Opinion opinion) =>
        opinion.Suggestion is { } said && SaysNothing(said) && (opinion.Reason is null || SaysNothing(opinion.Reason)) ? ReplyKind.NoOpinion
        : Missing(opinion).Any() ? ReplyKind.Incomplete
        : ReplyKind.Effective;

    /// <summary>Whether a text is one of the words for having no opinion, however it is typed and whatever stop it ends in.</summary>
    public static bool SaysNothing(string text) => Nothing.Contains(TitleKey.Of(text.Trim().TrimEnd('。', '．', '.', '！', '!', '；', ';')));

    /// <summary>The columns that an opinion has to fill and does not.</summary>
    public static IEnumerable<Column> Missing(Opinion opinion)
    {
        var shape = RecordShape.Of<Opinion>();
        return new[] { nameof(Opinion.Clause), nameof(Opinion.Suggestion), nameof(Opinion.Reason) }.Select(shape.Of)
            .Where(c => c.Read(opinion) is not { } text || SaysNothing(text));
    }

    /// <summary>As a sentence lists them.</summary>
    public static Text MissingWords(Opinion opinion) => Text.Join(Missing(opinion).Select(c => new Text(c.Label, c.Name)));
}
