
namespace PlanRegistry.Tests.Corpus;

/// <summary>
/// Districts with the answers that are right, written from the specification before anybody looked at the program's. open.txt names the
/// answers that the program does not give yet: a row that is mended leaves it, and none may come to it.
/// </summary>
public sealed class CorpusTests
{
    private const string Folder = "tests/PlanRegistry.Tests/Corpus";

    public static TheoryData<string> Districts => [.. Names];

    internal static IEnumerable<string> Names =>
        Directory.GetDirectories(Repository.Path(Folder)).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    private static readonly ILookup<string, string> Open = File.ReadLines(Repository.Path(Folder + "/open.txt"))
        .ToLookup(line => line.Split(": ", 2)[0], line => line.Split(": ", 2)[1]);

    [Theory]
    [MemberData(nameof(Districts))]
    public void A_district_is_judged_as_the_specification_has_it(string name)
    {
        using var district = new CorpusDistrict(FolderOf(name));

        var wrong = district.Rows().Select(r => (r.Row, Told: r.WhyWrong())).Where(r => r.Told is not null).ToList();

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Approve(name, wrong.Select(w => w.Row));
            return;
        }
        wrong.Where(w => !Open[name].Contains(w.Row)).Select(w => $"{w.Row}: {w.Told}").Should().BeEmpty("open.txt does not name them");
        Open[name].Except(wrong.Select(w => w.Row)).Should().BeEmpty("they are right now, and leave open.txt");
    }

    internal static string FolderOf(string name) => Repository.Path($"{Folder}/{name}");

    private static readonly Lock Writing = new();

    private static void Approve(string name, IEnumerable<string> rows)
    {
        lock (Writing)
        {
            var file = Repository.Path(Folder + "/open.txt");
            var others = File.ReadLines(file).Where(l => !l.StartsWith(name + ": ", StringComparison.Ordinal)).ToList();
            File.WriteAllLines(file, others.Concat(rows.Select(r => $"{name}: {r}")).Order(StringComparer.Ordinal));
        }
    }
}
