using System.Net;
using System.Net.Http.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Workbooks;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>访问日志: found by what happened, by whom and when, and taken along as a workbook.</summary>
public sealed class JournalTests : AccessTest
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(8));

    public JournalTests() : base(Noon)
    {
    }

    [Fact]
    public async Task An_entry_is_found_by_what_happened_by_whom_it_is_about_and_by_its_day()
    {
        var (zhang, auditor) = (Have("张三", Role.Finance), Have("审计员", Role.Audit));
        await Said("从未有过的人", "not the password");
        Clock.Advance(TimeSpan.FromDays(1));
        Accounts.End(zhang.Id, by: auditor);
        Look();
        var client = await SignedIn("审计员");

        (await Found(client, new { events = new[] { "SIGN_IN_FAILED" } })).Should().Equal("SIGN_IN_FAILED 从未有过的人 ");
        (await Found(client, new { who = " 张三 " })).Should().Equal(
            "USER_ENDED 审计员 张三", "SIGNED_IN 张三 ", "PASSWORD_SET 张三 ", "USER_INVITED  张三");
        (await Found(client, new { who = zhang.Id })).Should().HaveCount(4);
        (await Found(client, new { who = "张三", to = "2026-06-01" })).Should().HaveCount(3);
        (await Found(client, new { who = "张三", from = "2026-06-02" })).Should().Equal("USER_ENDED 审计员 张三");
        (await Found(client, new { who = "张", events = Array.Empty<string>() })).Should().BeEmpty("a name is given whole");
        (await Found(client, new { who = "' or 1 = 1 --" })).Should().BeEmpty();
    }

    [Fact]
    public async Task Its_workbook_holds_every_entry_that_fits_with_its_place_in_the_chain_and_is_itself_the_next_entry()
    {
        Have("审计员", Role.Audit);
        await Said("=HYPERLINK(\"http://x\")", "not the password");
        var client = await SignedIn("审计员");
        var entries = Storage.Read(rows => rows.Journal(int.MaxValue, 100));

        using var answer = await client.PostAsJsonAsync("/export/access-journal", new { });

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var rows = WorkbookFile.Read("book.xlsx", await answer.Content.ReadAsByteArrayAsync()).Grids[0].Rows
            .Select(r => r.Cells.Select(c => c.Text).ToList()).Where(r => int.TryParse(r[0], out _)).ToList();
        rows.Select(r => $"{r[0]} {r[9]} {r[10]}").Should().Equal(entries.Select(e => $"{e.Seq} {e.PreviousHash} {e.Hash}"));
        rows.Select(r => r[3]).Should().Contain("=HYPERLINK(\"http://x\")", "a name that was tried is text");
        var noted = Storage.Read(rows => rows.LastEntry())!;
        (noted.Event, noted.Name, noted.About).Should().Be((AccessEvent.Exported, "审计员", $"accessJournal:{entries.Count}"));
    }

    [Theory]
    [InlineData(Role.Finance, """{}""", HttpStatusCode.NotFound)]
    [InlineData(Role.Audit, """{"events":["NOTHING"]}""", HttpStatusCode.BadRequest)]
    [InlineData(Role.Audit, """{"from":"2026-06"}""", HttpStatusCode.BadRequest)]
    [InlineData(Role.Audit, """{"more":1}""", HttpStatusCode.BadRequest)]
    public async Task Nothing_is_given_to_others_nor_for_what_is_not_understood(Role role, string form, HttpStatusCode status)
    {
        Have("张三", role);
        var client = await SignedIn("张三");
        var before = Storage.Read(rows => rows.LastEntry())!.Seq;

        using var answer = await client.PostAsync("/export/access-journal",
            new StringContent(form, System.Text.Encoding.UTF8, "application/json"));

        answer.StatusCode.Should().Be(status);
        (await Message(answer)).Should().NotBeNullOrEmpty();
        Storage.Read(rows => rows.LastEntry())!.Seq.Should().Be(before);
    }

    private static async Task<List<string>> Found(HttpClient client, object filter)
    {
        var answer = await Asked(client, "query($filter: AccessJournalFilter) { accessJournal(first: 50, filter: $filter) { totalCount "
            + "nodes { event name aboutName } } }", new { filter });
        var page = answer.At("data.accessJournal");
        var found = page.At("nodes").EnumerateArray().Select(n => $"{n.Text("event")} {n.Text("name")} {n.Text("aboutName")}").ToList();
        page.At("totalCount").GetInt32().Should().Be(found.Count);
        return found;
    }
}
