using System.Linq.Expressions;

namespace PlanRegistry.Rules;

/// <summary>
/// A rule as NRules has it, by the name that its attributes give it: its code stands there once, and its conditions need not repeat it.
/// </summary>
public abstract class DistrictRule : Rule
{
    protected DistrictRule()
    {
        Reach = RuleBook.ReachOf(GetType());
        Judged = Asked<PlanOnDay>(nameof(PlanOnDay.IsJudgedBy));
        Covering = Asked<ExemptionOnDay>(nameof(ExemptionOnDay.Covers));
        OfThisRule = Asked<EarlierBlock>(nameof(EarlierBlock.IsOf));
    }

    /// <summary>Which plans it judges, and what excuses from it.</summary>
    protected RuleReach Reach { get; }

    /// <summary>Of a plan: this rule judges it.</summary>
    protected Expression<Func<PlanOnDay, bool>> Judged { get; }

    /// <summary>Of an exemption: it covers this rule.</summary>
    protected Expression<Func<ExemptionOnDay, bool>> Covering { get; }

    /// <summary>Of what stood on an earlier day: it was this rule's.</summary>
    protected Expression<Func<EarlierBlock, bool>> OfThisRule { get; }

    public sealed override void Define()
    {
        Name(RuleBook.NameOf(GetType()));
        State();
    }

    /// <summary>When() and Then().</summary>
    protected abstract void State();

    /// <summary>
    /// What a fact answers about this rule. The reach is a constant, so that NRules sees one condition in all cases of a rule.
    /// </summary>
    protected Expression<Func<T, bool>> Asked<T>(string method)
    {
        var fact = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, bool>>(Expression.Call(fact, method, null, Expression.Constant(Reach)), fact);
    }
}
