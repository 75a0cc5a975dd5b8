using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Tests.Access;

namespace PlanRegistry.Tests.GraphQL;

public sealed class MutationTests : ServerTest
{
    private static readonly RegisterPlan Unlisted = new("开州区临时规划(示例)")
    {
        Code = "SPE-X", LeadAgency = "区教委", DraftingFrom = "2026-06-01",
    };

    private async Task<int?> Seq() => (await District("seq")).Seq;

    [Fact]
    public async Task An_act_is_recorded_with_who_and_what_it_changed()
    {
        var payload = await Run(new RecordAct("SPE-2023-02", "REPORTED", "2026-06-29")
        {
            About = "ANNUAL", Year = 2024, ClientMutationId = "m1",
        });

        payload.Problems.Should().BeEmpty();
        payload.Act.Plan.Code.Should().Be("SPE-2023-02");
        payload.Act.Agency.Name.Should().NotBeNull("the lead agency reports by default");
        payload.ClientMutationId.Should().Be("m1");
        payload.Seq.Should().Be(2);
        var entry = (await District(
            "ledger(first: 1) { nodes { seq actorId actorName role form hashAlgorithm command records } }")).Ledger.Nodes[0];
        entry.ActorId.Should().Be("officer");
        entry.ActorName.Should().Be("officer", "without accounts the name is all that is known");
        entry.Role.Should().BeNull();
        entry.Form.Should().Be(1);
        entry.HashAlgorithm.Should().Be("SHA-256");
        entry.Command.Should().Be("recordAct");
        entry.Records[0].Should().Be(payload.Act.Id);
    }

    [Fact]
    public async Task What_a_write_opens_and_clears_is_told()
    {
        var registered = await Write(Unlisted);

        registered.Plan.Status.Should().Be("DRAFTING");
        registered.OpenedRules.Should().Contain("CAT-001");

        var listed = await Write(new ApproveDirectoryList("SR-2026-B", 2026,
            new ListedPlan(Unlisted.Title, "SPE-X") { LeadAgency = Unlisted.LeadAgency })
        {
            ApprovedOn = "2026-06-15", Drafter = "区发展改革委", CoDrafters = ["区教委"], Approver = "区政府",
        });

        listed.ClearedRules.Should().Contain("CAT-001");
        listed.DirectoryList.Entries[0].Plan.Listing.Should().Be("LISTED");
    }

    [Fact]
    public async Task A_refused_command_is_a_problem_and_nothing_is_written()
    {
        var before = await Seq();

        var payload = await Run(new RecordAct("NO-SUCH", "PUBLISHED", "2026-06-29"));

        payload.Problem.Code.Should().Be("UNKNOWN_PLAN");
        payload.Problem.Path[0].Should().Be("plan");
        payload.Act.Should().BeNull();
        payload.Seq.Should().BeNull();
        (await Seq()).Should().Be(before);
    }

    [Fact]
    public async Task An_unknown_district_is_a_problem()
    {
        var payload = await Run(new RecordAct("X", "PUBLISHED", "2026-06-29") { District = "500199" });

        payload.Problem.Code.Should().Be("UNKNOWN_DISTRICT");
        payload.Problem.Message.Should().Be("登记册中没有行政区500199。");
    }

    [Fact]
    public async Task A_retry_under_the_same_key_gets_the_first_answer_and_writes_once()
    {
        var input = new RecordAct("SPE-2023-02", "CONSULTED", "2026-06-29") { IdempotencyKey = "k-1" };
        var first = await Run(input);
        var again = await Run(input);
        var other = await Run(input with { Type = "ARGUED" });

        again.Act.Id.Should().Be(first.Act.Id);
        again.Seq.Should().Be(first.Seq);
        other.Problem.Code.Should().Be("IDEMPOTENCY_CONFLICT");
        (await Seq()).Should().Be(2);
    }

