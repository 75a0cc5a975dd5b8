using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests;

/// <summary>The sample district, imported once for all tests that only read it.</summary>
public static class SampleFindings
{
    private static readonly Lazy<RegistryView> Imported = new(Import);

    public static RegistryView View => Imported.Value;

    public static Judgement On(DateOnly day) => Judge.JudgementOf(new Snapshot(View, day));

    /// <summary>The findings of one rule on three days of 2026, a line each, as the rule judges them: a waiver is none of it.</summary>
    public static IEnumerable<string> Of(string rule) => All.Value.Where(l => l.Contains($" {rule}|", StringComparison.Ordinal));

    private static readonly Lazy<List<string>> All = new(() =>
        [.. new[] { new DateOnly(2026, 2, 28), new DateOnly(2026, 6, 30), new DateOnly(2026, 11, 22) }
            .SelectMany(day => On(day).Findings.Select(f => Line(day, f.AsJudged())))]);

    public static string Line(DateOnly day, Finding f) =>
        $"{day:yyyy-MM-dd} {f.Key} {Names.Of(f.Verdict)} {Names.Of(f.Severity)} {f.Since:yyyy-MM-dd} {f.Sentence.Zh}";

    private static RegistryView Import()
    {
        var folder = Directory.CreateTempSubdirectory("plan-registry-tests-");
        using var registry = Registry.Open(Path.Combine(folder.FullName, "sample.db"), TimeProvider.System);
        using var errors = new StringWriter();
        Sample.Load(registry, "tests", new Voice(Language.En, TextWriter.Null, errors))
            .Should().Be(0, "the sample imports without problems, but: {0}", errors);
        return registry.View(DistrictCode.Parse(Sample.District))!;
    }
}
