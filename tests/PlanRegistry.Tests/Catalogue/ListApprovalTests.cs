using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

/// <summary>An approved list is one that this district's government approved (RULE-CODES, changes after use 1).</summary>
[Trait("Rule", nameof(ListOfSpecialAndRegionalPlansIsDulyMade))]
[Trait("Rule", nameof(PlanStandsOnADirectoryList))]
public sealed class ListApprovalTests
{
    private const string Today = "2026-11-22";

    private readonly TestDistrict district = new();

    public ListApprovalTests()
    {
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-03-20");
        district.Plan("FLOWERS", PlanKind.Special, 2026, 2030, p => p with { Title = "花卉产业规划" });
        district.Act("FLOWERS", ActType.DraftingStarted, "2026-05-08", "TRANS");
    }

    private PlanRegistry.Conformance.Light? Light => district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("FLOWERS"))!);

    /// <summary>A list of 2026 that has the plan.</summary>
    private void List(Func<DirectoryList, DirectoryList>? with = null, Func<Document, Document>? paper = null)
    {
        district.List("L-1", ListTrack.SpecialAndRegional, 2026, "2026-03-20", with);
        district.Entry("L-1", "FLOWERS");
        if (paper is not null)
        {
            district.Document("L-1-APPROVAL", "GOV", d => paper(d with { IssuedOn = PartialDate.Parse("2026-03-20") }));
        }
    }

    private FundingVerdict Money
    {
        get
        {
            var judgement = district.Judge(Today);
            return FundingReview.Of(judgement, judgement.Snapshot.Plan(district.Key<Plan>("FLOWERS"))!,
                new FundingQuestion(FundingPurpose.Drafting, FundingMoney.District)).Verdict;
        }
    }

    [Theory]
    [InlineData(ListTrack.Spatial, 2026, true)]
    [InlineData(ListTrack.SpecialAndRegional, 2026, false)]
    [InlineData(ListTrack.Spatial, 2025, false)]
    public void One_paper_approves_one_list_or_those_of_two_tracks_at_once(ListTrack track, int year, bool areOneAct)
    {
        List();
        district.List("L-0", track, year, "2026-03-20", l => l with { ApprovalDocument = district.Key<Document>("L-1-APPROVAL") });

        var approval = ListApproval.Of(district.View(), district.View().List(district.Key<DirectoryList>("L-1"))!);
        var other = ListApproval.Of(district.View(), district.View().List(district.Key<DirectoryList>("L-0"))!);

        new[] { approval, other }.Count(a => a.Effect == ListEffect.Full).Should().Be(areOneAct ? 2 : 1);
        string.Join("", new[] { approval, other }.SelectMany(a => a.Gaps).Select(g => g.Zh)).Should().Be(areOneAct ? ""
            : $"批准文件《L-1-APPROVAL》已是清单{(approval.Gaps.Count > 0 ? "L-0" : "L-1")}的批准文件（一份文件同时批准两类规划的，录为一份合并清单）");
    }

    [Fact]
    public void The_governments_list_with_its_paper_lists_for_money_too()
    {
        List();

        district.Findings("CAT-001", Today).Should().BeEmpty();
        district.Findings("CAT-003", Today).Should().BeEmpty();
        Money.Should().Be(FundingVerdict.Eligible);
    }

    [Fact]
    public void A_departments_own_list_lists_nothing_and_is_named()
    {
        List(l => l with { Approver = district.Key<Agency>("TRANS") }, d => d with { Issuer = district.Key<Agency>("TRANS") });

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《花卉产业规划》未列入规划编制目录清单，不得编制或批准实施。"
            + "目录清单L-1由区交通运输委批准，不是区政府批准的清单，不作为列入依据。");
        finding.Sentence.En.Should().Be("花卉产业规划 stands on no approved directory list; it may be neither drafted nor approved. "
            + "The directory list L-1 was approved by 区交通运输委 and not by the government, and lists nothing.");
        district.Finding("CAT-003", Today).Severity.Should().Be(Severity.Blocking);
        Light.Should().Be(PlanRegistry.Conformance.Light.Red);
        Money.Should().Be(FundingVerdict.NotEligible);
    }

    public static TheoryData<string, string, string> Papers => new()
    {
        { "no approver", "批准单位未录入", "its approver is not recorded" },
        { "no document", "批准文件未录入", "its approval document is not recorded" },
        { "no issuer", "批准文件《L-1-APPROVAL》的印发单位未录入", "the issuer of the approval document 《L-1-APPROVAL》 is not recorded" },
        { "another issuer", "批准文件《L-1-APPROVAL》由区教委印发，既不是批准单位也不是其办公室",
            "the approval document 《L-1-APPROVAL》 was issued by 区教委, neither the approver nor its office" },
        { "older than the submission", "批准文件《L-1-APPROVAL》（2026年3月20日）早于清单报送日期（2026年3月21日）",
            "the approval document 《L-1-APPROVAL》 (2026-03-20) is older than the submission of the list (2026-03-21)" },
        { "of years ago", "批准文件《L-1-APPROVAL》（2024年12月31日）早于2025年",
            "the approval document 《L-1-APPROVAL》 (2024-12-31) is older than 2025" },
        { "about another plan", "批准文件《L-1-APPROVAL》写明的是清单以外的规划",
            "the approval document 《L-1-APPROVAL》 names plans that are not on the list" },
        { "an office that does not say for whom", "区政府办公室未注明代区政府办理",
            "that 区政府办公室 acted on behalf of the district government is not said" },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Papers_not_in_order_leave_it_open_for_its_plans_and_their_money(string how, string zh, string en)
    {
        WithPapers(how);

        var finding = district.Finding("CAT-003", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be($"2026年度专项和区域规划编制目录清单（L-1）是否符合专项和区域规划清单的制定程序待核实：{zh}。");
        finding.Sentence.En.Should().Be("Whether the 2026 directory list of special and regional plans (L-1) was duly made as a list "
            + $"of special and regional plans is to be checked: {en}.");
        finding.Plan.Should().BeNull();
        finding.Plans.Select(p => p.Code).Should().Equal("FLOWERS");
        district.Findings("CAT-001", Today).Should().BeEmpty();
        Light.Should().Be(PlanRegistry.Conformance.Light.Grey);
        Money.Should().Be(FundingVerdict.Unknown);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Such_a_list_drops_and_replaces_nothing(string how, string zh, string en)
    {
        WithPapers(how);
        district.Plan("TREES", PlanKind.Special, 2026, 2030);
        district.Entry("SR-2025", "TREES");
        district.Act("TREES", ActType.DraftingStarted, "2025-05-08", "TRANS");
        district.Entry("L-1", "TREES", e => e with { Dropped = true });
        district.Add(district.View().List(district.Key<DirectoryList>("L-1"))! with { Replaces = district.Key<DirectoryList>("SR-2025") });

        district.On(Today).Plan(district.Key<Plan>("TREES"))!.Entry!.List.Code.Should().Be("SR-2025");
        ListOnDay.On(district.On(Today), district.Key<DirectoryList>("SR-2025")).Should().ContainSingle($"{zh} / {en}");
    }

    private void WithPapers(string how)
    {
        switch (how)
        {
            case "no approver": List(l => l with { Approver = null }); break;
            case "no document": List(l => l with { ApprovalDocument = null }); break;
            case "no issuer": List(paper: d => d with { Issuer = null }); break;
            case "another issuer": List(paper: d => d with { Issuer = district.Key<Agency>("EDU") }); break;
            case "older than the submission": List(l => l with { SubmittedOn = PartialDate.Parse("2026-03-21") }); break;
            case "of years ago": List(paper: d => d with { IssuedOn = PartialDate.Parse("2024-12-31") }); break;
            case "about another plan": List(paper: d => d with { Plans = [district.Key<Plan>("OTHER")] }); break;
            default:
                List(l => l with { Approver = district.Key<Agency>("GOVOFFICE") },
                    d => d with { Issuer = district.Key<Agency>("GOVOFFICE") });
                break;
        }
    }

    [Fact]
    public void A_paper_that_the_governments_office_issued_for_the_Party_committee_is_none_of_the_governments()
    {
        List(paper: d => d with { Issuer = district.Key<Agency>("GOVOFFICE"), OnBehalfOf = [district.Key<Agency>("PARTY")] });

        var finding = district.Finding("CAT-003", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().EndWith("由区政府办公室代区委印发，不是批准单位的文件。");
        finding.Sentence.En.Should().EndWith("was issued by 区政府办公室 on behalf of 区委, and is no paper of the approver.");
        Money.Should().Be(FundingVerdict.Unknown);
    }

    [Fact]
    public void A_paper_of_both_offices_for_both_bodies_is_the_governments_too()
    {
        List(paper: d => d with
        {
            Issuer = district.Key<Agency>("PARTYOFFICE"), CoIssuers = [district.Key<Agency>("GOVOFFICE")],
            OnBehalfOf = [district.Key<Agency>("PARTY"), district.Key<Agency>("GOV")],
        });

        district.Findings("CAT-003", Today).Should().BeEmpty();
        Money.Should().Be(FundingVerdict.Eligible);
    }

    [Fact]
    public void It_holds_from_the_later_of_its_approval_and_its_paper()
    {
        List(paper: d => d with { IssuedOn = PartialDate.Parse("2026-04-02") });

        district.On("2026-04-01").Plan(district.Key<Plan>("FLOWERS"))!.IsListed.Should().BeFalse();
        district.On("2026-04-02").Plan(district.Key<Plan>("FLOWERS"))!.IsListed.Should().BeTrue();
    }

    [Fact]
    public void The_Party_committees_list_is_a_demand_that_a_person_confirms()
    {
        List(l => l with { Approver = district.Key<Agency>("PARTY") }, d => d with { Issuer = district.Key<Agency>("PARTY") });

        var finding = district.Finding("CAT-003", Today);
        finding.Verdict.Should().Be(Verdict.Conditional);
        finding.Sentence.Zh.Should().Be("2026年度专项和区域规划编制目录清单（L-1）由区委批准，条目视为有明确要求，须由人工确认例外情形。");
        finding.Sentence.En.Should().Be(
            "the 2026 directory list of special and regional plans (L-1) was approved by 区委, so its entries are "
            + "demanded; a person must confirm the exemption.");
        district.Findings("CAT-001", Today).Should().BeEmpty();
        Light.Should().Be(PlanRegistry.Conformance.Light.Yellow);
        Money.Should().Be(FundingVerdict.Conditional);
    }

    [Theory]
    [InlineData("开州区第二人民政府", "同一时期已有区政府履行区政府职能，开州区第二人民政府的办理不生效")]
    [InlineData("区林业局", "区林业局的名称与所录职能（政府）不符")]
    public void A_second_government_lists_drops_and_pays_for_nothing(string name, string why)
    {
        district.Agency("FAKE", name, AgencyRole.Government);
        List(l => l with { Approver = district.Key<Agency>("FAKE") }, d => d with { Issuer = district.Key<Agency>("FAKE") });

        district.Finding("CAT-003", Today).Sentence.Zh.Should().EndWith($"待核实：{why}。");
        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be($"《花卉产业规划》在目录清单L-1第FLOWERS项，但该清单的批准存疑：{why}，是否已列入待核实。");
        Light.Should().Be(PlanRegistry.Conformance.Light.Grey);
        Money.Should().Be(FundingVerdict.Unknown);
    }
}
