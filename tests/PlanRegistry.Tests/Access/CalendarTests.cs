using System.Net;
using Ical.Net;
using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>日历订阅: what an agency owes, at an address that nobody can guess, and the digest for who asks.</summary>
public sealed class CalendarTests : AccessTest
{
    [Fact]
    public async Task An_address_is_told_once_and_opens_what_the_agency_owes_without_signing_in()
    {
        Have("李四", Role.Department, "KZ-WRB");
        var person = await SignedIn("李四");
        var address = await Renew(person);

        using var answer = await Client().GetAsync(address);
        var calendar = Calendar.Load(await answer.Content.ReadAsStringAsync())!;

        answer.Content.Headers.ContentType!.ToString().Should().Be("text/calendar; charset=utf-8");
        var owed = (await Asked(person,
            """{ district(code: "500154") { duties(first: 100, agencies: ["KZ-WRB"]) { nodes { due referenceDay } } } }"""))
            .At("data.district.duties.nodes").EnumerateArray().Select(n => n.Text("referenceDay") ?? n.Text("due")!)
            .Where(d => string.CompareOrdinal(d, "2025-06-29") >= 0 && string.CompareOrdinal(d, "2028-07-01") <= 0).ToList();
        calendar.Events.Select(e => $"{e.Start!.Date:yyyy-MM-dd}").Should().BeEquivalentTo(owed).And.NotBeEmpty();
        calendar.Events.Should().OnlyContain(e => !e.Start!.HasTime && e.Summary!.Length > 0);
        calendar.Events.Select(e => e.Uid).Should().OnlyHaveUniqueItems();
        Storage.Read(rows => rows.LastEntry())!.Event.Should().Be(AccessEvent.CalendarRenewed);
        Storage.Read(rows => rows.Calendar(address)).Should().BeNull("what is kept is a hash of what stands in it");
    }

    [Fact]
    public async Task A_new_address_ends_the_old_one_at_once_and_an_ended_account_ends_both()
    {
        var account = Have("李四", Role.Department, "KZ-WRB");
        Have("王五", Role.Admin);
        var person = await SignedIn("李四");
        var old = await Renew(person);
        var address = await Renew(person);

        (await Status(old)).Should().Be(HttpStatusCode.NotFound);
        (await Status(address)).Should().Be(HttpStatusCode.OK);
        Accounts.End(account.Id, by: null).Problem.Should().BeNull();
        (await Status(address)).Should().Be(HttpStatusCode.NotFound);
        (await Status("/calendar/guessed.ics")).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_department_is_given_its_own_calendar_and_digest_and_nobody_elses()
    {
        Have("张三", Role.ReformCommission);
        Have("李四", Role.Department, "KZ-WRB");
        var (officer, department) = (await SignedIn("张三"), await SignedIn("李四"));

        (await Asked(department, """
            mutation { renewCalendarFeed(input: { district: "500154", agency: "区财政局" }) { address problems { message } } }
            """)).At("data.renewCalendarFeed.problems").GetArrayLength().Should().Be(1);
        CodeOf(await Asked(department, """{ district(code: "500154") { digest(agency: "区财政局") } }""")).Should().Be("FORBIDDEN");
        var own = (await Asked(department, """{ district(code: "500154") { digest(agency: "区水利局") } }""")).Text("data.district.digest");
        own.Should().Contain("规划工作每周提示").And.Be(
            (await Asked(officer, """{ district(code: "500154") { digest(agency: "KZ-WRB") } }""")).Text("data.district.digest"));
        (await Status(await Renew(officer, "KZ-WRB"))).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_secret_plan_is_in_any_calendar()
    {
        Have("张三", Role.ReformCommission);
        var officer = await SignedIn("张三");
        var secret = (await Asked(officer, """
            { district(code: "500154") { plans(first: 100) { nodes { code secrecy leadAgency { code } } } } }
            """)).At("data.district.plans.nodes").EnumerateArray().First(p => p.Text("secrecy") == "SECRET");

        var calendar = await Client().GetStringAsync(await Renew(officer, secret.Text("leadAgency.code")));

        calendar.Replace("\r\n ", "", StringComparison.Ordinal).Should().NotContain(secret.Text("code")).And.NotContain("涉密");
    }

    private static async Task<string> Renew(HttpClient client, string? agency = null) =>
        (await Asked(client, """
            mutation($agency: String) { renewCalendarFeed(input: { district: "500154", agency: $agency }) { address problems { message } } }
            """, new { agency })).Text("data.renewCalendarFeed.address")!;

    private async Task<HttpStatusCode> Status(string address)
    {
        using var answer = await Client().GetAsync(address);
        return answer.StatusCode;
    }
}
