using System.Text.Json;

namespace PlanRegistry.Tests.GraphQL;

public sealed class MutationTests : ServerTest
{
    private async Task<int> Seq() => (await Ask("{ district(code: \"500154\") { seq } }")).At("district.seq").GetInt32();

    [Fact]
    public async Task An_act_is_recorded_with_who_and_what_it_changed()
    {
        var payload = await Run("recordAct", new { district = "500154", plan = "SPE-2023-02", act = "REPORTED", about = "ANNUAL", year = 2024, on = "2026-06-29", clientMutationId = "m1" }, "act { id act on about year agency { name } plan { code } }");

        payload.At("problems").GetArrayLength().Should().Be(0);
        payload.Text("act.plan.code").Should().Be("SPE-2023-02");
        payload.Text("act.agency.name").Should().NotBeNull("the lead agency reports by default");
        payload.Text("clientMutationId").Should().Be("m1");
        payload.At("seq").GetInt32().Should().Be(2);
        var entry = await Ask("{ district(code: \"500154\") { ledger(first: 1) { nodes { seq actorId actorName role form hashAlgorithm command records } } } }");
        entry.Text("district.ledger.nodes.0.actorId").Should().Be("officer");
        entry.Text("district.ledger.nodes.0.actorName").Should().Be("officer", "without accounts the name is all that is known");
        entry.At("district.ledger.nodes.0.role").ValueKind.Should().Be(JsonValueKind.Null);
        entry.At("district.ledger.nodes.0.form").GetInt32().Should().Be(1);
        entry.Text("district.ledger.nodes.0.hashAlgorithm").Should().Be("SHA-256");
        entry.Text("district.ledger.nodes.0.command").Should().Be("recordAct");
        entry.At("district.ledger.nodes.0.records")[0].GetString().Should().Be(payload.Text("act.id"));
    }

    [Fact]
    public async Task What_a_write_opens_and_clears_is_told()
    {
        var registered = await Run("registerPlan", new { district = "500154", title = "开州区临时规划(示例)", kind = "SPECIAL", code = "SPE-X", horizonFrom = 2026, horizonTo = 2030, leadAgency = "区教委", draftingFrom = "2026-06-01" }, "plan { code status light }");

        registered.Texts("problems", "message").Should().BeEmpty();
        registered.Text("plan.status").Should().Be("DRAFTING");
        registered.Texts("opened", "rule.code").Should().Contain("CAT-001");

        var listed = await Run("approveDirectoryList", new { district = "500154", list = "SR-2026-B", track = "SPECIAL_AND_REGIONAL", year = 2026, approvedOn = "2026-06-15", drafter = "区发展改革委", coDrafters = new[] { "区教委" }, approver = "区政府", entries = new[] { new { title = "开州区临时规划(示例)", kind = "SPECIAL", plan = "SPE-X" } } }, "directoryList { list entries { title plan { code listed } } }");

        listed.Texts("problems", "message").Should().BeEmpty();
        listed.Texts("cleared", "rule.code").Should().Contain("CAT-001");
        listed.Text("directoryList.entries.0.plan.listed").Should().Be("True");
    }

    [Fact]
    public async Task A_refused_command_is_a_problem_and_nothing_is_written()
    {
        var before = await Seq();

        var payload = await Run("recordAct", new { district = "500154", plan = "NO-SUCH", act = "PUBLISHED", on = "2026-06-29" }, "act { id }");

        payload.Text("problems.0.code").Should().Be("UNKNOWN_PLAN");
        payload.At("problems.0.path")[0].GetString().Should().Be("plan");
        payload.Text("act").Should().BeNull();
        payload.Text("seq").Should().BeNull();
        (await Seq()).Should().Be(before);
    }

    [Fact]
    public async Task An_unknown_district_is_a_problem()
    {
        var payload = await Run("recordAct", new { district = "500199", plan = "X", act = "PUBLISHED", on = "2026-06-29" }, "act { id }");

        payload.Text("problems.0.code").Should().Be("UNKNOWN_DISTRICT");
        payload.Text("problems.0.message").Should().Be("登记册中没有行政区500199。");
    }

