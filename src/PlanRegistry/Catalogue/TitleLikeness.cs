using System.Collections.Concurrent;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// How alike two titles are: the Sørensen-Dice coefficient of the pairs of neighbouring characters in what they say beyond district,
/// period, particles and 规划. By it somebody is told which titles might be meant, never that they are one (<see cref="TitleNearness"/>).
/// </summary>
public sealed class TitleLikeness
{
    private const double Near = 0.5;

    private readonly IReadOnlyList<string> districts;
    private readonly ConcurrentDictionary<string, (string Key, HashSet<string> Pairs)> known = [];

    private TitleLikeness(IReadOnlyList<string> districts) => this.districts = districts;

    /// <summary>What is asked, held against titles of the view.</summary>
    public static Asked Of(RegistryView view, string title) =>
        new(view.Kept(v => new TitleLikeness(v.DistrictNames)), title);

    private string Words(string title) => TitleNearness.Words(title, districts)
        .Replace("发展规划", "", StringComparison.Ordinal).Replace("规划", "", StringComparison.Ordinal);

    private static HashSet<string> Pairs(string words) =>
        words.Length == 1 ? [words] : [.. Enumerable.Range(0, Math.Max(0, words.Length - 1)).Select(i => words.Substring(i, 2))];

    /// <summary>A title that somebody asks for.</summary>
    public sealed class Asked
    {
        private readonly TitleLikeness likeness;
        private readonly string key;
        private readonly HashSet<string> pairs;

        internal Asked(TitleLikeness likeness, string title)
        {
            this.likeness = likeness;
            key = TitleKey.Of(title);
            pairs = Pairs(likeness.Words(title));
        }

        /// <summary>Those of which a title comes near, the nearest first.</summary>
        public IEnumerable<T> Nearest<T>(IEnumerable<T> all, Func<T, IEnumerable<string>> titles, Func<T, string> code) =>
            from one in all
            let share = titles(one).Select(Share).Max()
            where share >= Near
            orderby share descending, code(one)
            select one;

        /// <summary>From 0, nothing alike, to 1; what contains all that was asked comes near, however much more it says.</summary>
        private double Share(string title)
        {
            var (folded, others) = likeness.known.GetOrAdd(title, t => (TitleKey.Of(t), Pairs(likeness.Words(t))));
            var contained = key.Length > 0 && folded.Contains(key, StringComparison.Ordinal) ? Near : 0;
            return pairs.Count == 0 ? contained
                : Math.Max(2.0 * pairs.Count(others.Contains) / (pairs.Count + others.Count), contained);
        }
    }
}
