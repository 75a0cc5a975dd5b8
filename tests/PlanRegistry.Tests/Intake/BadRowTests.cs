using PlanRegistry.Intake;
using PlanRegistry.Ledger;

namespace PlanRegistry.Tests.Intake;

/// <summary>Every bad row gets one clear sentence with file, line, column and value.</summary>
public sealed class BadRowTests : IntakeTest
{
    [Theory]
    [InlineData("targets.csv", "plan,indicator,nature,unit", "DEV-2021,FOREST,BINDING,万元/人", "targets.csv:2: unit \"万元/人\" is not known.")]
    [InlineData("indicators.csv", "code,name,unit", "X,人均收入,万元/人", "indicators.csv:2: unit \"万元/人\" is not known.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to", "交通规划,SPECAIL,2021,2025",
        "plans.csv:2: kind \"SPECAIL\" is none of DEVELOPMENT SPATIAL SPECIAL REGIONAL.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to", "交通规划,SPECIAL,21,2025",
        "plans.csv:2: horizon_from \"21\" is no year: write four digits, like 2025.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to", "交通规划,SPECIAL,2025,2021",
        "plans.csv:2: horizon_to 2021 is before horizon_from 2025.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to", ",SPECIAL,2021,2025", "plans.csv:2: title is not filled in.")]
    [InlineData("plans.csv", "title,kind,horizon_from", "交通规划,SPECIAL,2021", "plans.csv:1: column \"horizon_to\" is missing.")]
    [InlineData("documents.csv", "title,document", "通知,D-1", "documents.csv:1: column \"document\" is now called \"code\".")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,colour",
        "交通规划,SPECIAL,2021,2025,red", "plans.csv:1: column \"colour\" is not known.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,kind",
        "交通规划,SPECIAL,2021,2025,SPECIAL", "plans.csv:1: column \"kind\" stands twice in the header.")]
    [InlineData("plans.csv", "code,title,kind,horizon_from,horizon_to", "T 1,交通规划,SPECIAL,2021,2025",
        "plans.csv:2: code \"T 1\" is no plan code: 1 to 64 letters, digits, \".\", \"_\" or \"-\".")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,lead_agency",
        "交通规划,SPECIAL,2021,2025,区交通局", "plans.csv:2: lead_agency \"区交通局\" is not known.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,daily_work",
        "交通规划,SPECIAL,2021,2025,是", "plans.csv:2: daily_work \"是\" is neither yes nor no.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,drafting_from", "交通规划,SPECIAL,2021,2025,3/1/2021",
        "plans.csv:2: drafting_from \"3/1/2021\" is no date: write 2021-03-26, 2021-03 or 2021.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,approval_document",
        "交通规划,SPECIAL,2021,2025,开州府发〔2021〕6号", "plans.csv:2: approval_document needs approved_on to be filled in too.")]
    [InlineData("acts.csv", "plan,type,on", "DEV-2021,PUBLISHED,2021-02-30",
        "acts.csv:2: on \"2021-02-30\" is no date: 2021-02 has 28 days.")]
    [InlineData("acts.csv", "plan,type,on", "DEV-2021,PUBLISHED,1899-12-31",
        "acts.csv:2: on \"1899-12-31\" is no date: write 2021-03-26, 2021-03 or 2021.")]
    [InlineData("acts.csv", "plan,type,on", "DEV-2031,PUBLISHED,2021-02-03", "acts.csv:2: plan \"DEV-2031\" is not known.")]
    [InlineData("acts.csv", "plan,type,on", "500000:DEV-2021,PUBLISHED,2021-02-03", "acts.csv:2: plan \"500000:DEV-2021\" is not known.")]
    [InlineData("acts.csv", "plan,type,on,version", "DEV-2021,AMENDMENT_PROPOSED,2023-02-03,0",
        "acts.csv:2: version \"0\" is no whole number from 1 on.")]
    [InlineData("acts.csv", "plan,type,on,against", "WATER-2021,NO_CHANGE_DECLARED,2023-02-03,DEV-2021@x",
        "acts.csv:2: against \"DEV-2021@x\" names no version: write PLAN or PLAN@2.")]
    [InlineData("acts.csv", "plan,type,on,document", "DEV-2021,PUBLISHED,2021-02-03,开州府办发〔202095",
        "acts.csv:2: document \"开州府办发〔202095\" looks like a damaged document number: write \"开州府办发〔2020〕95号\" if that is what it means.")]
    [InlineData("acts.csv", "plan,type,on,document", "DEV-2021,PUBLISHED,2021-02-03,开州府办发〔20〕95号",
        "acts.csv:2: document \"开州府办发〔20〕95号\" looks like a damaged document number: write it like 开州府办发〔2020〕95号.")]
    [InlineData("targets.csv", "plan,indicator,nature,target_value",
        "DEV-2021,FOREST,BINDING,五十", "targets.csv:2: target_value \"五十\" is no decimal number.")]
    [InlineData("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,0.1234567890123456789012345678901",
        "targets.csv:2: target_value \"0.1234567890123456789012345678901\" has more digits than can be kept exactly: "
            + "at most 15 before the point and 10 after it.")]
    [InlineData("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,1000000000000000",
        "targets.csv:2: target_value \"1000000000000000\" has more digits than can be kept exactly: "
            + "at most 15 before the point and 10 after it.")]
    [InlineData("targets.csv", "plan,indicator,nature,target_value", "DEV-2021,FOREST,BINDING,0.12345678901",
        "targets.csv:2: target_value \"0.12345678901\" has more digits than can be kept exactly: "
            + "at most 15 before the point and 10 after it.")]
    [InlineData("targets.csv", "plan,indicator,nature,target_low,target_high",
        "DEV-2021,FOREST,BINDING,60,50", "targets.csv:2: target_high 50 is below target_low 60.")]
    [InlineData("targets.csv", "plan,indicator,nature", "DEV-2021,WOODS,BINDING", "targets.csv:2: indicator \"WOODS\" is not known.")]
    [InlineData("directory_entries.csv", "list,title,kind", "SP-2021,交通规划,SPECIAL",
        "directory_entries.csv:2: list \"SP-2021\" is not known.")]
    [InlineData("exemptions.csv", "plan,issuer,document,from,to", "WATER-2021,区政府,开州府发〔2021〕6号,2021-05-01,2021-04",
        "exemptions.csv:2: to 2021-04 is before from 2021-05-01.")]
    [InlineData("exemptions.csv", "plan,issuer,document,from,rules", "WATER-2021,区政府,开州府发〔2021〕6号,2021-05-01,CAT1",
        "exemptions.csv:2: rules \"CAT1\" is no rule code: write it like CAT-001.")]
    [InlineData("documents.csv", "title,number", "通知,开州府发2021〕6号",
        "documents.csv:2: number \"开州府发2021〕6号\" looks like a damaged document number: write \"开州府发〔2021〕6号\" if that is what it means.")]
    [InlineData("documents.csv", "title,number", "通知,甲;乙",
        "documents.csv:2: code \"甲;乙\" is no code: it holds a semicolon, or begins like another district's.")]
    [InlineData("agencies.csv", "name", "甲;乙办",
        "agencies.csv:2: code \"甲;乙办\" is no code: it holds a semicolon, or begins like another district's.")]
    [InlineData("agencies.csv", "name", "500154:丙办",
        "agencies.csv:2: code \"500154:丙办\" is no code: it holds a semicolon, or begins like another district's.")]
    [InlineData("acts.csv", "plan,type,on,document", "DEV-2021,PUBLISHED,2021-02-03,甲;乙",
        "acts.csv:2: document \"甲;乙\" is no code: it holds a semicolon, or begins like another district's.")]
    [InlineData("acts.csv", "plan,type,on,document", "DEV-2021,PUBLISHED,2021-02-03,甲\u0007",
        "acts.csv:2: document holds the character U+0007, which nobody sees: delete it.")]
    [InlineData("documents.csv", "title,number,sha256", "通知,开州府发〔2021〕6号,abc",
        "documents.csv:2: sha256 \"abc\" is no SHA-256: write 64 hexadecimal digits.")]
    [InlineData("superior_plans.csv", "district,title,kind,horizon_from,horizon_to", "5000,市规划,DEVELOPMENT,2021,2025",
        "superior_plans.csv:2: district \"5000\" is no district code: write six digits of GB/T 2260, like 500154.")]
    [InlineData("superior_plans.csv", "district,title,kind,horizon_from,horizon_to", "500154,区规划,DEVELOPMENT,2021,2025",
        "superior_plans.csv:2: district \"500154\" is this district itself: its plans stand in plans.csv.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to", "交通规划,SPECIAL,2021,02025",
        "plans.csv:2: horizon_to \"02025\" is no year: write four digits, like 2025.")]
    [InlineData("plans.csv", "title,kind,horizon_from,horizon_to,areas", "交通规划,SPECIAL,2021,2025,;",
        "plans.csv:2: areas \";\" names nothing.")]
    [InlineData("acts.csv", "plan,type,on,against", "WATER-2021,NO_CHANGE_DECLARED,2023-02-03,DEV-2021@0",
        "acts.csv:2: against \"DEV-2021@0\" names no version: write PLAN or PLAN@2.")]
    [InlineData("acts.csv", "plan,type,on,document", "DEV-2021,PUBLISHED,2021-02-03,500000:D-1",
        "acts.csv:2: document \"500000:D-1\" is not known.")]
    [InlineData("district.csv", "code,name,tier,superior", "500154,开州区,DISTRICT,500154",
        "district.csv:2: superior \"500154\" is this district itself.")]
    [InlineData("policy.csv", "key,value,from", "review.due,30,2021-01-01", "policy.csv:2: key \"review.due\" is not known.")]
    [InlineData("policy.csv", "key,value,from", "review.annual.due,6-30,2021-01-01",
        "policy.csv:2: value \"6-30\" does not fit review.annual.due: write a month and day, like 06-30.")]
    [InlineData("policy.csv", "key,value,from", "catalogue.listing_from,2020-09,2021-01-01",
        "policy.csv:2: value \"2020-09\" does not fit catalogue.listing_from: write a day, like 2020-09-15.")]
    [InlineData("policy.csv",
        "key,value,from",
        "review.mid_term.year,from+2,2021-01-01",
        "policy.csv:2: value \"from+2\" does not fit review.mid_term.year: write the formula "
            + "floor((from+to)/2) or the number of a year within the horizon, 1 to 50.")]
    [InlineData("policy.csv", "key,value,from", "deviation.alert,120%,2021-01-01",
        "policy.csv:2: value \"120%\" does not fit deviation.alert: write a decimal between 0 and 1.")]
    [InlineData("policy.csv", "key,value,from", "plan.min_years,three,2021-01-01",
        "policy.csv:2: value \"three\" does not fit plan.min_years: write a whole number of years, 0 to 50.")]
    [InlineData("units.csv", "code,base_unit,factor", "斤,公斤,0", "units.csv:2: factor \"0\" is no positive number.")]
    [InlineData("district.csv", "code,name,tier", "500155,梁平区,DISTRICT",
        "district.csv:2: code \"500155\" is not the receiving district 500154.")]
    public void A_bad_cell_is_named_with_its_place_and_value(string file, string header, string line, string sentence) =>
        Problems(Kai(), File(file, header, line)).Should().Equal(sentence);

    [Fact]
    public void A_document_that_nobody_has_described_is_not_named_by_more_than_a_code_may_be()
    {
        var result = RowIntake.Set(Kai(),
            [File("acts.csv", "plan,type,on,document", $"DEV-2021,PUBLISHED,2021-02-03,{new string('文', 501)}")]);

        result.Problems.Single().ToString().Should().Be("acts.csv:2: document has 501 characters; it may have 500.");
    }

    [Fact]
    public void A_code_that_is_worked_out_is_no_longer_than_one_that_is_written()
    {
        var view = Kai(File("agencies.csv", "code,name", $"{new string('A', 490)},开州区民政局"));

        Problems(view, File("acts.csv", "plan,type,on,agency", "DEV-2021,PUBLISHED,2021-02-03,开州区民政局",
                "DEV-2021,PUBLISHED,2021-02-04,区水利局"))
            .Should().Equal("acts.csv:2: code has 527 characters; it may have 500.");
    }

    [Fact]
    public void A_list_may_be_longer_than_a_plain_text() =>
        Problems(Kai(), File("exemptions.csv", "plan,issuer,document,from,rules",
                $"WATER-2021,区政府,开州府发〔2021〕6号,2021-05-01,{string.Join(';', Enumerable.Repeat("CAT-001", 120))}"))
            .Should().BeEmpty();

    [Theory]
    [InlineData("acts.csv", "plan,type,on,recipients", "DEV-2021,REPORTED,2022,", "区政府", "recipients", "主送单位")]
    [InlineData("exemptions.csv", "plan,issuer,document,from,rules", "WATER-2021,区政府,开州府发〔2021〕6号,2021-05-01,", "C-1", "rules", "规则")]
    public void A_list_has_500_items_at_most(string file, string header, string line, string item, string en, string zh)
    {
        var problem = RowIntake.Set(Kai(), [File(file, header, line + string.Join(';', Enumerable.Repeat(item, 501)))]).Problems.Single();

        problem.ToString().Should().Be($"{file}:2: {en} has 501 items; it may have 500.");
        problem.Message.Zh.Should().Be($"{zh}有501项，最多500项。");
        Problems(Kai(), File(file, header, line + string.Join(';', Enumerable.Repeat(item, 500))))
            .Should().NotContain(p => p.Contains("items"));
    }

    [Fact]
    public void A_bad_year_of_an_entrys_horizon_is_not_said_to_lack_the_other() =>
        Problems(Kai(File("directory_lists.csv", "code,track,year", "L-1,COMBINED,2021")),
                File("directory_entries.csv", "list,title,kind,horizon_from,horizon_to", "L-1,交通规划,SPECIAL,21,2025"))
            .Should().Equal("directory_entries.csv:2: horizon_from \"21\" is no year: write four digits, like 2025.");

    [Fact]
    public void A_pack_is_of_one_district() =>
        Problems(Empty, File("district.csv", "code,name,tier", "500154,开州区,DISTRICT", "500154,开州,DISTRICT"))
            .Should().Contain("district.csv: a pack holds one district, not 2.");

    [Fact]
    public void A_pack_with_a_bad_row_is_not_said_to_lack_what_that_row_says() =>
        RowIntake.Set(Kai(File("acts.csv", "plan,type,on", "DEV-2021,PUBLISHED,2021-03")),
                [File("plans.csv", "code,title,kind,horizon_from,horizon_to", "DEV-2021,开州区十四五规划纲要,DEVELOPMENT,2021,25")], replace: true)
            .Problems.Select(p => p.ToString())
            .Should().Equal("plans.csv:2: horizon_to \"25\" is no year: write four digits, like 2025.");

    [Fact]
    public void Every_bad_row_is_named_and_nothing_is_recorded()
    {
        var result = RowIntake.Set(Kai(), [
            File("readings.csv", "plan,indicator,year,value", "DEV-2021,FOREST,2021,many",
                "DEV-2021,FOREST,2022,51.2", "DEV-2021,WOODS,22,x"),
            File("agencies.csv", "name,role", "开州区民政局,BUREAU")]);

        result.Problems.Select(p => p.ToString()).Should().Equal(
            "agencies.csv:2: role \"BUREAU\" is none of PARTY_COMMITTEE PARTY_OFFICE CONGRESS STANDING_COMMITTEE GOVERNMENT "
                + "GOVERNMENT_OFFICE REFORM_COMMISSION NATURAL_RESOURCES ECOLOGY WATER FINANCE AUDIT JUSTICE DEPARTMENT TOWNSHIP.",
            "readings.csv:2: value \"many\" is no decimal number.",
            "readings.csv:4: indicator \"WOODS\" is not known.",
            "readings.csv:4: year \"22\" is no year: write four digits, like 2025.",
            "readings.csv:4: value \"x\" is no decimal number.");
        result.Changes.Should().BeEmpty();
        result.IsRefused.Should().BeTrue();
    }

    [Fact]
    public void One_key_stands_in_a_pack_once()
    {
        var file = File("readings.csv", "plan,indicator,year,value",
            "DEV-2021,FOREST,2021,51", "DEV-2021,GDP,2021,600", "开州区十四五规划纲要,森林覆盖率,2021,52");

        var problem = RowIntake.Set(Kai(), [file]).Problems.Should().ContainSingle().Subject;

        problem.ToString().Should().Be(
            "readings.csv:4: plan + indicator + year + source \"DEV-2021|FOREST|2021|DEPARTMENT\" stands in readings.csv:2 already.");
        problem.Code.Should().Be(ProblemCode.Duplicate);
    }

    [Fact]
    public void A_credit_code_of_two_agencies_is_ambiguous() =>
        Problems(Kai(), File("agencies.csv", "code,name,uscc", "OLD,开州区国土局,11500234", "NEW,开州区规划和自然资源局,11500234"),
                File("plans.csv", "title,kind,horizon_from,horizon_to,lead_agency", "交通规划,SPECIAL,2021,2025,11500234"))
            .Should().Equal("plans.csv:2: lead_agency \"11500234\" is ambiguous: it may be NEW or OLD.");

    [Fact]
    public void A_refused_plan_makes_no_second_complaint_where_it_is_named() =>
        Problems(Kai(), File("plans.csv", "code,title,kind,horizon_from,horizon_to", "T-1,交通规划,SPECIAL,2021,25"),
                File("targets.csv", "plan,indicator,nature", "T-1,FOREST,BINDING"),
                File("acts.csv", "plan,type,on", "交通规划,DRAFTING_STARTED,2021"))
            .Should().Equal("plans.csv:2: horizon_to \"25\" is no year: write four digits, like 2025.");

    [Fact]
    public void A_district_that_is_not_registered_takes_no_rows()
    {
        var problem = RowIntake.Set(Empty, [Agencies]).Problems.Should().ContainSingle().Subject;

        problem.ToString().Should().Be("agencies.csv: district \"500154\" is not known.");
        problem.Code.Should().Be(ProblemCode.UnknownDistrict);
        problem.Path.Should().Equal("district");
    }

    [Fact]
    public void Codes_tell_callers_what_kind_of_refusal_it_is()
    {
        ProblemCode Code(Sheet sheet) => RowIntake.Set(Kai(), [sheet]).Problems.Single().Code;

        Code(File("acts.csv", "plan,type,on", "NONE,PUBLISHED,2021")).Should().Be(ProblemCode.UnknownPlan);
        Code(File("acts.csv", "plan,type,on,agency", "DEV-2021,PUBLISHED,2021,区教委")).Should().Be(ProblemCode.UnknownRecord);
        Code(File("acts.csv", "plan,type,on", "DEV-2021,PUBLISHED,soon")).Should().Be(ProblemCode.InvalidValue);
    }
}
