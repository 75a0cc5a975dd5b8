using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>What subscribers of findingChanged are told, over a WebSocket and over Server-Sent Events.</summary>
public sealed class FindingChangedTests : SubscriptionTest
{
    [Fact]
    public async Task An_entry_of_the_district_is_told_with_what_it_opened_and_cleared()
    {
        using var socket = await SocketClient.Open(Http);
        using var events = await EventStream.Open(Http, FindingChanged);
        await socket.Subscribe("1", FindingChanged);

        await Report();
        await Draft("SPE-X");

        Line(await socket.Next("1")).Should().Be("2026-06-30 2 WRITE -REV-001/SPE-2023-02");
        Line(await socket.Next("1")).Should().Be("2026-06-30 3 WRITE +CAT-001/SPE-X +HIE-001/SPE-X");
        Line(await events.Next()).Should().Be("2026-06-30 2 WRITE -REV-001/SPE-2023-02");
        Line(await events.Next()).Should().Be("2026-06-30 3 WRITE +CAT-001/SPE-X +HIE-001/SPE-X");
    }

    [Fact]
    public async Task An_entry_of_a_superior_is_told_to_the_district_below()
    {
        using var events = await EventStream.Open(Http, FindingChanged);

        await Unlink();
        await RegisterInTheNation("国家示例局");
        await Link();

        Line(await events.Next()).Should().Be("2026-06-30 1 SUPERIOR +HIE-005/SPE-2023-03");
        Line(await events.Next()).Should().Be("2026-06-30 1 SUPERIOR -HIE-005/SPE-2023-03");
    }

    [Fact]
    public async Task A_day_is_told_when_it_begins_in_Shanghai()
    {
        using var events = await EventStream.Open(Http, FindingChanged);
        Clock.Now = new DateTimeOffset(2026, 8, 27, 15, 59, 59, 999, TimeSpan.Zero);
        Line(await events.Next()).Should().Be("2026-07-01 1 DAY +REV-001/REG-2021-01 +REV-001/SPE-2021-02 +REV-001/SPE-2021-03 "
            + "+REV-001/SPE-2021-04 +REV-001/SPE-2021-06 +REV-001/SPE-2021-08 +REV-001/SPE-2021-09 +REV-001/SPE-2021-10");
        // The final evaluation covers its year.
        Line(await events.Next()).Should().Be("2026-07-09 1 DAY -REV-001/SPE-2021-02");
        // Submitted without a paper on record, until it is approved.
        Line(await events.Next()).Should().Be("2026-07-13 1 DAY +APR-001/SPE-2026-07");
        Line(await events.Next()).Should().Be("2026-07-16 1 DAY +REV-004/DEV-2026");
        Line(await events.Next()).Should().Be("2026-07-24 1 DAY -APR-001/SPE-2026-07");
        Line(await events.Next()).Should().Be("2026-08-20 1 DAY -HIE-006/SPE-2021-12");

        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Line(await events.Next()).Should().Be(
            "2026-08-28 1 DAY +ALI-001/SPE-2026-03 +ALI-001/SPE-2026-07 +AME-003/SPE-2026-07 -ALI-004/DEV-2026");
    }

    [Fact]
    public async Task A_write_by_another_process_is_seen_within_two_seconds()
    {
        using var events = await EventStream.Open(Http, FindingChanged);
        using var other = Registry.Open(Storage.TestHome.Of(File), Clock);
        var city = DistrictCode.Parse("500000");
        var link = other.View(city)!.Own.Of<PlanRegistry.Hierarchy.PlanLink>().Single(l => l.Subordinate.Code == "SPE-2021-02");
        var header = new CommandHeader { District = city, Actor = Actor.Named("other"), Command = "correctRecord" };

        other.Execute(header, _ => Decision.Write([PlanRegistry.Ledger.Change.Withdraw(link)]));
        Clock.Advance(TimeSpan.FromSeconds(2));

        Line(await events.Next()).Should().Be("2026-06-30 1 SUPERIOR +HIE-005/SPE-2023-03");
    }

    [Fact]
    public async Task Opened_findings_are_those_of_the_query_and_cleared_ones_are_seen_as_before()
    {
        const string told = "id sentence plan { title light }";
        const string asked = $"findingChanged(district: \"500154\") {{ opened {{ {told} }} cleared {{ {told} }} }}";
        using var events = await EventStream.Open(Http, $"subscription {{ {asked} }}");
        await Draft("SPE-X");
        var opened = Change(await events.Next()).Opened[0];
        var queried = await Read($"query($id: ID!) {{ node(id: $id) {{ ... on Finding {{ {told} }} }} }}", new { id = opened.Id });
        queried.Node.Should().Be(opened);
        opened.Sentence.Should().NotBeNull();
        opened.Plan.Title.Should().NotBeNull();
        opened.Plan.Light.Should().NotBeNull();

        await Run(new ApproveDirectoryList("SR-2026-B", 2026, new ListedPlan("开州区SPE-X规划（示例）", "SPE-X"))
        {
            ApprovedOn = "2026-06-15", Drafter = "区发展改革委", CoDrafters = ["区教委"], Approver = "区政府",
        });

        Change(await events.Next()).Cleared.Should().Contain(opened);
    }

    [Fact]
    public async Task From_seq_0_the_first_entry_opens_all_that_stands_after_it()
    {
        var count = (await District("findings(first: 100) { totalCount }")).Findings.TotalCount;
        using var events = await EventStream.Open(Http, FindingChanged, new { fromSeq = 0 });

        var change = Change(await events.Next());

        change.Seq.Should().Be(1);
        change.Cause.Should().Be("WRITE");
        change.Opened.Should().HaveCount(count!.Value);
    }

