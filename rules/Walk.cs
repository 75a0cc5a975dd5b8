namespace PlanRegistry.Rules;

/// <summary>How far facts get through the conditions of a rule, by the rule's canonical model.</summary>
internal sealed class Walk(IRuleDefinition rule)
{
    private readonly Step[] steps = [.. rule.LeftHandSide.ChildElements.Select(e => new Step(e))];

    public string Name => rule.Name;

    public IReadOnlyList<Step> Steps => steps;

    public bool IsAboutLists => steps[0].FactType == typeof(ListOnDay);

    public bool IsAboutYears => Judge.Facts.OfYear.Any(s => s.Types.Contains(steps[0].FactType));

    /// <summary>
    /// False where one of the conditions on the plan alone does not hold: the rule
    /// is not about it, whatever else is true. A cycle is about a plan in it.
    /// </summary>
    public bool MayConcern(PlanOnDay plan) => !IsAboutLists && !IsAboutYears
        && (steps[0].Fits(plan)
            ? steps[0].Conditions.Where(c => c.IsAboutOneFact).All(c => c.Holds(Aliases.None.With(steps[0].Alias, plan)) != false)
            : plan.IsJudgedBy(RuleBook.Of(RuleBook.CodeOf(Name)).Reach));

    /// <summary>
    /// The furthest that a match gets which holds the given facts, each for the first pattern of its type that it can satisfy.
    /// </summary>
    public Stop Furthest(IReadOnlyList<object> facts, params IReadOnlyList<object> given)
    {
        var stop = new Stop(-1, Aliases.None, []);
        Go(0, Aliases.None, []);
        return stop;

        void Go(int depth, Aliases aliases, IReadOnlyList<object> used)
        {
            if (depth > stop.Depth && (depth < steps.Length || given.All(used.Contains)))
            {
                stop = new Stop(depth, aliases, used);
            }
            if (depth == steps.Length)
            {
                return;
            }
            var step = steps[depth];
            var wanted = given.Where(g => step.Fits(g) && !used.Contains(g)).ToList();
            foreach (var next in step.Take(facts, aliases))
            {
                if (wanted.Count == 0)
                {
                    Go(depth + 1, next, used);
                }
                else if (wanted.Contains(next[step.Alias]!))
                {
                    Go(depth + 1, next, [.. used, next[step.Alias]!]);
                }
                else if (steps.Skip(depth + 1).Any(s => s.Fits(wanted[0])))
                {
                    Go(depth + 1, next, used);
                }
            }
        }
    }

    /// <param name="Depth">Of the step that could not be taken; the number of steps when all were.</param>
    internal sealed record Stop(int Depth, Aliases Aliases, IReadOnlyList<object> Used);
}
