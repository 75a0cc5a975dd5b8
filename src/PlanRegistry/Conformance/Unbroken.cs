namespace PlanRegistry.Conformance;

/// <summary>
/// Since when something has been so of a plan without a break: asked of the day before each day on which what it rests on begins or ends,
/// backwards from the day judged. Between two such days nothing changes.
/// </summary>
public static class Unbroken
{
    /// <param name="turns">The days on which it may have come to be so, as the plan stands on a day.</param>
    public static DateOnly Since(PlanOnDay plan, Func<PlanOnDay, IEnumerable<DateOnly>> turns, Func<PlanOnDay, bool> isSo)
    {
        for (var at = plan; ;)
        {
            var turn = turns(at).Append(plan.History.ExistsFrom).Where(t => t <= at.AsOf).Max();
            at = plan.On(turn.AddDays(-1));
            if (!at.Exists || !isSo(at))
            {
                return turn;
            }
        }
    }
}
