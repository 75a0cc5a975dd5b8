using PlanRegistry.Ledger;

namespace PlanRegistry.Conformance;

/// <summary>
/// From which day a law binds: each has its one home here, and the facts ask it. A rule that is tried as if it were in force earlier is
/// tried with all that it rests on, so that past years are judged by it and not passed over.
/// </summary>
public static class Law
{
    /// <summary>开州府办发〔2020〕95号.</summary>
    public static readonly DateOnly Notice = new(2020, 9, 15);

    /// <summary>国家发展规划法.</summary>
    public static readonly DateOnly Planning = new(2026, 3, 12);

    /// <summary>The day from which something is owed by a law; in a trial of its rule, an earlier one.</summary>
    public static DateOnly From(RegistryView view, DateOnly law, Obliged what) =>
        view.RuleTrials.FirstOrDefault(t => t.InForce && t.What == what && t.From < law)?.From ?? law;
}
