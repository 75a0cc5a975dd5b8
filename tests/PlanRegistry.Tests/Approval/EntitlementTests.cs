using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Approval;

/// <summary>One place decides who may do what (RULE-CODES, changes after use 15), and docs/entitlement.md is its table.</summary>
public sealed class EntitlementTests
{
    private const string Day = "2026-05-01";

    private static Entitlement Ask(TestDistrict district, Matter matter, string? by, string? on = Day, Key<Document>? document = null,
        string? plan = null)
    {
        var view = district.View();
        return Entitlement.Of(view, matter, by is null ? null : district.Key<Agency>(by), on is null ? null : PartialDate.Parse(on),
            document, plan is null ? null : view.Plan(district.Key<Plan>(plan)));
    }

    [Theory]
    [InlineData(Matter.SpecialListDrafting, "DRC", true)]
    [InlineData(Matter.SpecialListDrafting, "NR", false)]
    [InlineData(Matter.SpatialListDrafting, "NR", true)]
    [InlineData(Matter.EiaOpinion, "ECO", true)]
    [InlineData(Matter.WaterOpinion, "ECO", false)]
    [InlineData(Matter.AmendmentProposal, "GOV", true)]
    [InlineData(Matter.AmendmentProposal, "500000:GOV", false)] // Another tier's government.
    [InlineData(Matter.PartyConsent, "PARTY", true)]
    [InlineData(Matter.PartyConsent, "CONGRESS", false)]
    public void It_asks_role_and_tier(Matter matter, string by, bool entitled) =>
        Ask(new TestDistrict(), matter, by).Answer.Should().Be(entitled);

    [Fact]
    public void It_says_whose_it_is()
    {
        var denied = Ask(new TestDistrict(), Matter.AmendmentProposal, "EDU");

        denied.State.Should().Be(EntitlementState.Unentitled);
        denied.Why.Zh.Should().Be("区教委无权办理，应为区政府");
        denied.Why.En.Should().Be("区教委 is not entitled to it; it is for the district's government");
    }

    [Fact]
    public void Nobody_recorded_is_open()
    {
        var open = Ask(new TestDistrict(), Matter.AmendmentProposal, null);

        open.State.Should().Be(EntitlementState.Unsaid);
        open.Answer.Should().BeNull();
        open.Why.Zh.Should().Be("办理单位未录入");
    }

    [Theory]
    [InlineData(PlanKind.Development, null, "CONGRESS", true)]
    [InlineData(PlanKind.Development, ApprovalLevel.Government, "GOV", false)] // The kind decides, whatever the level says.
    [InlineData(PlanKind.Special, ApprovalLevel.Government, "GOV", true)]
    [InlineData(PlanKind.Special, ApprovalLevel.Government, "PARTY", true)]
    [InlineData(PlanKind.Special, ApprovalLevel.Government, "TRANS", false)]
    [InlineData(PlanKind.Special, ApprovalLevel.Department, "TRANS", true)]
    [InlineData(PlanKind.Special, ApprovalLevel.Department, "EDU", false)]
    [InlineData(PlanKind.Special, ApprovalLevel.Municipal, "500000:AGR", true)]
    [InlineData(PlanKind.Special, ApprovalLevel.Municipal, "GOV", false)]
    [InlineData(PlanKind.Special, null, "GOV", true)]
    [InlineData(PlanKind.Special, null, "TRANS", false)]
    public void The_level_decides_who_approves(PlanKind kind, ApprovalLevel? level, string by, bool entitled)
    {
        var district = new TestDistrict();
        district.Plan("P", kind, 2026, 2030, p => p with { ApprovalLevel = level, LeadAgency = district.Key<Agency>("TRANS") });

        Ask(district, Matter.PlanApproval, by, plan: "P").Answer.Should().Be(entitled);
    }

