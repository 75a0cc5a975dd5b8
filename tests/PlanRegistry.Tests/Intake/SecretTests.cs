using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.Intake;

/// <summary>Classified content is refused at the door, and the refusal does not repeat it, in any language.</summary>
public sealed class SecretTests : IntakeTest
{
    private const string Value = "某基地防护规划";
    private static readonly Sheet SecretPlan = File("plans.csv",
        "code,title,kind,horizon_from,horizon_to,secrecy,lead_agency",
        "X-1,涉密规划,SPECIAL,2021,2025,SECRET,区水利局");

    [Fact]
    public void A_secret_plan_carries_its_code_kind_agency_and_horizon()
    {
        var plan = Recorded<Plan>(Kai(), File("plans.csv",
            "code,title,kind,horizon_from,horizon_to,secrecy,lead_agency",
            "X-1,,SPECIAL,2021,2025,SECRET,区水利局")).Single();

        plan.Title.Should().Be("涉密规划");
        plan.IsSecret.Should().BeTrue();
    }

    [Theory]
    [InlineData("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy", "X-2,某基地防护规划,SPECIAL,2021,2025,SECRET",
        "plans.csv:2: title is refused: a secret plan is written as 涉密规划 and nothing else.")]
    [InlineData("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy,field", "X-2,涉密规划,SPECIAL,2021,2025,SECRET,某基地防护规划",
        "plans.csv:2: field is refused: this registry takes no content of a secret plan.")]
    [InlineData("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy,areas", "X-2,涉密规划,SPECIAL,2021,2025,SECRET,甲镇;某基地防护规划",
        "plans.csv:2: areas is refused: this registry takes no content of a secret plan.")]
    [InlineData("documents.csv", "title,number,secrecy", "某基地防护规划,开州府发〔2021〕9号,SECRET",
        "documents.csv:2: title is refused: a secret plan is written as 涉密规划 and nothing else.|"
            + "documents.csv:2: number is refused: a code or number of a secret plan or document has capital letters, "
            + "digits and hyphens only, like SPE-2026-S1, or is left out.")]
    [InlineData("documents.csv", "title,number,plans", "关于某基地防护规划的批复,开州府发〔2021〕9号,X-1",
        "documents.csv:2: title is refused: a secret plan is written as 涉密规划 and nothing else.|"
            + "documents.csv:2: number is refused: a code or number of a secret plan or document has capital letters, "
            + "digits and hyphens only, like SPE-2026-S1, or is left out.")]
    [InlineData("documents.csv", "code,title,plans,secrecy", "D-9,涉密规划,X-1,PUBLIC",
        "documents.csv:2: secrecy is refused: a secret plan is declassified by a correction only.")]
    [InlineData("targets.csv", "plan,indicator,nature,wording", "X-1,FOREST,BINDING,某基地防护规划",
        "targets.csv:2: this row of targets is refused: this registry takes no content of a secret plan.")]
    [InlineData("links.csv", "subordinate,superior,clause", "WATER-2021,X-1,某基地防护规划",
        "links.csv:2: this row of links is refused: this registry takes no content of a secret plan.")]
    [InlineData("readings.csv", "plan,indicator,year,value", "X-1,FOREST,2021,51",
        "readings.csv:2: this row of readings is refused: this registry takes no content of a secret plan.")]
    [InlineData("annual_targets.csv", "plan,indicator,year,reason", "X-1,FOREST,2021,某基地防护规划",
        "annual_targets.csv:2: this row of annual_targets is refused: this registry takes no content of a secret plan.")]
    [InlineData("acts.csv", "plan,type,on,note", "X-1,DRAFTING_STARTED,2021,某基地防护规划",
        "acts.csv:2: note is refused: this registry takes no content of a secret plan.")]
    [InlineData("amendments.csv", "plan,version,proposed_on,reason", "X-1,2,2023,某基地防护规划",
        "amendments.csv:2: reason is refused: this registry takes no content of a secret plan.")]
    [InlineData("funding.csv", "code,plan,project,amount,purpose", "F-1,X-1,某基地防护规划,100,DRAFTING",
        "funding.csv:2: project is refused: a secret plan is written as 涉密规划 and nothing else.")]
    [InlineData("plans.csv",
        "code,title,kind,horizon_from,horizon_to,secrecy",
        "X-2,某基地防护规划,SPECIAL,2021,2025,机密",
        "plans.csv:2: secrecy is not valid (secret, so its value is not shown).|"
            + "plans.csv:2: title is refused: a secret plan is written as 涉密规划 and nothing else.")]
    [InlineData("plans.csv",
        "code,title,kind,horizon_from,horizon_to,secrecy",
        "X-1,某基地防护规划,SPECIAL,2021,2025,PUBLIC",
        "plans.csv:2: secrecy is refused: a secret plan is declassified by a correction only.|"
            + "plans.csv:2: title is refused: a secret plan is written as 涉密规划 and nothing else.")]
    [InlineData("plans.csv", "code,title,kind,horizon_from,horizon_to", "X-1,某基地防护规划,SPECIAL,2021,2025",
        "plans.csv:2: title is refused: a secret plan is written as 涉密规划 and nothing else.")]
    public void Content_of_a_secret_plan_is_refused_and_not_repeated(string file, string header, string line, string sentences)
    {
        var result = RowIntake.Set(Kai(SecretPlan), [File(file, header, line)]);

        result.Problems.Select(p => p.ToString()).Should().BeEquivalentTo(sentences.Split('|'));
        result.Problems.Should().Contain(p => p.Code == ProblemCode.SecretContentRefused);
        Everything(result).Should().NotContain(Value);
    }

