namespace PlanRegistry.Tests.GraphQL;

/// <summary>
/// Propose, agree, approve an amendment of the development plan along its route; what it obliges of others opens and closes.
/// </summary>
public sealed class AmendmentFlowTests : ServerTest
{
    private const string Amended = "DEV-2026";
    private int version;
    private string indicator = "";

    private async Task Approve()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
        const string held = "subordinates { subordinate { code status targets { indicator { code } } } }";
        var plan = await Plan(Amended, $"amendments {{ version }} targets {{ {Selections.Target} }} {held}");
        version = plan.Amendments.Select(a => a.Version!.Value).Concat(plan.Targets.Select(t => t.Version!.Value)).Max() + 1;
        var figures = plan.Targets.Where(t => t.Value is not null).ToList();
        indicator = Held(plan).First(i => figures.Exists(t => t.Indicator.Code == i));
        await Write(new RecordAct(Amended, "REPORTED", "2026-11-02") { About = "ANNUAL", Year = 2025 });
        await Write(new ProposeAmendment(Amended, version, "2026-11-05")
        {
            Reason = "示例:评估认为目标偏低", ChangedIndicators = [indicator], Targets = [.. figures.Select(Proposed)],
        });
        await Write(Step("AMENDMENT_PROPOSED", "2026-11-05") with { Agency = "区政府" });
        await Write(Step("PARTY_AGREED", "2026-11-06"));
        await Write(new ApproveAmendment(Amended, version, "2026-11-10"));
    }

    private RecordAct Step(string type, string on) => new(Amended, type, on) { About = "AMENDMENT", Version = version };

    private TargetValue Proposed(TargetAnswer target)
    {
        var code = target.Indicator.Code;
        return new TargetValue(code, target.Nature, code == indicator ? "99.9" : target.Value) { TargetYear = target.TargetYear };
    }

    /// <summary>Indicators that subordinate plans in force hold.</summary>
    private static IEnumerable<string> Held(PlanAnswer plan) =>
        plan.Subordinates.Select(s => s.Subordinate).Where(p => p.Status == "IN_FORCE")
            .SelectMany(p => p.Targets).Select(t => t.Indicator.Code);

    private bool IsOurs(AmendmentDutyAnswer duty) => duty.Amendment.Version == version && duty.Amendment.Plan.Code == Amended;

    private async Task<List<(string Plan, AmendmentDutyAnswer Duty)>> Duties(string? asOf = null)
    {
        const string told = $"plans(first: 100) {{ nodes {{ code amendmentDuties {{ {Selections.AmendmentDuty} }} }} }}";
        var plans = (await District(told, asOf)).Plans.Nodes;
        return [.. plans.SelectMany(p => p.AmendmentDuties.Where(IsOurs), (p, duty) => (p.Code, duty))];
    }

    [Theory]
    [InlineData(1, "版本“1”是规划原文本，调整修订从第2版起。")]
    [InlineData(99, "版本“99”不能接在《{0}》第{1}版之后，应为第{2}版。")]
    public async Task A_version_follows_on_the_last(int wanted, string message)
    {
        Clock.Now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
        var plan = await Plan(Amended, "title amendments { version } targets { version }");
        var last = plan.Amendments.Select(a => a.Version!.Value).Concat(plan.Targets.Select(t => t.Version!.Value)).Max();

        (await Run(new ProposeAmendment(Amended, wanted, "2026-06-05"))).Problem.Message.Should()
            .Be(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, plan.Title, last, last + 1));
    }

    [Theory]
    [InlineData("SPE-2026-04", "2026-06-05", "《开州区“十五五”教育事业发展规划(示例)》在2026年6月5日的状态为编制中，尚未批准，不能提出调整修订："
        + "批准之前直接修改草案；已经批准的，先登记批准。")]
    [InlineData("DEV-2026", "2026-01-25", "《重庆市开州区国民经济和社会发展第十五个五年规划纲要(示例)》在2026年1月25日的状态为报批中，尚未批准，不能提出调整修订："
        + "批准之前直接修改草案；已经批准的，先登记批准。")]
    public async Task What_is_not_approved_is_not_amended(string plan, string day, string message)
    {
        var refused = await Run(new ProposeAmendment(plan, plan == "DEV-2026" ? 3 : 2, day));

        (refused.Problem.Code, refused.Problem.Message).Should().Be(("AMENDMENT_ROUTE", message));
        (await Plan(plan, "amendments { version }")).Amendments.Should().NotContain(a => a.Version == 3 || plan != "DEV-2026");
    }

    [Fact]
    public async Task What_has_ended_is_amended_no_more()
    {
        await Write(new RecordAct("SPE-2026-04", "WITHDRAWN", "2026-06-10") { Agency = "区教委" });

        (await Run(new ProposeAmendment("SPE-2026-04", 2, "2026-06-20"))).Problem.Message.Should()
            .Be("《开州区“十五五”教育事业发展规划(示例)》在2026年6月20日的状态为终止，不再调整修订。");
    }

    [Fact]
    public async Task Nothing_to_set_is_no_command() =>
        (await Run(new SetTargets(Amended))).Problem.Message.Should().Be("targets没有内容，请至少填写一项。");

    [Fact]
    public async Task Approval_makes_the_new_version_from_its_day()
    {
        await Approve();

        async Task<string> Value(string asOf) =>
            (await Plan(Amended, $"targets {{ {Selections.Target} }}", asOf)).Targets.First(t => t.Indicator.Code == indicator).Value;
        (await Value("2026-11-10")).Should().Be("99.9");
        (await Value("2026-11-09")).Should().NotBe("99.9");
        (await Plan(Amended, "findings(filter: { rules: [\"AME-002\"] }) { sentence }", "2026-11-10"))
            .Findings.Should().BeEmpty("every step of the route was taken");
    }

    [Fact]
    public async Task Approval_opens_the_duties_of_the_plans_that_hold_a_changed_indicator()
    {
        await Approve();

        var duties = await Duties("2026-11-22");

        duties.Should().NotBeEmpty();
        duties.Select(d => d.Duty.Due).Should().Contain("2027-05-09", "180 days after the approval");
    }

    [Fact]
    public async Task A_duty_closes_by_declaring_no_change()
    {
        await Approve();
        var plan = (await Duties()).First(d => d.Duty.State == "UPCOMING").Plan;

        var lead = (await Plan(plan, "leadAgency { name }")).LeadAgency.Name;
        await Write(new RegisterDocument("D-NO-CHANGE", lead) { Title = "关于无需调整的说明(示例)", IssuedOn = "2026-11-20", Plans = [plan] });
        await Write(new RecordAct(plan, "NO_CHANGE_DECLARED", "2026-11-20")
            { Against = $"{Amended}@{version}", Agency = lead, Document = "D-NO-CHANGE" });

        (await Duties()).Single(d => d.Plan == plan).Duty.State.Should().Be("DONE");
    }
}
