using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Ledger;

/// <summary>What an entry did to each record, in words, and how a record came to say what it says.</summary>
public sealed class EntryChangeTests : ServerTest
{
    private const string Changes =
        "changes(first: 10) { totalCount nodes { table name act fields { field label was became en: label(language: EN) } } }";

    private async Task<(string Id, JsonElement Entry)> CorrectedAct()
    {
        var written = await Write(new RecordAct("SPE-2022-03", "REPORTED", "2026-06-01") { About = "FINAL", Year = 2024, Note = "初稿" });
        var id = JsonDocument.Parse(written.Json).RootElement.Text("act.id")!;
        await Write(new CorrectRecord(id, "日期录入有误", new FieldValue("on", "2026-06-02")));
        var answer = await Ask($$"""{ district(code: "500154") { ledgerEntry(seq: 3) { reason {{Changes}} } } }""");
        return (id, answer.At("district.ledgerEntry"));
    }

    [Fact]
    public async Task A_correction_tells_what_was_and_what_became_of_the_fields_that_changed()
    {
        var (_, entry) = await CorrectedAct();

        entry.Text("changes.totalCount").Should().Be("2", "the document that the reason names is recorded with it");
        var change = entry.At("changes.nodes").EnumerateArray().Single(c => c.Text("act") == "CORRECTED");
        (change.Text("table"), change.Text("act")).Should().Be(("办理记录", "CORRECTED"));
        change.At("fields").EnumerateArray().Select(f => (f.Text("field"), f.Text("label"), f.Text("en"), f.Text("was"), f.Text("became")))
            .Should().Equal(("on", "日期", "on", "2026-06-01", "2026-06-02"));
    }

    [Fact]
    public async Task A_new_record_tells_all_that_is_filled_and_names_others_by_their_names()
    {
        await CorrectedAct();

        var fields = (await Ask($$"""{ district(code: "500154") { ledgerEntry(seq: 2) { {{Changes}} } } }"""))
            .At("district.ledgerEntry.changes.nodes.0.fields").EnumerateArray().ToDictionary(f => f.Text("field")!, f => f.Text("became"));

        fields["plan"].Should().StartWith("《").And.Contain("冷链物流");
        fields["type"].Should().Be("报告");
        fields["about"].Should().Be("总结评估");
        fields.Should().NotContainKey("document");
    }

    [Fact]
    public async Task A_record_has_its_content_and_its_changes_latest_first()
    {
        var (id, _) = await CorrectedAct();

        var record = (await Ask("""
            query($id: ID!) { district(code: "500154") { record(id: $id) { table name fields { field became }
                changes { act seq command reason } } } }
            """, new { id })).At("district.record");

        record.At("fields").EnumerateArray().Single(f => f.Text("field") == "on").Text("became").Should().Be("2026-06-02");
        record.At("changes").EnumerateArray().Select(c => (c.Text("act"), c.Text("seq"), c.Text("command"))).Should().Equal(
            ("CORRECTED", "3", "correctRecord"), ("RECORDED", "2", "recordAct"));
    }

    [Fact]
    public async Task A_parameter_is_told_by_what_it_decides_and_its_value_in_words()
    {
        var id = (await Ask("{ district(code: \"500154\") { policy { id key } } }")).At("district.policy").EnumerateArray()
            .First(p => p.Text("key") == "amendment.cascade.due_days").Text("id")!;

        var fields = (await Ask("query($id: ID!) { district(code: \"500154\") { record(id: $id) { fields { field became value } } } }",
            new { id })).At("district.record.fields").EnumerateArray().ToDictionary(f => f.Text("field")!);

        (fields["key"].Text("became"), fields["value"].Text("became")).Should().Be(("发展规划调整后相关规划的期限", "180日"));
        (fields["key"].Text("value"), fields["value"].Text("value")).Should().Be(("amendment.cascade.due_days", "180"));
    }

    [Fact]
    public async Task A_record_of_a_superior_is_told_from_its_own_ledger()
    {
        var seen = (await Ask("""
            { district(code: "500154") { comparison { allocations { plan { id } } } } }
            """)).At("district.comparison").EnumerateArray().First(c => c.At("allocations").GetArrayLength() > 0)
            .Text("allocations.0.plan.id")!;

        var record = (await Ask("query($id: ID!) { district(code: \"500154\") { record(id: $id) { name changes { seq } } } }",
            new { id = seen })).At("district.record");

        record.Text("changes.0.seq").Should().Be("1");
    }

    [Fact]
    public async Task Entries_are_found_by_command_by_whom_by_day_and_by_plan()
    {
        await CorrectedAct();

        (await Seqs("commands: [\"correctRecord\"]")).Should().Equal("3");
        (await Seqs("actors: [\"officer\"]")).Should().Equal("3", "2");
        (await Seqs("plans: [\"SPE-2022-03\"]")).Should().Equal("3", "2", "1");
        (await Seqs("plans: [\"SPE-2022-03\"], commands: [\"recordAct\"]")).Should().Equal("2");
        (await Seqs("to: \"2026-06-29\"")).Should().BeEmpty();
        (await Seqs("from: \"2026-06-30\", to: \"2026-06-30\"")).Should().Equal("3", "2", "1");
    }

    [Fact]
    public async Task An_entry_that_withdrew_a_record_is_about_the_plan_that_it_named()
    {
        var written = await Write(new RecordAct("SPE-2022-03", "REPORTED", "2026-06-01") { About = "FINAL", Year = 2024 });
        await Write(new CorrectRecord(JsonDocument.Parse(written.Json).RootElement.Text("act.id")!, "重复录入"));

        (await Seqs("plans: [\"SPE-2022-03\"]")).Should().Equal("3", "2", "1");
    }

    [Fact]
    public async Task An_entry_that_is_not_there_is_null_and_said_so() =>
        (await NotFound("""{ district(code: "500154") { ledgerEntry(seq: 99) { seq } } }""")).Should()
            .Be("The ledger of 500154 has no entry 99.");

    [Fact, Trait("Home", "SQLite")]
    public async Task A_registry_that_is_not_whole_says_so_in_a_sentence()
    {
        const string query = """{ district(code: "500154") { ledgerFault(language: EN) } }""";
        (await Ask(query)).Text("district.ledgerFault").Should().BeNull();
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            connection.Execute("drop trigger ledger_stay");
        }

        Registry.Soundness.Glance();

        (await Ask(query)).Text("district.ledgerFault").Should().Be("The trigger 'ledger_stay' is gone from the database.");
    }

    private async Task<IEnumerable<string?>> Seqs(string filter) =>
        (await Ask($$"""{ district(code: "500154") { ledger(first: 50, filter: { {{filter}} }) { nodes { seq } } } }"""))
            .Texts("district.ledger.nodes", "seq");
}
