using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What is wrong with a pack: the first problems by name, and of those beyond only how many they are.</summary>
public sealed class ProblemList
{
    /// <summary>Nobody reads more of them, and whoever sends a million bad rows gets no million sentences.</summary>
    public const int MostNamed = 1_000;

    private readonly List<Problem> named = [];
    private int unnamed;

    public bool IsEmpty => named.Count == 0;

    public IReadOnlyList<Problem> Named => named;

    public void Add(Problem problem)
    {
        if (named.Count < MostNamed)
        {
            named.Add(problem);
        }
        else
        {
            unnamed++;
        }
    }

    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Add(problem);
        }
    }

    /// <summary>One sentence that says how many more there are; none when all are named.</summary>
    public IEnumerable<Problem> Rest => unnamed == 0 ? [] : [More(unnamed)];

    private static Problem More(int count) => Refusals.Invalid(null,
        $"另有{count}处未逐一列出，请先改正以上各处再校验。",
        string.Create(CultureInfo.InvariantCulture, $"{count} more are not named: mend these first and try again."));
}