    [Fact]
    public async Task From_a_seq_on_the_day_it_was_recorded_is_the_start()
    {
        await Report();
        await Draft("SPE-X");
        Clock.Advance(TimeSpan.FromDays(52));

        using var events = await EventStream.Open(Http, FindingChanged, new { fromSeq = 2 });

        Line(await events.Next()).Should().Be("2026-06-30 3 WRITE +CAT-001/SPE-X +HIE-001/SPE-X");
        Line(await events.Next()).Should().Be("2026-07-01 3 DAY +REV-001/REG-2021-01 +REV-001/SPE-2021-02 +REV-001/SPE-2021-03 "
            + "+REV-001/SPE-2021-04 +REV-001/SPE-2021-06 +REV-001/SPE-2021-08 +REV-001/SPE-2021-09 +REV-001/SPE-2021-10");
    }

    [Fact]
    public async Task A_place_to_start_from_that_there_is_not_is_refused()
    {
        async Task Refused(object variables, string message, string code = "BAD_USER_INPUT")
        {
            Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
            using var events = await EventStream.Open(Http, FindingChanged, variables);
            var error = (await events.Next()).Errors[0];
            (error.Message, error.Extensions.Code).Should().Be((message, code));
            (await events.Event()).Should().Be("complete ");
            (await events.Event()).Should().BeNull();
        }

        await Refused(new { district = "500199" }, "The registry has no district 500199.", "NOT_FOUND");
        await Refused(new { fromSeq = 2 }, "The argument \"fromSeq\" is 2, but the ledger of 500154 ends at 1.");
        await Refused(new { fromSeq = -1 }, "The argument \"fromSeq\" is -1, but a ledger's first entry is 1; 0 starts before it.");
        await Refused(new { fromSeq = 1, after = "x" },
            "The arguments \"after\" and \"fromSeq\" are two places to start from: give one of them.");
        await Refused(new { after = "" }, "The argument \"after\" is no cursor of findingChanged.");
        await Refused(new { after = "%%%" }, "The argument \"after\" is no cursor of findingChanged.");
    }

    [Fact]
    public async Task A_cursor_that_was_never_given_is_refused()
    {
        const string noCursor = "参数“after”不是findingChanged的游标。";
        const string notHere = "参数“after”的游标所在的台账条目不存在：它由另一登记册给出，或者登记册已从备份恢复；请不带游标，从头读起。";
        using var socket = await SocketClient.Open(Http);

        async Task Refused(string list, string vector, string day, string message)
        {
            var after = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}\n{vector}\n{day}"));
            var payload = new { query = FindingChanged, variables = new { after } };
            await socket.Send(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload }));
            var answer = JsonSerializer.Deserialize<JsonElement>(await socket.Receive());
            answer.Text("type").Should().Be("error");
            var error = answer.At("payload").Deserialize<Error[]>(JsonForm)![0];
            (error.Message, error.Extensions.Code).Should().Be((message, "BAD_USER_INPUT"));
        }

        await Refused("findings", "500154:1 500000:1 000000:1", "2026-06-30", noCursor);
        await Refused("findingChanged", "500154:x", "2026-06-30", noCursor);
        await Refused("findingChanged", "", "2026-06-30", noCursor);
        await Refused("findingChanged", "500154:1 500000:1 000000:1", "2026-06-31", noCursor);
        await Refused("findingChanged", "500000:1 000000:1", "2026-06-30",
            "参数“after”是行政区500000的游标，不是500154的。");
        await Refused("findingChanged", "500154:1 500000:1 000000:1", "2026-07-02",
            "参数“after”是2026年7月2日的游标，这一天尚未到来。");
        await Refused("findingChanged", "500154:2 500000:1 000000:1", "2026-06-30", notHere);
        await Refused("findingChanged", "500154:1 500000:9 000000:1", "2026-06-30", notHere);
        await Refused("findingChanged", "500154:1 110000:1", "2026-06-30", notHere);
        await Refused("findingChanged", "500154:1 500154:1 500000:1 000000:1", "2026-06-30", notHere);
        await Refused("findingChanged", "500154:1 500000:1 000000:1", "2026-06-30", notHere);
        await Refused("findingChanged", "500154:1 500000:1 000000:1 #0123456789ab", "2026-06-30", notHere);
        await Refused("findingChanged", Registry.Sealed(Registry.View(DistrictCode.Parse("500154"))!.Vector), "2025-05-25",
            "参数“after”指向2025年5月25日，已超过400日；请先读取本区的问题，再从现在起订阅。");
    }

    [Fact]
    public async Task An_entry_of_more_than_400_days_ago_is_no_place_to_start_from()
    {
        Clock.Advance(TimeSpan.FromDays(401));

        using var events = await EventStream.Open(Http, FindingChanged, new { fromSeq = 0 });

        (await events.Next()).Errors[0].Message.Should().Be(
            "参数“fromSeq”指向2026年6月30日，已超过400日；请先读取本区的问题，再从现在起订阅。");
    }

    [Fact]
    public async Task A_code_that_is_no_district_code_is_refused_as_in_a_query()
    {
        using var events = await EventStream.Open(Http, FindingChanged, new { district = "KZ" });

        (await events.Next()).Errors[0].Message.Should().Contain("\"KZ\" is no district code: six digits of GB/T 2260, like \"500154\".");
    }
}