    [Theory]
    [InlineData(Importance.Major, null)]
    [InlineData(Importance.SpeciallyImportant, null)]
    [InlineData(Importance.Ordinary, true)]
    public void What_weighs_more_is_not_approved_by_its_department(Importance importance, bool? filing)
    {
        var district = new TestDistrict();
        district.Plan("P", PlanKind.Special, 2026, 2030,
            p => p with { ApprovalLevel = ApprovalLevel.Department, Importance = importance, MunicipalFiling = filing });

        Ask(district, Matter.PlanApproval, "TRANS", plan: "P").Answer.Should().BeFalse();
        Ask(district, Matter.PlanApproval, "GOV", plan: "P").Answer.Should().BeTrue();
    }

    [Theory]
    [InlineData(null, EntitlementState.Unsaid, "区政府办公室未注明代区政府办理")]
    [InlineData("GOV", EntitlementState.Entitled, "")]
    [InlineData("PARTY", EntitlementState.Doubtful, "区政府办公室只能代区政府办理，文件却注明代区委办理")]
    public void An_office_acts_for_its_body_where_its_document_says_so(string? onBehalfOf, EntitlementState state, string why)
    {
        var district = new TestDistrict();
        var letter = district.Document("LETTER", "GOVOFFICE", d => d with
        {
            OnBehalfOf = onBehalfOf is null ? null : [district.Key<Agency>(onBehalfOf)],
        });

        var answer = Ask(district, Matter.AmendmentProposal, "GOVOFFICE", document: letter.Key);
        answer.State.Should().Be(state);
        (answer.Why.Zh ?? "").Should().Be(why);
    }

    [Fact]
    public void An_office_speaks_for_its_own_body_alone_where_the_other_would_be_entitled_too()
    {
        var district = new TestDistrict();
        var letter = district.Document("LETTER", "GOVOFFICE", d => d with { OnBehalfOf = [district.Key<Agency>("PARTY")] });

        var answer = Ask(district, Matter.Demand, "GOVOFFICE", document: letter.Key);
        answer.State.Should().Be(EntitlementState.Doubtful);
        answer.Why.En.Should().Be("区政府办公室 may act on behalf of the district government alone, and the document says that it acted for 区委");
    }

    [Theory]
    [InlineData("PARTYOFFICE", Matter.PartyConsent)]
    [InlineData("GOVOFFICE", Matter.AmendmentProposal)]
    public void Where_both_offices_issue_together_each_speaks_for_its_own_body(string office, Matter matter)
    {
        var district = new TestDistrict();
        var letter = district.Document("LETTER", "PARTYOFFICE", d => d with
        {
            CoIssuers = [district.Key<Agency>("GOVOFFICE")], OnBehalfOf = [district.Key<Agency>("PARTY"), district.Key<Agency>("GOV")],
        });

        Ask(district, matter, office, document: letter.Key).State.Should().Be(EntitlementState.Entitled);
    }

    [Theory]
    [InlineData("示例区林业局", AgencyRole.Department)]
    [InlineData("重庆市开州区林业局", AgencyRole.Department)]
    [InlineData("县发展改革委", AgencyRole.ReformCommission)]
    [InlineData("中共示例区委", AgencyRole.PartyCommittee)]
    public void A_name_that_tells_another_tier_than_its_row_has_no_say(string name, AgencyRole role)
    {
        var district = new TestDistrict();
        var fake = district.Agency("FAKE", name, role);
        district.Add(fake with { Tier = PlanTier.Municipal });

        var answer = Ask(district, Matter.Demand, "FAKE", document: district.Document("LETTER", "FAKE").Key);
        answer.State.Should().Be(EntitlementState.Doubtful);
        answer.Why.Zh.Should().Be($"{name}的名称与所录层级（市级）不符");
        answer.Why.En.Should().Be($"the name of {name} does not tell the tier recorded for it, municipal");
    }