    [Fact]
    public void A_bad_cell_of_a_secret_row_is_named_but_not_shown()
    {
        var result = RowIntake.Set(Kai(), [File("plans.csv",
            "code,title,kind,horizon_from,horizon_to,secrecy,lead_agency",
            "X-2,涉密规划,SPECIAL,2021,2025,SECRET,某基地防护规划")]);

        result.Problems.Single().ToString().Should().Be("plans.csv:2: lead_agency is not valid (secret, so its value is not shown).");
        Everything(result).Should().NotContain(Value);
    }

    [Fact]
    public void A_column_that_stands_for_an_act_keeps_its_name_where_its_value_is_not_shown()
    {
        var result = RowIntake.Set(Kai(), [File("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy,approved_on",
            "X-2,某基地防护规划,SPECIAL,2021,2025,SECRET,", "X-3,开州区林业规划,SPECIAL,2021,2025,PUBLIC,某基地防护规划")]);

        result.Problems.Single(p => p.Line == 3).Message.Should().Be(
            new Text("批准日期填写有误（涉密，不显示内容）。", "approved_on is not valid (secret, so its value is not shown)."));
    }

    [Fact]
    public void A_secret_title_is_not_repeated_from_other_rows_that_name_it()
    {
        var result = RowIntake.Set(Kai(), [
            File("plans.csv", "title,kind,horizon_from,horizon_to,secrecy", "某基地防护规划,SPECIAL,2021,2025,SECRET"),
            File("acts.csv", "plan,type,on,agency", "某基地防护规划,PUBLISHED,2021,某基地防护规划办公室"),
            File("links.csv", "subordinate,superior", "某基地防护规划（二）,DEV-2021")]);

        result.Problems.Should().HaveCount(3);
        Everything(result).Should().NotContain(Value);
    }

    [Fact]
    public void A_secret_plan_is_listed_financed_and_acted_on_without_a_word_of_what_it_is() =>
        RowIntake.Set(Kai(SecretPlan, File("directory_lists.csv", "code,track,year", "L-1,COMBINED,2021")), [
            File("directory_entries.csv", "list,title,kind,plan", "L-1,涉密规划,SPECIAL,X-1"),
            File("acts.csv", "plan,type,on", "X-1,PUBLISHED,2021-03"),
            File("funding.csv", "code,plan,project,amount,purpose", "F-1,X-1,涉密规划,100,DRAFTING")]).Problems
            .Should().BeEmpty("a disclosed secret is what PUB-001 finds");

    [Fact]
    public void A_plan_becomes_secret_only_when_its_content_is_withdrawn()
    {
        var view = Kai(File("targets.csv", "plan,indicator,nature", "WATER-2021,FOREST,BINDING"));

        Problems(view, File("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy", "WATER-2021,涉密规划,SPECIAL,2021,2025,SECRET"))
            .Should().Equal("plans.csv:2: secrecy is refused: targets holds content of this plan, which must be withdrawn first.");
    }

