using PlanRegistry.Ledger;
using PlanRegistry.Tests.Corpus;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Of which what must hold of any district is asked: the sample, the first day, the corpus and those made by chance.</summary>
internal static class Districts
{
    private const string Corpus = "corpus ";
    private const string Seed = "seed ";

    public static TheoryData<string> All => [.. Few, .. CorpusTests.Names.Select(n => Corpus + n)];

    private static IEnumerable<string> Few => ["sample", "first day", .. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("SEEDS") ?? "6")).Select(n => $"{Seed}{n}")];

    /// <summary>Null for one that no pack comes to.</summary>
    public static RegistryView? View(string district)
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
            _ => RandomDistrict.Build(int.Parse(district[Seed.Length..], System.Globalization.CultureInfo.InvariantCulture)).View(),
        };
    }
}
