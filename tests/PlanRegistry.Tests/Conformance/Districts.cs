using System.Collections.Concurrent;
using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Rules;
using PlanRegistry.Tests.Corpus;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// Of which what must hold of any district is asked: the sample, the first day, the corpus and those made by chance. Each is made once: a
/// view never changes, and whoever asks after the same one is shown the same one.
/// </summary>
internal static class Districts
{
    private const string Corpus = "corpus ";
    private const string Seed = "seed ";

    private static readonly ConcurrentDictionary<string, Lazy<RegistryView?>> Views = new();
    private static readonly ConcurrentDictionary<(string District, DateOnly Day), Lazy<Judgement>> Judgements = new();

    public static TheoryData<string> All => [.. Few, .. OfTheCorpus];

    public static IEnumerable<string> OfTheCorpus => CorpusTests.Names.Select(OfCorpus);

    /// <param name="name">Its folder's.</param>
    public static string OfCorpus(string name) => Corpus + name;

    private static IEnumerable<string> Few => ["sample", "first day", .. Made(6)];

    /// <param name="plans">How many each has.</param>
    public static IEnumerable<string> Made(int districts, int plans = RandomDistrict.Plans) =>
        Enumerable.Range(1, districts).Select(n => plans == RandomDistrict.Plans ? $"{Seed}{n}" : $"{Seed}{n} of {plans} plans");

    /// <summary>Null for one that no pack comes to.</summary>
    public static RegistryView? View(string district) => Views.GetOrAdd(district, d => new(() => Make(d))).Value;

    /// <summary>A day that several tests ask after is judged once for all of them.</summary>
    public static Judgement Judged(string district, DateOnly day) =>
        Judgements.GetOrAdd((district, day), d => new(() => Judge.JudgementOf(new Snapshot(View(d.District)!, d.Day)))).Value;

    private static RegistryView? Make(string district)
    {
        if (district.StartsWith(Corpus, StringComparison.Ordinal))
        {
            using var imported = new CorpusDistrict(CorpusTests.FolderOf(district[Corpus.Length..]));
            return imported.View;
        }
        return district switch
        {
            "sample" => SampleFindings.View,
            "first day" => FirstDayDistrict.Build().View(),
            _ when district.Split(' ') is [_, var seed, "of", var plans, _] => RandomDistrict.Build(Number(seed), Number(plans)).View(),
            _ => RandomDistrict.Build(Number(district[Seed.Length..])).View(),
        };
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
