namespace PlanRegistry.Rules;

/// <summary>How a rule's Then() begins a finding.</summary>
public static class FindingExtensions
{
    /// <summary>About one plan: subject, light and responsible agency are its own.</summary>
    public static FindingDraft Finding(this IContext context, PlanOnDay plan) => Draft(context, plan.Snapshot).About(plan).For(plan);

    /// <summary>About several plans: in the light of each that the rule judges.</summary>
    public static FindingDraft Finding(this IContext context, IEnumerable<PlanOnDay> plans)
    {
        var members = plans.ToList();
        var draft = Draft(context, members[0].Snapshot);
        foreach (var plan in members)
        {
            draft.About(plan);
            if (plan.IsJudgedBy(RuleBook.Of(draft.Code).Reach))
            {
                draft.For(plan);
            }
        }
        return draft;
    }

    /// <summary>About something that is no plan, such as a list.</summary>
    public static FindingDraft Finding(this IContext context, Snapshot snapshot, IRecord subject) =>
        Draft(context, snapshot).About(subject);

    /// <summary>About something that is no record, such as a year.</summary>
    public static FindingDraft Finding(this IContext context, Snapshot snapshot, string subject) => Draft(context, snapshot).About(subject);

    private static FindingDraft Draft(IContext context, Snapshot snapshot) =>
        new(RuleBook.CodeOf(context.Rule.Name), snapshot, context.Match.Facts);
}
