using System.Text.RegularExpressions;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>The form of a reply: 针对条款 + 具体建议 + 理由依据, or plainly that there is nothing to say.</summary>
public static partial class Replies
{
    /// <summary>A reply that says nothing to be weighed is one: it counts as a reply, and not as an effective opinion.</summary>
    public static ReplyKind KindOf(Opinion opinion) =>
        opinion.Suggestion is { } said && SaysNothing(said) && (opinion.Reason is null || SaysNothing(opinion.Reason)) ? ReplyKind.NoOpinion
        : Missing(opinion).Any() ? ReplyKind.Incomplete
        : ReplyKind.Effective;

    /// <summary>
    /// Whether a text says that there is no opinion and nothing else, however it is typed and whatever stop it ends in: 无意见, 经研究，我局对
    /// 该规划无修改意见。
    /// </summary>
    public static bool SaysNothing(string text) =>
        Nothing().IsMatch(Preamble().Replace(TitleKey.Of(text.Trim().TrimEnd('。', '．', '.', '！', '!', '；', ';')), ""));

    /// <summary>The columns that an opinion has to fill and does not.</summary>
    public static IEnumerable<Column> Missing(Opinion opinion)
    {
        var shape = RecordShape.Of<Opinion>();
        return new[] { nameof(Opinion.Clause), nameof(Opinion.Suggestion), nameof(Opinion.Reason) }.Select(shape.Of)
            .Where(c => c.Read(opinion) is not { } text || SaysNothing(text));
    }

    /// <summary>Who says it, after what, and of what.</summary>
    [GeneratedRegex(@"^(经[^,;。但]{0,8}(研究|审核|研阅|讨论|审阅)后?,?)?([我本]\p{L}{0,6}?)?(对[^,;。但]{1,40}?)?,?(?=无|没有|暂|原则|完全|同意)")]
    private static partial Regex Preamble();

    [GeneratedRegex("^((暂时?)?(无|没有)((修改|不同|其[他它]|补充|反馈|具体)*的?(意见((和|及|、)?建议)?|建议|异议))?|(原则|完全)?同意)$")]
    private static partial Regex Nothing();

    /// <summary>As a sentence lists them.</summary>
    public static Text MissingWords(Opinion opinion) => Text.Join(Missing(opinion).Select(c => new Text(c.Label, c.Name)));
}