    [Fact]
    public async Task A_key_is_refused_to_an_input_that_differs_in_a_list_alone()
    {
        var input = new SetTargets("SPE-2026-04", new TargetValue("FOREST-COVER", "BINDING", "55")) { IdempotencyKey = "k-1" };
        await Write(input);

        var other = await Run(input with { Targets = [new TargetValue("FOREST-COVER", "BINDING", "56")] });

        other.Problem.Code.Should().Be("IDEMPOTENCY_CONFLICT");
    }

    [Fact]
    public async Task A_list_of_more_than_500_is_refused_by_its_count()
    {
        var payload = await Run(new RecordAct("SPE-2023-02", "REPORTED", "2026-06-29") { Recipients = [.. Enumerable.Repeat("区政府", 501)] });

        payload.Problem.Message.Should().Be("主送单位有501项，最多500项。");
        payload.Problem.Path.Should().Equal("recipients");
    }

    [Fact]
    public async Task A_withdrawal_sent_again_gets_its_first_answer()
    {
        var line = (await Plan("SPE-2024-01", "fundingLines { id }")).FundingLines[0];
        var input = new CorrectRecord(line.Id, "重复录入") { IdempotencyKey = "k-1" };
        var first = await Write(input);

        var again = await Write(input);

        again.Seq.Should().Be(first.Seq);
        again.Record.Should().BeNull();
    }

    [Fact]
    public async Task Targets_that_were_there_already_are_told_beside_those_written()
    {
        var cover = new TargetValue("FOREST-COVER", "BINDING", "55");
        await Write(new SetTargets("SPE-2026-04", cover));

        var payload = await Write(new SetTargets("SPE-2026-04", cover, new TargetValue("CO2-CUT", "BINDING", "17")));

        payload.Targets.Should().HaveCount(2);
    }

    [Fact]
    public void A_key_of_one_command_is_refused_to_another_with_the_same_fields()
    {
        var desk = new CommandDesk(Judgements, TestCaller.Operator);
        var input = new RegisterAgencyInput { District = "500154", Name = "区示例中心", IdempotencyKey = "k-1" };
        Outcome Run(string command) => desk.Run(command, input, view => RowIntake.Add(view, [InputRows.Of<Agency>(input)]));
        Run("registerAgency").Result.IsRefused.Should().BeFalse();

        Run("registerDocument").Result.Problems.Single().Message.Zh
            .Should().Be("该幂等键已用于500154台账第2号（registerAgency），本次内容与其不同；请换用新的幂等键。");
        Run("registerAgency").Result.Replayed.Should().BeTrue();
    }

    [Fact]
    public async Task A_stale_write_is_refused()
    {
        await Run(new RecordAct("SPE-2023-02", "CONSULTED", "2026-06-29"));

        var stale = await Run(new RecordAct("SPE-2023-02", "ARGUED", "2026-06-29") { ExpectedSeq = 1 });

        stale.Problem.Code.Should().Be("STALE_WRITE");
    }

    [Fact]
    public async Task A_correction_is_seen_now_and_not_before()
    {
        async Task<ActAnswer> Published(string? knownAt = null) =>
            (await Plan("SPE-2023-02", $"acts {{ {Selections.Act} }}", knownAt: knownAt)).Acts.First(a => a.Type == "PUBLISHED");
        Clock.Advance(TimeSpan.FromHours(1));
        var act = await Published();

        var payload = await Write(new CorrectRecord(act.Id, "录入有误", new FieldValue("on", "2023-12-12")));

        payload.Record.On.Should().Be("2023-12-12");
        payload.Record.Id.Should().Be(act.Id);
        (await Published(knownAt: "2026-06-30T10:30:00+08:00")).On.Should().Be(act.On);
    }

    [Fact]
    public async Task A_record_withdrawn_is_gone_now()
    {
        var lines = (await Plan("SPE-2024-01", "fundingLines { id arrangedOn }")).FundingLines;

        var payload = await Write(new CorrectRecord(lines.Single(l => l.ArrangedOn == "2025-03-14").Id, "重复录入"));

        payload.Record.Should().BeNull();
        payload.ClearedRules.Should().Contain("FUN-001");
    }

