using System.Net;
using System.Net.Http.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Tests.Access;

/// <summary>Who waits for a role, or has something to do first, gets nothing by any way out of the registry.</summary>
public sealed class HoldTests() : AccessTest(
    ("Access:AdminsApart", "true"), ("Access:PasswordDays", "90"), ("Access:SecondFactorRoles", "AUDIT"))
{
    private async Task<HttpClient> Held(Hold hold)
    {
        if (hold == Hold.Grant)
        {
            var admin = Accounts.Invite(new AccountForm("甲", Role.Admin, "500154", null, AdminPost.System), by: null).Account!;
            var invited = Accounts.Invite(new AccountForm("张三", Role.ReformCommission, "500154", null), by: admin);
            SignIns.Use(invited.Link!, Password, new Place("127.0.0.1", null)).Problem.Should().BeNull();
            Look();
            return await SignedIn("张三");
        }
        Have("张三", hold == Hold.Factor ? Role.Audit : Role.ReformCommission);
        if (hold == Hold.Password)
        {
            Clock.Advance(TimeSpan.FromDays(91));
        }
        return await SignedIn("张三");
    }

    private static ByteArrayContent Bytes() =>
        new("%PDF-1.7"u8.ToArray()) { Headers = { ContentType = new("application/octet-stream") } };

    private static readonly Dictionary<string, Func<HttpClient, Task<HttpResponseMessage>>> Ways = new(StringComparer.Ordinal)
    {
        ["export"] = c => c.PostAsJsonAsync("/export",
            new { district = "500154", sheets = new[] { new { kind = "plans", rows = new[] { "SPE-2021-12" } } } }),
        ["access journal"] = c => c.PostAsJsonAsync("/export/access-journal", new { }),
        ["funding sheet"] = c => c.PostAsJsonAsync("/export/funding-sheet",
            new { district = "500154", lines = new[] { new { plan = "SPE-2021-12" } } }),
        ["opinion form"] = c => c.PostAsJsonAsync("/export/opinion-form", new { district = "500154", round = "R-1" }),
        ["papers"] = c => c.PostAsJsonAsync("/papers", new { district = "500154", paper = "findings", of = Array.Empty<string>() }),
        ["evidence"] = c => c.PostAsJsonAsync("/evidence", new { district = "500154", kind = "plan", code = "SPE-2021-12" }),
        ["upload"] = c => c.PostAsync("/documents?district=500154&name=a.pdf", Bytes()),
        ["download"] = c => c.GetAsync($"/documents/{new string('a', 64)}?district=500154"),
        ["workbook"] = c => c.PostAsync("/workbooks?name=a.xlsx", Bytes()),
        ["returned workbook"] = c => c.GetAsync($"/workbooks/{new string('a', 64)}"),
    };

    public static TheoryData<Hold> All => [.. Enum.GetValues<Hold>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_leaves_and_it_is_said_what_is_to_be_done_first(Hold hold)
    {
        var client = await Held(hold);

        foreach (var (way, send) in Ways)
        {
            using var answer = await send(client);
            (await Message(answer)).Should().Be(hold.Sentence().Zh, way);
            answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, way);
        }
    }
}
