using PlanRegistry.Experts;

namespace PlanRegistry.Rules.Experts;

/// <summary>What findings about experts say alike, and the acts that clear them.</summary>
internal static class ExpertFindings
{
    public static FindingDraft Asked(this FindingDraft draft, ExpertOnDay expert) => draft
        .With("expert", expert.Expert.Name).With("day", expert.AskedOn.InWords()).With("about", expert.Matter);

    public static Remedy Replace(ExpertOnDay expert) => Of(Operation.DrawExperts, expert,
        "从专家库中另行抽取无利害关系的专家或者机构，重新征询意见；录入有误的予以更正",
        "draws another of the pool without an interest and asks again; corrects what is recorded wrongly")
            with { Input = new() { Plan = expert.Plan, About = expert.About } };

    public static Remedy Complete(ExpertOnDay expert) => Of(Operation.CorrectRecord, expert,
        $"核对{expert.Expert.Name}的所在单位和入库日期，补录或者更正；确属库外的，另行抽取",
        $"looks up employer and pool dates of {expert.Expert.Name} and records them; if it is not of the pool, draws another")
            with { Input = new() { Record = expert.Expert.Id } };

    private static Remedy Of(Operation act, ExpertOnDay expert, string zh, string en)
    {
        var actor = Remedies.ActorFor(expert.Of);
        return Remedies.Of(act, actor, $"由{Remedies.Name(actor)}{zh}", $"{Remedies.NameEn(actor)} {en}.");
    }
}