    [Fact]
    public async Task A_retry_under_the_same_key_gets_the_first_answer_and_writes_once()
    {
        var input = new { district = "500154", plan = "SPE-2023-02", act = "CONSULTED", on = "2026-06-29", idempotencyKey = "k-1" };
        var first = await Run("recordAct", input, "act { id }");
        var again = await Run("recordAct", input, "act { id }");
        var other = await Run("recordAct", new { district = "500154", plan = "SPE-2023-02", act = "ARGUED", on = "2026-06-29", idempotencyKey = "k-1" }, "act { id }");

        again.Text("act.id").Should().Be(first.Text("act.id"));
        again.Text("seq").Should().Be(first.Text("seq"));
        other.Text("problems.0.code").Should().Be("IDEMPOTENCY_CONFLICT");
        (await Seq()).Should().Be(2);
    }

    [Fact]
    public async Task A_stale_write_is_refused()
    {
        await Run("recordAct", new { district = "500154", plan = "SPE-2023-02", act = "CONSULTED", on = "2026-06-29" }, "act { id }");

        var stale = await Run("recordAct", new { district = "500154", plan = "SPE-2023-02", act = "ARGUED", on = "2026-06-29", expectedSeq = 1 }, "act { id }");

        stale.Text("problems.0.code").Should().Be("STALE_WRITE");
    }

    [Fact]
    public async Task A_correction_is_seen_now_and_not_before()
    {
        Clock.Advance(TimeSpan.FromHours(1));
        var before = await Ask("{ district(code: \"500154\") { plan(code: \"SPE-2023-02\") { acts { id act on } } } }");
        var act = before.At("district.plan.acts").EnumerateArray().First(a => a.Text("act") == "PUBLISHED");

        var payload = await Run("correctRecord", new { district = "500154", id = act.Text("id"), reason = "录入有误", document = "更正说明(示例)", values = new[] { new { field = "on", value = "2023-12-12" } } }, "record { id ... on Act { on } }");

        payload.Texts("problems", "message").Should().BeEmpty();
        payload.Text("record.on").Should().Be("2023-12-12");
        payload.Text("record.id").Should().Be(act.Text("id"));
        var then = await Ask("query($at: DateTime) { district(code: \"500154\", knownAt: $at) { plan(code: \"SPE-2023-02\") { acts { act on } } } }", new { at = "2026-06-30T10:30:00+08:00" });
        then.At("district.plan.acts").EnumerateArray().First(a => a.Text("act") == "PUBLISHED").Text("on").Should().Be(act.Text("on"));
    }

    [Fact]
    public async Task A_record_withdrawn_is_gone_now()
    {
        var lines = await Ask("{ district(code: \"500154\") { plan(code: \"SPE-2024-01\") { fundingLines { id arrangedOn } } } }");

        var payload = await Run("correctRecord", new { district = "500154", id = lines.At("district.plan.fundingLines").EnumerateArray().Single(l => l.Text("arrangedOn") == "2025-03-14").Text("id"), reason = "重复录入", document = "更正说明(示例)" }, "record { id }");

        payload.Texts("problems", "message").Should().BeEmpty();
        payload.Text("record").Should().BeNull();
        payload.Texts("cleared", "rule.code").Should().Contain("FUN-001");
    }

    [Fact]
    public async Task Approved_targets_are_refused_as_changes()
    {
        var plan = await Ask("{ district(code: \"500154\") { plan(code: \"DEV-2026\") { targets { indicator { indicator } nature } } } }");

        var payload = await Run("setTargets", new { district = "500154", plan = "DEV-2026", targets = new[] { new { indicator = plan.Text("district.plan.targets.0.indicator.indicator"), nature = plan.Text("district.plan.targets.0.nature"), targetValue = "1" } } }, "targets { id }");

        payload.Text("problems.0.code").Should().Be("APPROVED_CONTENT");
    }

    [Fact]
    public async Task Secret_content_is_refused_without_being_repeated()
    {
        var payload = await Run("registerPlan", new { district = "500154", title = "某某绝密工程规划", kind = "SPECIAL", horizonFrom = 2026, horizonTo = 2030, secrecy = "SECRET" }, "plan { code }");

        payload.Text("problems.0.code").Should().Be("SECRET_CONTENT_REFUSED");
        payload.ToString().Should().NotContain("绝密工程");
    }

