using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Tests.Ledger;
using PlanRegistry.Tests.Access;

namespace PlanRegistry.Tests.Corpus;

/// <summary>
/// One folder of the corpus: its packs imported in order, and each row of expected.csv compared with what the program says.
/// </summary>
internal sealed class CorpusDistrict : IDisposable
{
    private static readonly string[] Order = ["superior", "pack", "then"];

    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("corpus-");
    private readonly Registry registry;
    private readonly Judgements judgements;
    private readonly string folder;
    private readonly Dictionary<string, (string Outcome, string Output)> imports = [];
    private readonly DistrictCode code;

    public CorpusDistrict(string folder)
    {
        this.folder = folder;
        var clock = new TestClock();
        registry = Registry.Open(Path.Combine(temporary.FullName, "registry.db"), clock);
        judgements = new Judgements(registry, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Judgements>.Instance);
        code = CodeOf("pack");
        foreach (var pack in Order.Where(p => Directory.Exists(Path.Combine(folder, p))))
        {
            var before = registry.Head(CodeOf(pack));
            var output = new StringWriter { NewLine = "\n" };
            var exit = ImportCommand.Run(
                registry, Path.Combine(folder, pack), "corpus", dryRun: false, replace: false,
                new Voice(Language.En, output, output), clock: clock);
            imports[pack] =
                (exit != 0 ? "REFUSED" : registry.Head(CodeOf(pack)) == before ? "UNCHANGED" : "ACCEPTED", output.ToString());
        }
    }

    /// <summary>Null where its pack was refused.</summary>
    public PlanRegistry.Ledger.RegistryView? View => registry.View(code);

    /// <summary>The rows, each with what is wrong with the program's answer; null when it is right.</summary>
    public IEnumerable<(string Row, Func<string?> WhyWrong)> Rows() =>
        File.ReadLines(Path.Combine(folder, "expected.csv")).Skip(1).Where(l => l.Length > 0)
            .Select(line => (line, (Func<string?>)(() => WhyWrong(line.Split(',', 6)))));

    /// <summary>On which an answer is expected.</summary>
    public static IEnumerable<DateOnly> DaysOf(string folder) =>
        File.ReadLines(Path.Combine(folder, "expected.csv")).Skip(1).Select(l => l.Split(',')[0]).Where(day => day.Length == 10)
            .Distinct().Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd"));

    private string? WhyWrong(string[] row)
    {
        var (asOf, rule, subject, severity) = (row[0], row[1], row[2], row[4]);
        var right = row[3].Split('|');
        if (rule != "IMPORT" && registry.View(code) is null)
        {
            return imports["pack"].Output;
        }
        var told = rule switch
        {
            "IMPORT" => Import(subject, row[5]),
            "LIGHT" => Light(subject, asOf) is { } light ? Names.Of(light) : "NONE",
            "MONEY" => Money(subject, asOf),
            "LISTING" => Listing(subject, asOf),
            _ => null,
        };
        if (told is not null)
        {
            return right.Contains(told) ? null : told;
        }
        var findings = Findings(rule, subject.Split(' '), asOf);
        return findings.Count == 0 ? right.Contains("NONE") ? null : "NONE"
            : findings.Any(f => right.Contains(Names.Of(f.Verdict)) && (severity.Length == 0 || Names.Of(f.Severity) == severity)) ? null
            : string.Join('|', findings.Select(f => $"{Names.Of(f.Verdict)} {Names.Of(f.Severity)} {f.Sentence.Zh}"));
    }

    private string Import(string pack, string note)
    {
        var (outcome, output) = imports[pack];
        var missing = outcome == "REFUSED"
            ? note.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(n => !n.StartsWith("if refused", StringComparison.Ordinal))
                .Where(n => n.Split(' ').Any(word => !output.Contains(word))).ToList()
            : [];
        return missing.Count == 0 ? outcome : $"{outcome} without naming {string.Join(", ", missing)}: {output}";
    }

    private Light? Light(string plan, string asOf)
    {
        var scope = ScopeOn(asOf);
        return scope.Snapshot.Plan(new Key<PlanRegistry.Catalogue.Plan>(code, plan)) is { } onDay ? scope.Judgement.LightOf(onDay) : null;
    }

    private string Money(string subject, string asOf)
    {
        var words = subject.Split(' ');
        var request = new FundingRequestInput
        {
            Plan = string.Join(' ', words[..^2]),
            Purpose = Enum.GetValues<FundingPurpose>().Single(p => Names.Of(p) == words[^2]),
            Money = words[^1] == "-" ? null : Enum.GetValues<FundingMoney>().Single(m => Names.Of(m) == words[^1]),
        };
        return Names.Of(FundingChecks.Answer(ScopeOn(asOf), [request])[0].Eligibility.Verdict);
    }

    private string Listing(string plan, string asOf) =>
        Names.Of(ScopeOn(asOf).Snapshot.Plan(new Key<PlanRegistry.Catalogue.Plan>(code, plan))!.Directory.Listing);

    private List<Finding> Findings(string rule, string[] about, string asOf) =>
        [.. ScopeOn(asOf).Judgement.Findings
            .Where(f => f.Rule == rule && about.All(word => f.Subjects.Any(s => s.Record?.Code == word || s.Text == word)))];

    private Scope ScopeOn(string asOf) => judgements.Scope(code, TestCaller.Operator, DateOnly.ParseExact(asOf, "yyyy-MM-dd"))!;

    private DistrictCode CodeOf(string pack) =>
        DistrictCode.Parse(File.ReadAllLines(Path.Combine(folder, pack, "district.csv"))[1].Split(',')[0]);

    public void Dispose()
    {
        registry.Dispose();
        temporary.Delete(recursive: true);
    }
}