    [Theory]
    [InlineData("市发展改革委")]
    [InlineData("重庆市发展和改革委员会")]
    public void Nor_has_a_municipal_body_that_is_recorded_as_the_districts(string name)
    {
        var district = new TestDistrict();
        district.Agency("FAKE", name, AgencyRole.ReformCommission);

        var answer = Ask(district, Matter.SpecialListDrafting, "FAKE");
        answer.State.Should().Be(EntitlementState.Doubtful);
        answer.Why.Zh.Should().Be($"{name}的名称与所录层级（区级）不符");
    }

    [Theory]
    [InlineData("重庆市林业局")]
    [InlineData("市林业局")]
    [InlineData("重庆市经济技术开发区管委会")]
    [InlineData("市区域合作办公室")]
    [InlineData("重庆海关")]
    public void A_municipal_name_with_a_municipal_row_has_its_say(string name)
    {
        var district = new TestDistrict();
        district.Agency("500000:BODY", name, AgencyRole.Department);

        Ask(district, Matter.Demand, "500000:BODY", document: district.Document("LETTER", "500000:BODY").Key)
            .State.Should().Be(EntitlementState.Entitled);
    }

    [Theory]
    [InlineData("开州区人民政府（本级）")]
    [InlineData("重庆市开州区人民政府(机关)")]
    [InlineData("区政府本级")]
    public void The_government_itself_is_the_government(string name)
    {
        var district = new TestDistrict();
        district.Agency("GOV", name, AgencyRole.Government);

        Ask(district, Matter.AmendmentProposal, "GOV").IsGiven.Should().BeTrue();
    }

    [Fact]
    public void Another_bureaus_letter_does_not_speak_for_an_office()
    {
        var district = new TestDistrict();
        var letter = district.Document("LETTER", "EDU", d => d with { OnBehalfOf = [district.Key<Agency>("GOV")] });

        Ask(district, Matter.AmendmentProposal, "GOVOFFICE", document: letter.Key).State.Should().Be(EntitlementState.Unsaid);
    }

    [Fact]
    public void A_second_government_has_no_say()
    {
        var district = new TestDistrict();
        district.Agency("GOV2", "开州区第二人民政府", AgencyRole.Government);

        var second = Ask(district, Matter.AmendmentProposal, "GOV2");
        second.State.Should().Be(EntitlementState.Doubtful);
        second.Why.Zh.Should().Be("同一时期已有区政府履行区政府职能，开州区第二人民政府的办理不生效");
        second.Why.En.Should().Be("the district government of that time is 区政府, so 开州区第二人民政府 has no say");
        Ask(district, Matter.AmendmentProposal, "GOV").IsGiven.Should().BeTrue();
    }

    [Theory]
    [InlineData("区人民政府")]
    [InlineData("开州区政府")]
    [InlineData("重庆市开州区人民政府")]
    public void The_same_government_in_other_words_is_no_second(string name)
    {
        var district = new TestDistrict();
        district.Agency("GOV2", name, AgencyRole.Government);

        Ask(district, Matter.AmendmentProposal, "GOV2").IsGiven.Should().BeTrue();
        Ask(district, Matter.AmendmentProposal, "GOV").IsGiven.Should().BeTrue();
    }

    [Theory]
    [InlineData("区林业局", AgencyRole.Government, "区林业局的名称与所录职能（政府）不符")]
    [InlineData("开州区产业园区管理委员会", AgencyRole.Government, "开州区产业园区管理委员会的名称与所录职能（政府）不符")]
    [InlineData("临江镇人民政府", AgencyRole.Government, "临江镇人民政府的名称与所录职能（政府）不符")]
    [InlineData("区人大常委会", AgencyRole.Government, "区人大常委会的名称与所录职能（政府）不符")]
    [InlineData("万州区人民政府", AgencyRole.Government, "万州区人民政府不是本行政区的单位")]
    public void A_name_that_tells_another_body_has_no_say(string name, AgencyRole role, string why)
    {
        var district = new TestDistrict();
        district.Agency("FAKE", name, role);

        var answer = Ask(district, Matter.AmendmentProposal, "FAKE");
        answer.State.Should().Be(EntitlementState.Doubtful);
        answer.Why.Zh.Should().Be(why);
    }