    [Fact]
    public void A_plan_becomes_secret_where_what_names_it_tells_nothing()
    {
        var certificate = new FundingCertificate
        {
            Home = Kaizhou, RecordCode = "500154-2026-000001", Number = "500154-2026-000001", Plan = new(Kaizhou, "WATER-2021"),
            On = PartialDate.Parse("2026-06-30"), Verdict = FundingVerdict.Eligible, Purpose = FundingPurpose.Drafting,
            Money = FundingMoney.District, Project = "道路", ValidUntil = PartialDate.Parse("2026-12-31"), PreparedBy = "甲",
            Vector = "500154:1", RulesVersion = "1", Statement = "{}", Hash = "",
        };
        var view = After(Kai(File("acts.csv", "plan,type,on", "WATER-2021,PUBLISHED,2021-03"),
            File("documents.csv", "code,title,plans", "D-1,印发通知,WATER-2021")), [Change.Record(certificate)]);

        Problems(view, File("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy", "WATER-2021,涉密规划,SPECIAL,2021,2025,SECRET"))
            .Should().BeEmpty("acts and documents may name it, and a certificate, once issued, stays");
    }

    [Fact]
    public void A_plan_becomes_secret_in_the_pack_that_withdraws_its_content()
    {
        var view = Kai(File("targets.csv", "plan,indicator,nature", "WATER-2021,FOREST,BINDING", "DEV-2021,FOREST,BINDING"));

        RowIntake.Set(view, [File("targets.csv", "plan,indicator,nature", "DEV-2021,FOREST,BINDING"),
            File("plans.csv", "code,title,kind,horizon_from,horizon_to,lead_agency,secrecy",
                "WATER-2021,涉密规划,SPECIAL,2021,2025,区水利局,SECRET",
                "DEV-2021,开州区十四五规划纲要,DEVELOPMENT,2021,2025,NDRC,")], replace: true).Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_document_recorded_as_secret_takes_no_title_in_a_row_that_does_not_say_so()
    {
        var view = Kai(File("documents.csv", "code,title,secrecy", "D-1,涉密规划,SECRET"));

        Problems(view, File("documents.csv", "code,title", $"D-1,{Value}"))
            .Should().Equal("documents.csv:2: title is refused: a secret plan is written as 涉密规划 and nothing else.");
    }

    [Fact]
    public void A_document_that_says_it_is_secret_is_recorded_so() =>
        Recorded<Document>(Kai(), File("documents.csv", "code,title,secrecy", "D-1,涉密规划,SECRET")).Single()
            .Secrecy.Should().Be(Secrecy.Secret);

    [Fact]
    public void A_single_character_of_a_secret_row_silences_no_other_row() =>
        Problems(Kai(SecretPlan), File("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy,areas",
                    "X-1,,SPECIAL,2021,2025,SECRET,水"),
                File("acts.csv", "plan,type,on", "水土规划,PUBLISHED,2021"))
            .Should().Equal("plans.csv:2: areas is refused: this registry takes no content of a secret plan.",
                "acts.csv:2: plan \"水土规划\" is not known.");

    [Fact]
    public void A_secret_value_in_a_mutation_is_not_repeated_either()
    {
        var sheet = InputRows.Of<Plan>(new RegisterPlanInput
        {
            District = "500154", Code = "X-2", Title = Value, Kind = PlanKind.Special,
            Horizon = new() { From = 2021, To = 2025 }, Secrecy = Secrecy.Secret,
        });

        var problem = RowIntake.Add(Kai(), [sheet]).Problems.Single();

        problem.Code.Should().Be(ProblemCode.SecretContentRefused);
        problem.Path.Should().Equal("title");
        (problem.Message.Zh + problem.Message.En).Should().NotContain(Value);
    }

    private static string Everything(Decision result) =>
        string.Join('\n',
            result.Problems.Select(p => $"{p} {p.Message.Zh} {p.Message.En} {p.Value} {p.Column} {string.Join(' ', p.Path)}"));
}
