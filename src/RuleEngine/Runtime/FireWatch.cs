using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>The rules fire without end: the budget of one call of Fire is spent.</summary>
public class FireBudgetExceededException(string message, IReadOnlyList<string> cycle) : RuleExecutionException(message)
{
    /// <summary>The names of the rules that fire in turn.</summary>
    public IReadOnlyList<string> Cycle { get; } = cycle;
}

/// <summary>Counts what one call of Fire fires, and names the rules that go round in a circle.</summary>
internal sealed class FireWatch(int budget)
{
    private const int Remembered = 64;

    private readonly Queue<string> _recent = new();
    private int _fired;

    public void Note(IRuleDefinition rule)
    {
        if (budget == int.MaxValue) return;
        if (_fired++ == budget) throw Exceeded();
        _recent.Enqueue(rule.Name);
        if (_recent.Count > Remembered) _recent.Dequeue();
    }

    private FireBudgetExceededException Exceeded()
    {
        var cycle = Cycle([.. _recent]);
        return new FireBudgetExceededException(
            $"The rules fired {budget} times without coming to rest. They go round in a circle: {string.Join(" → ", cycle.Append(cycle[0]))}.", cycle);
    }

    /// <summary>The shortest sequence the latest firings repeat; without one, the rules that fired latest.</summary>
    private static string[] Cycle(string[] recent)
    {
        for (var length = 1; length <= recent.Length / 2; length++)
            if (Enumerable.Range(0, recent.Length - length).All(i => recent[i] == recent[i + length])) return recent[^length..];
        return [.. recent.Distinct()];
    }
}
