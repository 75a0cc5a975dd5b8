using CsCheck;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Intake;

/// <summary>What overwrites or withdraws what was recorded (RULE-CODES, "Changes after use", 16).</summary>
public sealed class OverwritingTests : IntakeTest
{
    private const string PlanColumns = "code,title,kind,horizon_from,horizon_to,lead_agency,approval_level";
    private const string Water = "WATER-2021,开州区水安全保障规划,SPECIAL,2021,2025";

    private static IEnumerable<Problem> Lost(RegistryView view, params Sheet[] sheets) =>
        RowIntake.Set(view, sheets).Overwritten.SelectMany(o => o.WithoutReason(view));

    [Fact]
    public void Each_value_overwritten_is_named_at_its_cell()
    {
        var problems = Lost(Kai(), File("plans.csv", PlanColumns, $"{Water},区政府,", "DEV-2021,开州区十四五规划,DEVELOPMENT,2021,2025,NDRC,"))
            .ToList();

        problems.Select(p => p.ToString()).Should().Equal(
            "plans.csv:2: lead_agency is recorded as \"开州区水利局\" and is overwritten only with a reason.",
            "plans.csv:3: title is recorded as \"开州区十四五规划纲要\" and is overwritten only with a reason.");
        problems[0].Should().BeEquivalentTo(new { Code = ProblemCode.ReasonRequired, Column = "lead_agency", Value = "WATER" });
        problems[0].Message.Zh.Should().Be("牵头单位已登记为“开州区水利局”，改写须说明理由。");
    }

    [Fact]
    public void An_empty_cell_filled_overwrites_nothing() =>
        Lost(Kai(), File("plans.csv", PlanColumns, $"{Water},区水利局,GOVERNMENT")).Should().BeEmpty();

    [Fact]
    public void A_name_added_overwrites_nothing_and_one_dropped_does()
    {
        Lost(Kai(), File("agencies.csv", "code,name,aliases", "WATER,开州区水利局,区水利局;水利局")).Should().BeEmpty();
        Lost(Kai(), File("agencies.csv", "code,name,aliases", "WATER,开州区水利局,水利局")).Single().ToString()
            .Should().Be("agencies.csv:2: aliases is recorded as \"区水利局\" and is overwritten only with a reason.");
    }

    [Fact]
    public void A_list_that_is_none_of_names_is_overwritten_when_it_gains_something()
    {
        var view = Kai(File("acts.csv", "code,plan,type,on,about,year,recipients", "A-1,DEV-2021,REPORTED,2022-06-20,ANNUAL,2021,区政府"));

        Lost(view, File("acts.csv", "code,plan,type,on,about,year,recipients", "A-1,DEV-2021,REPORTED,2022-06-20,ANNUAL,2021,区政府;区水利局"))
            .Single().ToString().Should().Be("acts.csv:2: recipients is recorded as \"开州区人民政府\" and is overwritten only with a reason.");
    }

    [Fact]
    public void To_describe_a_document_known_by_its_number_overwrites_nothing()
    {
        var view = Kai(File("acts.csv", "plan,type,on,document", "DEV-2021,PUBLISHED,2021-04,开州府发〔2021〕6号"));

        Lost(view, File("documents.csv", "title,number,issuer", "关于印发纲要的通知,开州府发〔2021〕6号,区政府")).Should().BeEmpty();
    }

    [Fact]
    public void An_act_that_came_from_a_plans_column_is_named_there()
    {
        const string columns = "code,title,kind,horizon_from,horizon_to,published_on";
        var view = Kai(File("plans.csv", columns, "S-1,甲,SPECIAL,2021,2025,2021-04-01"));

        var problem = Lost(view, File("plans.csv", columns, "S-1,甲,SPECIAL,2021,2025,2021-09-01")).Single();

        problem.ToString().Should().Be("plans.csv:2: published_on is recorded as \"2021-04-01\" and is overwritten only with a reason.");
        problem.Column.Should().Be("published_on");
    }

    [Fact]
    public void What_replace_withdraws_is_named_by_its_key()
    {
        var view = Kai(File("targets.csv", "plan,indicator,nature", "DEV-2021,FOREST,BINDING", "DEV-2021,GDP,EXPECTED"));

        var problem = RowIntake.Set(view, [File("targets.csv", "plan,indicator,nature", "DEV-2021,FOREST,BINDING")], replace: true)
            .Overwritten.Single().WithoutReason(view).Single();

        problem.ToString().Should().Be("targets.csv: \"DEV-2021|1|GDP|2025\" of targets is recorded and is withdrawn only with a reason.");
        problem.Message.Zh.Should().Be("目标值的记录“DEV-2021|1|GDP|2025”已登记，撤销须说明理由。");
    }

    [Fact]
    public void A_record_withdrawn_by_a_correction_is_overwritten_and_so_is_a_value()
    {
        var view = Kai(File("acts.csv", "code,plan,type,on", "A-1,DEV-2021,CONGRESS_APPROVED,2021-03-26"));
        IReadOnlyList<Overwriting> By(params (string, string?)[] values) =>
            new Correction(new RecordId("acts", Kaizhou, "A-1"), "录入错误", "开州府发〔2021〕6号", values).Decide(view).Overwritten;

        By().Single().Columns.Should().BeEmpty();
        By(("on", "2021-03-27")).Single().Columns.Select(c => c.Name).Should().Equal("on");
        By(("note", "补录")).Should().BeEmpty();
    }

    [Fact]
    public void The_document_of_the_reason_is_recorded_with_what_it_overwrites_and_not_by_itself()
    {
        Sheet Of(string agency) => File("plans.csv", PlanColumns, $"{Water},{agency},");

        RowIntake.Set(Kai(), [Of("区政府")], document: "开州府发〔2026〕6号").Changes.Select(c => c.Recorded!.GetType())
            .Should().BeEquivalentTo([typeof(Plan), typeof(Document)]);
        RowIntake.Set(Kai(), [Of("区水利局")], document: "开州府发〔2026〕6号").Changes.Should().BeEmpty();
        RowIntake.Set(Kai(), [Of("区政府")], document: "开州府发〔20266").Problems.Single().Path.Should().Equal("document");
    }

    /// <summary>Rows edited by chance: where nothing is called overwritten, every text that was recorded still stands.</summary>
    [Fact]
    public void What_is_not_called_overwritten_is_still_there()
    {
        var view = Kai(File("plans.csv", PlanColumns, "S-1,甲,SPECIAL,2021,2025,,GOVERNMENT"));
        string[] cells = ["", "区水利局", "区政府"], levels = ["", "GOVERNMENT", "DEPARTMENT"], names = ["", "区水利局", "水利局;区水利局"];

        Gen.Int[0, 2].Array[5, 5].Sample(e =>
        {
            var decision = RowIntake.Set(view, [
                File("plans.csv", PlanColumns, $"{Water},{cells[e[0]]},{levels[e[1]]}",
                    $"S-1,甲,SPECIAL,2021,2025,{cells[e[2]]},{levels[e[3]]}"),
                File("agencies.csv", "code,name,aliases", $"WATER,开州区水利局,{names[e[4]]}")]);
            // A name that the edit itself has taken away is not known to the other rows.
            return decision.IsRefused || decision.Overwritten.Count > 0 == decision.Changes.Any(Loses);
        });
    }

    private static bool Loses(Change change) => change.Retired is { } old && RecordShape.Of(old.GetType()).Columns.Any(c =>
        c.Read(old) is { } was && (c.Read(change.Recorded!) ?? "").Split(';') is var now && was.Split(';').Any(part =>
            !now.Contains(part)));
}
