using PlanRegistry.Catalogue;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>
/// What a rule throws is for those who run the registry, whole; those who ask are told that the matter is open, and nothing of the code.
/// </summary>
public sealed class RuleFailureLogTests : ServerTest
{
    private static readonly DistrictCode Kaizhou = DistrictCode.Parse("500154");

    public RuleFailureLogTests() =>
        // No intake lets such a value in.
        Registry.Execute(new CommandHeader { District = DistrictCode.Parse("500154"),
            Actor = Actor.Named("tests"), Command = "setPolicy" }, view =>
            Decision.Write(view.Own.Of<PolicyValue>().Where(v => v.Key == PolicyKeys.MinYears.Name)
                .Select(v => Change.Correct(v with { Value = "three", Document = new Key<Document>(Kaizhou, "开州示例发改〔2021〕1号") }, v))))
            .IsRefused.Should().BeFalse();

    [Fact]
    public async Task The_district_still_answers_and_tells_an_asker_nothing_of_the_code()
    {
        var data = await Ask("""
            { district(code: "500154") {
              conformance { red }
              findings(filter: { rules: ["CAT-002"] }, first: 100) { nodes { verdict severity sentence facts { text } plan { code } } }
              plan(code: "SPE-2024-01") { light fundingEligibility(money: DISTRICT) { verdict } } } }
            """);

        var district = data.Deserialize<Data>(JsonForm)!.District;
        district.Findings.Nodes.Should().NotBeEmpty().And.OnlyContain(f => f.Verdict == "UNKNOWN" && f.Severity == "ERROR");
        district.Conformance.Red.Should().BePositive("other rules judge on");
        district.Plan.FundingEligibility.Verdict.Should().Be("NOT_ELIGIBLE");
        data.ToString().Should().NotContainAny("Exception", "three", " at PlanRegistry");
    }

    [Fact]
    public void The_log_has_it_whole_once_for_each_plan()
    {
        var log = new Written();
        var judgements = new Judgements(Registry, Clock, log);

        var judgement = judgements.Of(judgements.Snapshot(Registry.View(Kaizhou)!, judgements.Today));
        judgements.Of(judgement.Snapshot);

        log.Lines.Should().HaveCount(judgement.Snapshot.OwnPlans.Count, "told or not, whatever throws is logged")
            .And.OnlyContain(l => l.Contains("FormatException", StringComparison.Ordinal))
            .And.OnlyContain(l => l.Contains("CAT-002 could not be judged on ", StringComparison.Ordinal));
    }

    private sealed class Written : ILogger<Judgements>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
    }
}
