using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Ledger;

public sealed class WritingTests : LedgerTest
{
    [Fact]
    public void What_is_written_is_seen()
    {
        var result = Write(DistrictOf(Kaizhou, "开州区"), PlanOf(Kaizhou, "P-1", "交通规划"));

        result.Entry!.Seq.Should().Be(1);
        result.Entry.Vector.Should().Be("500154:0");
        result.Entry.RecordedAt.Should().Be(Clock.Now);
        Titles(Registry.View(Kaizhou)).Should().Equal("交通规划");
        var plan = Registry.View(Kaizhou)!.Own.Of<Plan>().Single();
        plan.Seq.Should().Be(1);
        plan.RecordedAt.Should().Be(Clock.Now);
        plan.Id.ToString().Should().Be("500154/plans/P-1");
    }

    [Fact]
    public void A_district_without_a_ledger_has_no_view() => Registry.View(Kaizhou).Should().BeNull();

    [Fact]
    public void A_districts_first_entry_writes_the_default_policy_that_it_does_not_bring()
    {
        var own = new PolicyValue { Home = Kaizhou, Key = PolicyKeys.MinYears.Name, From = new DateOnly(2000, 1, 1), Value = "5" };

        Write(own);
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));

        var policy = Registry.View(Kaizhou)!.Own.Of<PolicyValue>();
        policy.Should().HaveCount(PolicyKeys.Defaults(Kaizhou, new DateOnly(2026, 11, 22)).Count);
        policy.Single(p => p.Key == PolicyKeys.MinYears.Name).Value.Should().Be("5");
        policy.Single(p => p.Key == PolicyKeys.RecordsFrom.Name).Value.Should().Be("2026-11-22");
    }

    [Fact]
    public void A_refused_command_writes_nothing()
    {
        var problem = new Problem(ProblemCode.Duplicate, "重复", []);

        var result = Registry.Execute(By(Kaizhou), _ => Decision.Refuse(problem));

        result.IsRefused.Should().BeTrue();
        result.Problems.Should().Equal(problem);
        Registry.Districts().Should().BeEmpty();
    }

    [Fact]
    public void A_command_without_changes_writes_nothing()
    {
        var result = Registry.Execute(By(Kaizhou), _ => Decision.Write([]));

        result.Entry.Should().BeNull();
        result.IsRefused.Should().BeFalse();
        Registry.Districts().Should().BeEmpty();
    }

    [Theory]
    [InlineData("待补", "\"待补\" is no content: write nothing where there is none.")]
    [InlineData("。", "gives no reason: say why, in words.")]
    [InlineData(4001, "reason has 4001 characters; it may have 4000.")]
    public void A_reason_says_something_and_no_more_than_may_stand(object reason, string sentence)
    {
        var header = By(Kaizhou) with { Reason = reason is int length ? new string('因', length) : (string)reason };

        var result = Registry.Execute(header, _ => Decision.Write([Change.Record(DistrictOf(Kaizhou, "开州区"))]));

        result.Problems.Single().Path.Should().Equal("reason");
        result.Problems.Single().Message.En.Should().EndWith(sentence);
        Registry.View(Kaizhou).Should().BeNull("nothing is half written");
    }
}
