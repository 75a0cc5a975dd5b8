using RuleEngine.Rete;

namespace RuleEngine;

/// <summary>What would be different: the answer of <see cref="ISession.Suppose"/>.</summary>
/// <param name="Fired">How many matches fired.</param>
/// <param name="Yielded">The facts rules would yield that they do not yield now.</param>
/// <param name="Lost">The facts rules yield now that they would not yield.</param>
public sealed record Hypothesis(int Fired, IReadOnlyList<object> Yielded, IReadOnlyList<object> Lost)
{
    /// <summary>Reads the difference in yielded facts out of the journal, so that it costs what was touched.</summary>
    internal static Hypothesis Read(Journal journal, int mark, int fired)
    {
        var touched = new OrderedDictionary<WorkingFact, Difference>();
        foreach (var (target, change, old) in journal.Since(mark))
        {
            var fact = target as WorkingFact ?? (target is FactTable ? (WorkingFact)old! : null);
            if (fact?.Link is null) continue;
            if (!touched.TryGetValue(fact, out var difference)) touched.Add(fact, difference = new Difference { Existed = target is not FactTable || change == FactTable.Removed });
            if (target is FactTable) difference.Exists = change == FactTable.Added;
            else difference.Before ??= old;
        }
        var changed = touched.Where(t => !(t.Value.Existed && t.Value.Exists && Equals(t.Value.Before ?? t.Key.Value, t.Key.Value))).ToList();
        return new Hypothesis(
            fired,
            [.. changed.Where(t => t.Value.Exists).Select(t => t.Key.Value!)],
            [.. changed.Where(t => t.Value.Existed).Select(t => t.Value.Before ?? t.Key.Value!)]);
    }

    private sealed class Difference
    {
        public required bool Existed { get; init; }
        public bool Exists { get; set; }
        public object? Before { get; set; }
    }
}
