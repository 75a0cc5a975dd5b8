namespace PlanRegistry.Rules;

/// <summary>What a finding rests on: the clauses of its rule, or the registry's default where the texts are silent.</summary>
public sealed partial class FindingDraft
{
    private Basis? basis;
    private DateOnly? policyOn;

    /// <summary>The texts are silent and the finding rests on a default: it cites that, and no clause.</summary>
    public FindingDraft ByDefault(string what)
    {
        basis = new Basis("本系统默认", what);
        return this;
    }

    /// <summary>The same where the default is a parameter, as it held for the plan on the day.</summary>
    public FindingDraft ByDefault(PolicyKey key, AsOfDay day) => ByDefault(PolicyOn(key, day));

    /// <summary>The day whose parameters count, where it is not the day judged.</summary>
    public FindingDraft ByPolicyOf(DateOnly day)
    {
        policyOn = day;
        return this;
    }

    private string PolicyOn(PolicyKey key, AsOfDay day) => snapshot.Policy.Words(key, day, plans.FirstOrDefault()?.Kind).Zh;

    /// <summary>Those in force; of a rule that is tried on a day when none is, what it will rest on.</summary>
    private static IEnumerable<BasisAttribute> BasesOn(RuleCard card, AsOfDay day) =>
        card.Bases.Where(b => b.InForceOn(day)) is var bases && bases.Any() ? bases : card.Bases;

    /// <summary>A parameter is named by what it decides, with the value that held.</summary>
    private IEnumerable<Basis> BasesOf(RuleCard card) => basis is not null ? [basis]
        : BasesOn(card, judgedOn ?? snapshot.AsOf)
            .Select(b => new Basis(b.Document, b.Policy is { } key ? PolicyOn(key, policyOn ?? snapshot.AsOf) : b.Clause));
}