    [Theory]
    [InlineData("区发展改革和科技局", AgencyRole.ReformCommission, Matter.SpecialListDrafting)]
    [InlineData("区自然资源和林业局", AgencyRole.NaturalResources, Matter.SpatialListDrafting)]
    [InlineData("区水务管理局", AgencyRole.Water, Matter.WaterOpinion)]
    public void A_bureau_that_was_merged_is_still_that_bureau(string name, AgencyRole role, Matter matter)
    {
        var district = new TestDistrict();
        district.Agency(role switch { AgencyRole.ReformCommission => "DRC", AgencyRole.Water => "WATER", _ => "NR" }, name, role);

        Ask(district, matter, role switch { AgencyRole.ReformCommission => "DRC", AgencyRole.Water => "WATER", _ => "NR" })
            .IsGiven.Should().BeTrue();
    }

    [Theory]
    [InlineData("2023-12-31", true)]
    [InlineData("2023", true)]
    [InlineData("2024-01-01", null)]
    public void A_body_speaks_in_its_time(string day, bool? entitled)
    {
        var district = new TestDistrict();
        var old = district.Agency("OLD", "区发展和改革局", AgencyRole.ReformCommission);
        district.Add(old with { ValidTo = PartialDate.Parse("2023-12-31"), SucceededBy = district.Key<Agency>("DRC") });

        var answer = Ask(district, Matter.SpecialListDrafting, "OLD", day);
        answer.Answer.Should().Be(entitled);
        if (entitled is null)
        {
            answer.Why.Zh.Should().Be("区发展和改革局在2024年1月1日尚未设立或者已经撤销");
        }
    }

    [Fact]
    public void What_a_body_became_lends_it_nothing()
    {
        var district = new TestDistrict();
        var office = district.Agency("HQ", "区开发建设指挥部", AgencyRole.Department);
        district.Add(office with { ValidTo = PartialDate.Parse("2026-03-31"), SucceededBy = district.Key<Agency>("GOV") });

        Ask(district, Matter.AmendmentProposal, "HQ", "2026-02-20").State.Should().Be(EntitlementState.Unentitled);
    }

    [Theory]
    [InlineData("ROADS", true)] // Until it was succeeded, it led the plan.
    [InlineData("TRANS", true)]
    [InlineData("EDU", false)]
    public void A_plan_is_led_by_whoever_was_its_lead_agency_then(string by, bool entitled)
    {
        var district = new TestDistrict();
        var roads = district.Agency("ROADS", "区公路局", AgencyRole.Department);
        district.Add(roads with { ValidTo = PartialDate.Parse("2027-04-30"), SucceededBy = district.Key<Agency>("TRANS") });
        district.Plan("P", PlanKind.Special, 2026, 2030);

        Ask(district, Matter.DraftWithdrawal, by, plan: "P").Answer.Should().Be(entitled);
    }

    [Fact]
    public void Where_a_document_is_demanded_a_word_without_one_is_open()
    {
        var district = new TestDistrict();
        district.Plan("P", PlanKind.Special, 2026, 2030);

        var open = Ask(district, Matter.NoChange, "TRANS", plan: "P");
        open.State.Should().Be(EntitlementState.Unsaid);
        open.Why.Zh.Should().Be("文件未录入");
        Ask(district, Matter.NoChange, "TRANS", document: district.Document("LETTER", "TRANS").Key, plan: "P").IsGiven.Should().BeTrue();
    }

