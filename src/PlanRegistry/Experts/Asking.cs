using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>Why somebody of the pool is not asked about a plan, or not heard.</summary>
public static class Asking
{
    private const string PoolClause = "开州府办发〔2020〕95号 三、(六)";

    /// <summary>The row of an expert; null for one that the district does not have.</summary>
    public static Expert? Of(RegistryView view, Key<Expert> key) => (Expert?)view.Own.FindByKey(typeof(Expert), key.Code);

    public static Problem? Objection(Plan plan, DrawRequest request, int atHand) =>
        request.About == ActAbout.Annual
            ? Refuse("about", "年度监测分析不抽取专家，请选择规划本身、调整修订、中期评估或者总结评估。",
                "No experts are drawn for annual monitoring: say PLAN, AMENDMENT, MID_TERM or FINAL.")
            : request.Count is < 1 or > Drawing.Most
                ? Refuse("count", $"抽取人数“{request.Count}”应为1至{Drawing.Most}。", $"The count {request.Count} is to be 1 to {Drawing.Most}.")
            : atHand < request.Count * Drawing.Circle
                ? Refuse("count",
                    $"库内与{plan.Named.Zh}无利害关系、符合条件且尚未抽取的只有{atHand}名，不足{request.Count}名的{Drawing.Circle}倍，不能随机抽取；"
                        + "请补充专家库，或者说明理由指定。",
                    $"The pool has {atHand} left who fit, have no interest in {plan.Title} and were not drawn yet, fewer than "
                        + $"{Drawing.Circle} times {request.Count}, which is no draw: add to the pool, or appoint one with a reason.",
                    Interest.OfDrafters)
            : null;

    /// <summary>Lots are drawn once for a matter; once more, for a reason that stays with those who are drawn.</summary>
    public static Problem? Objection(RegistryView view, Plan plan, ActAbout about, string? reason) =>
        Drawing.Before(view, plan.Key, about).Count is > 0 and var times && string.IsNullOrWhiteSpace(reason)
            ? Refuse("reason", $"{plan.Named.Zh}（{ExpertOnDay.MatterOf(about).Zh}）已随机抽取{times}次，再次抽取须说明理由。",
                $"Lots were drawn {times} times for {plan.Title} ({ExpertOnDay.MatterOf(about).En}): to draw again, say why.", "本系统默认")
            : null;

    /// <summary>One that is appointed is of the pool and has no interest; where that cannot be told a rule asks for it.</summary>
    public static Problem? Objection(RegistryView view, ExpertDraw draw)
    {
        var (expert, plan) = (Of(view, draw.Expert)!, view.Plan(draw.Plan)!);
        return Interest.Of(view, plan, expert, draw.About, draw.On.Last) is { IsOpen: false } interest
            ? Refuse("expert", $"不能指定{expert.Name}：{interest.Why.Zh}；请另选无利害关系的专家或者机构。",
                $"{expert.Name} cannot be appointed: {interest.Why.En}. Choose one without an interest.", interest.Clause)
            : !expert.IsInPoolOn(draw.On.Last)
                ? Refuse("expert", $"不能指定{expert.Name}：{draw.On.InWords().Zh}不在库；请先入库。",
                    $"{expert.Name} cannot be appointed: not in the pool on {draw.On}. Register it in the pool first.", PoolClause)
            : null;
    }

    /// <summary>Who was not asked is not heard as an expert, and a word is given in writing.</summary>
    public static Problem? Objection(RegistryView view, ExpertOpinion opinion)
    {
        var expert = Of(view, opinion.Expert)!;
        var draw = view.Of<ExpertDraw>().FirstOrDefault(d => d.About == opinion.About && d.Expert == opinion.Expert
            && view.Canonical(d.Plan) == view.Canonical(opinion.Plan));
        return draw is null
            ? Refuse("expert", $"{expert.Name}未就此事项抽取或者指定，请先抽取或者指定。",
                $"{expert.Name} was neither drawn nor appointed for this: draw or appoint first.", PoolClause)
            : opinion.On.Last < draw.On.First
                ? Refuse("on", $"意见日期{opinion.On.InWords().Zh}早于抽取日期{draw.On.InWords().Zh}。",
                    $"The opinion of {opinion.On} is before the draw of {draw.On}.")
            : opinion is { Word: null, Document: null }
                ? Refuse("word", "专家意见应当书面提出，请填写意见或者登记文件。",
                    "An expert's opinion is given in writing: write it, or name its document.", "本系统默认")
            : null;
    }

    private static Problem Refuse(string field, string zh, string en, string? clause = null) =>
        new(ProblemCode.InvalidValue, new Text(zh, en), [field], clause);
}
