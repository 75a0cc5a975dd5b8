using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Writes of many kinds, by two processes in turn on one file, with days passing and writes that fail: each is judged as if it stood alone.</summary>
public sealed class LiveWritingTests : LedgerTest
{
    private readonly Random random = new(20261122);
    private int acts;

    [Fact]
    public void Two_processes_that_write_in_turn_publish_what_is_judged_afresh()
    {
        Sample.Load(Registry, "tests", TextWriter.Null, TextWriter.Null).Should().Be(0);
        var processes = new[] { new Judgements(Registry, Clock), new Judgements(Open(), Clock) };
        foreach (var _ in Enumerable.Range(0, 40))
        {
            var (mine, others) = random.Next(2) == 0 ? (processes[0], processes[1]) : (processes[1], processes[0]);
            var result = Write(mine, others);
            Audit.Same(mine.Of(mine.Registry.View(Kaizhou)!, mine.Today), others.Registry.View(Kaizhou)!, mine.Today);
            result.IsRefused.Should().BeFalse();
        }
    }

    private WriteResult Write(Judgements mine, Judgements others)
    {
        switch (random.Next(8))
        {
            case 0:
                Clock.Advance(TimeSpan.FromDays(random.Next(1, 40)));
                return Record(mine);
            case 1:
                // Overtaken: the first attempt is foreseen, judged, and then not written.
                var overtaken = false;
                return mine.Execute(By(Kaizhou, "recordAct"), view =>
                {
                    var decision = Act(view);
                    if (!overtaken)
                    {
                        overtaken = true;
                        Record(others);
                    }
                    return decision;
                });
            case 2:
                return mine.Execute(By(Chongqing, "recordAct"), view => Decision.Write([Change.Record(new Act
                {
                    Home = Chongqing, Code = $"UP-{++acts}", Plan = Any(view.Own.Of<Plan>()).Key, Type = Pick(ActType.Published, ActType.CongressApproved),
                    On = new DateOnly(random.Next(2020, 2027), 3, 1), About = ActAbout.Plan,
                })]));
            case 3:
                return mine.Execute(By(Kaizhou, "correctRecord"), view =>
                {
                    var act = Any(view.Own.Of<Act>());
                    return Decision.Write([Change.Correct(act with { On = act.On.First.AddDays(random.Next(-300, 300)) }, act)]);
                });
            case 4:
                return mine.Execute(By(Kaizhou, "correctRecord"), view => Decision.Write([Change.Withdraw(Any<Records.Record>(view.Own.Of<Reading>(), view.Own.Of<Act>(), view.Own.Of<DirectoryEntry>()))]));
            case 5:
                return mine.Execute(By(Kaizhou, "setPolicy"), view => RowIntake.Decide(view, Inputs.Single("policy", new Dictionary<string, object?>
                {
                    ["key"] = "review.annual.due", ["value"] = $"0{random.Next(1, 9)}-15", ["from"] = $"202{random.Next(0, 7)}-01-01",
                })).ToDecision());
            default:
                return Record(mine);
        }
    }

    private WriteResult Record(Judgements judgements) => judgements.Execute(By(Kaizhou, "recordAct"), Act);

    private Decision Act(RegistryView view) => RowIntake.Decide(view, Inputs.Single("acts", new Dictionary<string, object?>
    {
        ["id"] = $"T-{++acts}", ["plan"] = Any(view.Own.Of<Plan>().Where(p => !p.IsSecret).ToList()).Code, ["on"] = $"20{random.Next(20, 27)}-0{random.Next(1, 9)}-1{random.Next(0, 9)}",
        ["act"] = Pick(ActType.Published, ActType.Reported, ActType.ProgressDisclosed, ActType.NoChangeDeclared, ActType.Submitted), ["about"] = ActAbout.Plan,
    })).ToDecision();

    private T Any<T>(params IReadOnlyList<T>[] rows) => rows[random.Next(rows.Length)] is { Count: > 0 } from ? from[random.Next(from.Count)] : Any(rows);

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