    [Theory]
    [InlineData("DRC", "GOV")]
    [InlineData("GOV", "DRC")]
    public void Of_several_bodies_that_approved_together_the_one_entitled_is_the_approver(string first, string second)
    {
        var district = new TestDistrict();
        district.Plan("P", PlanKind.Special, 2026, 2030, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("P", ActType.GovernmentApproved, Day, first, with: a => a with { CoAgencies = [district.Key<Agency>(second)] });

        var plan = district.On("2026-11-22").Plan(district.Key<Plan>("P"))!;
        (plan.Status, plan.Approver?.Name).Should().Be((PlanStatus.Approved, "区政府"));
        Ask(district, Matter.PlanWithdrawal, "GOV", document: district.Document("END", "GOV").Key, plan: "P").IsGiven.Should().BeTrue();
        Ask(district, Matter.PlanWithdrawal, "DRC", document: district.Document("END2", "DRC").Key, plan: "P").IsDenied.Should().BeTrue();
    }

    [Fact]
    public void Every_matter_has_a_row_for_any_plan() =>
        Enum.GetValues<Matter>().Should().OnlyContain(m => Powers.Table.Any(p => p.Matter == m && p.Kind == null && p.Level == null));

    [Fact]
    public void The_page_is_made_from_the_table() => Approved.Matches("docs/entitlement.md", $"""
        # 办理权限 / Entitlement

        本页由权限表(`src/PlanRegistry/Approval/Powers.cs`)生成,由测试核对。Made from the table of powers; a test compares it.

        - 按办理当日该单位的职能、层级和行政区认定,不按其后的承继单位认定。
          Role, tier and district are asked of the body that acted, as of that day, never of its successor.
        - 除部门、镇乡街道外,同一层级的每一职能同一时期只有一个单位;第二个单位,或者名称与所录职能不符的单位,其办理不生效,待核实。
          Each role of a tier but departments and townships is one body at a time; the word of a second one, or of one whose name tells
          another role than its row, has no effect and is to be looked up.
          名称与所录层级不符的,同样处理。So is one whose name tells another tier than its row.
        - 党委、政府办公室在文件中注明代其党委、政府办理的,视同党委、政府办理;未注明的,待核实。
          An office whose document says on whose behalf it acts stands for that body; one that does not say so is to be looked up.
          办公室只能代本单位办理;联合发文的,各自代各自的单位。An office acts for its own body alone; of a joint paper, each for its own.
        - 数个单位联合办理、联合印发的,其中一个有权即可。Of several bodies that act or issue together one must be entitled.
        - “有文件”:未录入文件的,待核实。With a document: without one the word is to be looked up.

        | 事项 Matter | 规划 Plans | 由谁办理 Whose word it is | 有文件 With a document | 依据 Basis |
        |---|---|---|---|---|
        {string.Join('\n', Powers.Table.Select(Row))}

        规则不能识别虚构的文件:录入人员编造批复、文号和印发单位的,靠账号、双人复核和存档原件发现。
        No rule tells an invented document: accounts, a second person and stored originals are for that.
        规则也不能识别倒填的日期:向已批准的清单补录条目,补录日期较早的办理记录或者例外文件,都按所录日期生效;台账保留录入时间和录入人,用 `changes` 查询。
        Nor does a rule tell a day filled in afterwards: an entry added to a list already approved, an act or a demand recorded later with
        an earlier day counts from the day recorded; the ledger keeps when and by whom it was entered, and `changes` shows it.

        """.ReplaceLineEndings("\n"));

    private static string Row(Power power) =>
        $"| {Terms.Of(power.Matter).Zh} {Terms.Of(power.Matter).En} | {Plans(power)} "
        + $"| {string.Join("、", power.Bodies.Select(b => b.Name.Zh))}<br>{string.Join(", ", power.Bodies.Select(b => b.Name.En))} "
        + $"| {(power.NeedsDocument ? "是 yes" : "")} | {power.Basis} |";

    private static string Plans(Power power) =>
        power.Kind is { } kind ? Both(Terms.Of(kind))
        : power.Level is { } level ? Both(Terms.Of(level))
        : power.Matter == Matter.PlanApproval ? "审批层级未录入 level not recorded"
        : "";

    private static string Both(Text word) => $"{word.Zh} {word.En}";
}