    [Fact]
    public async Task An_amendment_is_approved_only_along_the_original_route()
    {
        const int next = 3;
        var proposed = await Run("proposeAmendment", new { district = "500154", plan = "DEV-2026", version = next, proposedOn = "2026-06-28", reason = "示例" }, "amendment { version approvedOn }");
        var approved = await Run("approveAmendment", new { district = "500154", plan = "DEV-2026", version = next, on = "2026-06-30" }, "amendment { version }");

        proposed.Texts("problems", "message").Should().BeEmpty();
        approved.Text("problems.0.code").Should().Be("AMENDMENT_ROUTE");
        approved.Text("problems.0.clause").Should().Be("开州府办发〔2020〕95号 三、(五)");
    }

    [Fact]
    public async Task A_policy_value_of_an_unknown_key_is_refused()
    {
        var payload = await Run("setPolicy", new { district = "500154", key = "no.such", value = "1", from = "2026-07-01" }, "policyValue { key }");

        payload.Text("problems.0.code").Should().Be("UNKNOWN_RECORD");
    }

    [Fact]
    public async Task A_record_is_not_overwritten_by_registering_it_again()
    {
        var before = await Seq();

        var moved = await Run("recordFunding", new { district = "500154", id = "F-2025-01", plan = "SPE-2024-03", project = "别的项目", amount = "1", purpose = "DRAFTING" }, "fundingLine { id }");
        var emptied = await Run("approveDirectoryList", new { district = "500154", list = "SR-2024", track = "SPECIAL_AND_REGIONAL", year = 2024, entries = Array.Empty<object>() }, "directoryList { list }");

        moved.Text("problems.0.code").Should().Be("DUPLICATE");
        moved.Text("problems.0.message").Should().Be("“F-2025-01”已登记,内容不同;请用 correctRecord 说明原因后更正。");
        emptied.Text("problems.0.code").Should().Be("DUPLICATE");
        (await Seq()).Should().Be(before);
    }

    [Fact]
    public async Task A_malformed_district_in_an_input_is_a_request_error_that_names_it() =>
        (await Refused("mutation { recordAct(input: { district: \"abc\", plan: \"X\", act: PUBLISHED, on: \"2026-06-01\" }) { seq } }"))
            .Should().Be("The field \"input.district\" has \"abc\", which is no district code: six digits of GB/T 2260, like \"500154\".");

    [Theory]
    [InlineData("review.mid_term.year", "9999")]
    [InlineData("review.final.year_offset", "8000")]
    [InlineData("amendment.cascade.due_days", "99999")]
    public async Task A_parameter_out_of_all_reason_is_refused(string key, string value)
    {
        var payload = await Run("setPolicy", new { district = "500154", key, value, from = "2026-07-01" }, "policyValue { key }");

        payload.Text("problems.0.code").Should().Be("INVALID_VALUE");
    }

    [Fact]
    public async Task A_figure_that_no_unit_could_convert_is_refused()
    {
        var payload = await Run("setTargets", new { district = "500154", plan = "SPE-2026-04", targets = new[] { new { indicator = "FOREST-COVER", nature = "BINDING", targetValue = "79228162514264337593543950335" } } }, "targets { id }");

        payload.Text("problems.0.code").Should().Be("INVALID_VALUE");
    }

    [Fact]
    public async Task A_field_corrected_twice_at_once_is_refused()
    {
        var lines = await Ask("{ district(code: \"500154\") { plan(code: \"SPE-2024-01\") { fundingLines { id } } } }");

        var payload = await Run("correctRecord", new { district = "500154", id = lines.Text("district.plan.fundingLines.0.id"), reason = "更正", document = "更正说明(示例)", values = new[] { new { field = "amount", value = "1" }, new { field = "amount", value = "2" } } }, "record { id }");

        payload.Text("problems.0.code").Should().Be("INVALID_VALUE");
        payload.Text("problems.0.message").Should().Be("字段“amount”给出了两次。");
    }
}