    [Fact]
    public async Task Approved_targets_are_refused_as_changes()
    {
        var target = (await Plan("DEV-2026", $"targets {{ {Selections.Target} }}")).Targets[0];

        var payload = await Run(new SetTargets("DEV-2026", new TargetValue(target.Indicator.Code, target.Nature, "1")));

        payload.Problem.Code.Should().Be("APPROVED_CONTENT");
    }

    [Fact]
    public async Task Secret_content_is_refused_without_being_repeated()
    {
        var payload = await Run(new RegisterPlan("某某绝密工程规划") { Secrecy = "SECRET" });

        payload.Problem.Code.Should().Be("SECRET_CONTENT_REFUSED");
        payload.Json.Should().NotContain("绝密工程");
    }

    [Fact]
    public async Task An_amendment_is_approved_only_along_the_original_route()
    {
        const int next = 3;
        await Write(new ProposeAmendment("DEV-2026", next, "2026-06-28"));

        var approved = await Run(new ApproveAmendment("DEV-2026", next, "2026-06-30"));

        approved.Problem.Code.Should().Be("AMENDMENT_ROUTE");
        approved.Problem.Clause.Should().Be("开州府办发〔2020〕95号 三、（五）");
    }

    [Fact]
    public async Task A_policy_value_of_an_unknown_key_is_refused() =>
        (await Run(new SetPolicy("no.such", "1"))).Problem.Code.Should().Be("UNKNOWN_RECORD");

    [Fact]
    public async Task A_record_is_not_overwritten_by_registering_it_again()
    {
        var before = await Seq();

        var moved = await Run(new RecordFunding("F-2025-01", "SPE-2024-03", "别的项目") { Amount = "1", Purpose = "DRAFTING" });
        var emptied = await Run(new ApproveDirectoryList("SR-2024", 2024));

        moved.Problem.Code.Should().Be("DUPLICATE");
        moved.Problem.Message.Should().StartWith("“F-2025-01”已登记，所填").And.Contain("项目、").And.Contain("与已登记的不同");
        emptied.Problem.Code.Should().Be("DUPLICATE");
        (await Seq()).Should().Be(before);
    }

    [Fact]
    public async Task A_malformed_district_in_an_input_is_a_request_error_that_names_it() =>
        (await Refused("mutation { recordAct(input: { district: \"abc\", plan: \"X\", type: PUBLISHED, on: \"2026-06-01\" }) { seq } }"))
            .Should().Be("The field \"input.district\" has \"abc\", which is no district code: six digits of GB/T 2260, like \"500154\".");

    [Theory]
    [InlineData("review.mid_term.year", "9999")]
    [InlineData("review.final.year_offset", "8000")]
    [InlineData("amendment.cascade.due_days", "99999")]
    public async Task A_parameter_out_of_all_reason_is_refused(string key, string value) =>
        (await Run(new SetPolicy(key, value))).Problem.Code.Should().Be("INVALID_VALUE");

    [Fact]
    public async Task A_figure_that_no_unit_could_convert_is_refused()
    {
        var payload = await Run(new SetTargets("SPE-2026-04", new TargetValue("FOREST-COVER", "BINDING", "79228162514264337593543950335")));

        payload.Problem.Code.Should().Be("INVALID_VALUE");
    }

    [Fact]
    public async Task A_field_corrected_twice_at_once_is_refused()
    {
        var line = (await Plan("SPE-2024-01", "fundingLines { id }")).FundingLines[0];

        var payload = await Run(new CorrectRecord(line.Id, "更正", new FieldValue("amount", "1"), new FieldValue("amount", "2")));

        payload.Problem.Code.Should().Be("INVALID_VALUE");
        payload.Problem.Message.Should().Be("字段“amount”给出了两次。");
    }
}
