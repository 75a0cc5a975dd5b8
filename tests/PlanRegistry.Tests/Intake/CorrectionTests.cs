using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

public sealed class CorrectionTests : IntakeTest
{
    private static readonly Sheet Approval = File("acts.csv", "code,plan,type,on", "A-1,DEV-2021,CONGRESS_APPROVED,2021-03-26");

    private static RecordId Id(string table, string code) => new(table, Kaizhou, code);

    private static Decision Decide(RegistryView view, RecordId id, params (string, string?)[] values) =>
        new Correction(id, "录入错误", "开州府发〔2021〕6号", values).Decide(view);

    [Fact]
    public void A_correction_mends_what_is_approved_under_the_same_record_id()
    {
        var view = Kai(Approval);

        var after = After(view,
            Decide(view, Id("plans", "DEV-2021"), ("title", "开州区“十四五”规划纲要"), ("horizonTo", "2026"), ("lead_agency", "区政府")).Changes);

        var plan = after.Own.Of<Plan>().Single(p => p.RecordCode == "DEV-2021");
        plan.Should().BeEquivalentTo(new { Title = "开州区“十四五”规划纲要", HorizonTo = 2026, LeadAgency = new Key<Agency>(Kaizhou, "GOV") });
        after.Own.Of<Document>().Single().Code.Should().Be("开州府发〔2021〕6号", "the document it rests on is recorded with it");
    }

    [Fact]
    public void A_null_value_is_not_recorded_and_nothing_is_assumed_for_it()
    {
        var view = Kai(Approval);

        var change = Decide(view, Id("acts", "A-1"), ("agency", null)).Changes[^1];

        ((Act)change.Recorded!).Agency.Should().BeNull();
    }

    [Theory]
    [InlineData(" ", 1, "reason is not filled in.")]
    [InlineData("\u0007", 1, "reason holds a control character.")]
    [InlineData("错", 4001, "reason has 4001 characters; it may have 4000.")]
    public void Its_reason_is_a_text_like_any_other(string word, int times, string sentence)
    {
        var reason = string.Concat(Enumerable.Repeat(word, times));

        var problem = new Correction(Id("acts", "A-1"), reason, null, null).Decide(Kai(Approval)).Problems.Single();

        problem.Message.En.Should().Be(sentence);
        problem.Path.Should().Equal("reason");
    }

    [Fact]
    public void Without_values_it_withdraws()
    {
        var view = Kai(Approval);

        Decide(view, Id("acts", "A-1")).Changes[^1]
            .Should().BeEquivalentTo(new { Recorded = (PlanRegistry.Records.Record?)null, Retired = new { RecordCode = "A-1" } });
    }

    [Fact]
    public void The_districts_own_record_is_not_withdrawn()
    {
        var problem = Decide(Kai(), Id("districts", "500154")).Problems.Single();

        problem.Message.En.Should().Be("the district's own record cannot be withdrawn.");
        problem.Path.Should().Equal("id");
    }

    [Fact]
    public void A_plan_is_not_made_secret_while_its_content_stands()
    {
        var view = Kai(File("targets.csv", "plan,indicator,nature", "WATER-2021,FOREST,BINDING"));

        var problem = Decide(view, Id("plans", "WATER-2021"), ("secrecy", "SECRET"), ("title", "涉密规划")).Problems.Single();

        problem.Message.En.Should().Be("secrecy is refused: targets holds content of this plan, which must be withdrawn first.");
        problem.Path.Should().Equal("values");
    }

    [Fact]
    public void A_record_that_others_name_stays()
    {
        Decide(Kai(Approval), Id("plans", "DEV-2021")).Problems.Single().Message.En
            .Should().Be("\"500154:DEV-2021\" of plans cannot go: rows of acts still name it.");
        Decide(Kai(Approval), Id("plans", "DEV-2021"), ("code", "DEV-21")).Problems.Single().Message.En
            .Should().Be("\"500154:DEV-2021\" of plans cannot go: rows of acts still name it.");
    }

    [Theory]
    [InlineData("colour", "red", "column \"colour\" is not known.")]
    [InlineData("horizonFrom", "20", "horizon_from \"20\" is no year: write four digits, like 2025.")]
    [InlineData("horizonTo", "2020", "horizon_to 2020 is before horizon_from 2021.")]
    [InlineData("title", null, "title is not filled in.")]
    [InlineData("leadAgency", "区教委", "lead_agency \"区教委\" is not known.")]
    public void A_bad_value_is_refused_at_its_field(string field, string? value, string sentence)
    {
        var problem = Decide(Kai(), Id("plans", "DEV-2021"), ("field", null), (field, value)).Problems.Single();

        problem.Message.En.Should().Be(sentence);
        problem.Path.Should().Equal("values", "1", "value");
    }

    [Fact]
    public void It_needs_a_record_a_reason_and_a_sound_document()
    {
        var view = Kai();

        Decide(view, new RecordId("plans", Chongqing, "DEV-2021")).Problems.Single().Message.En
            .Should().Be("id \"500000/plans/DEV-2021\" is not known.");
        Decide(view, Id("plans", "DEV-1999")).Problems.Single()
            .Should().BeEquivalentTo(new { Code = ProblemCode.UnknownRecord, Path = new[] { "id" } });
        new Correction(Id("plans", "DEV-2021"), " ", null, [("title", "甲")]).Decide(view).Problems.Single().Path.Should().Equal("reason");
        new Correction(Id("plans", "DEV-2021"), "1", null, [("title", "甲")]).Decide(view).Problems.Single().Message.Zh
            .Should().Be("理由“1”没有说明缘由：请用文字写明，至少两个字。");
        new Correction(Id("plans", "DEV-2021"), "有误", "开州府办发〔202095", [("title", "甲")])
            .Decide(view).Problems.Single().Path.Should().Equal("document");
    }

    [Fact]
    public void Another_records_key_is_taken() =>
        Decide(Kai(), Id("plans", "DEV-2021"), ("code", "WATER-2021")).Problems.Single().Message.En
            .Should().Be("code \"WATER-2021\" is another record's already.");

    [Fact]
    public void Equal_values_change_nothing() => Decide(Kai(), Id("plans", "DEV-2021"), ("horizonTo", "2025")).Changes.Should().BeEmpty();

    [Fact]
    public void Secret_content_is_refused_in_a_correction_too()
    {
        var view = Kai(File("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy", "X-1,涉密规划,SPECIAL,2021,2025,SECRET"));

        var problem = Decide(view, Id("plans", "X-1"), ("title", "某基地防护规划")).Problems.Single();

        problem.Code.Should().Be(ProblemCode.SecretContentRefused);
        (problem.Message.En + problem.Message.Zh).Should().NotContain("某基地");
    }

    [Fact]
    public void A_correction_declassifies()
    {
        var view = Kai(File("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy", "X-1,涉密规划,SPECIAL,2021,2025,SECRET"));

        After(view, Decide(view, Id("plans", "X-1"), ("secrecy", "PUBLIC"), ("title", "防护规划")).Changes).Own
            .Of<Plan>().Single(p => p.Code == "X-1").Title.Should().Be("防护规划");
    }
}
