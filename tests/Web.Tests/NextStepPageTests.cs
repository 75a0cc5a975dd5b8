using System.Text.Json;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>What a page shows of what comes next, and of what was written for programs.</summary>
[Trait("Category", "Pages")]
public sealed class NextStepPageTests : RegistryTest
{
    private ILocator Drawer => Page.GetByRole(AriaRole.Dialog).Last;

    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task An_amendment_that_was_proposed_is_told_to_need_approval_and_its_form_is_one_click_away()
    {
        await Open("plans/SPE-2026-01?form=proposeAmendment&fill="
            + Uri.EscapeDataString(JsonSerializer.Serialize(new { plan = "SPE-2026-01", version = 2, proposedOn = "2026-11-20" })));
        await Button("预览").ClickAsync();
        await Button("提交").ClickAsync();
        await Assertions.Expect(Drawer).ToContainTextAsync("调整修订已提出,经批准后生效:下一步登记批准。");

        await Drawer.GetByRole(AriaRole.Button, new() { Name = "登记批准" }).ClickAsync();

        await Assertions.Expect(Form.Locator("#field-plan")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("综合交通运输体系"));
        await Assertions.Expect(Form.Locator("#field-version")).ToHaveValueAsync("2");
    }

    [Fact]
    public async Task What_a_certificates_hash_covers_is_read_under_the_labels_of_its_fields()
    {
        await Write("""
            issueFundingCertificate(input: { district: "500154", plan: "SPE-2021-12", project: "道路", amount: "1200",
                purpose: IMPLEMENTATION, money: DISTRICT })
            """);
        var issued = await Ask("certificates(first: 1) { nodes { id number } }");
        var certificate = issued.GetProperty("certificates").GetProperty("nodes")[0];

        await Open($"ledger?record={certificate.GetProperty("id").GetString()}");

        await Assertions.Expect(Drawer.GetByText("结论", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(Drawer).ToContainTextAsync("道路");
        await Assertions.Expect(Drawer).Not.ToContainTextAsync("{\"");
        await Assertions.Expect(Drawer).Not.ToContainTextAsync("\"verdict\"");
    }

    [Fact]
    public async Task A_department_does_what_was_handed_to_it_from_its_own_tasks()
    {
        var found = await Ask("findings(first: 50) { nodes { key plan { leadAgency { code } } remedies { act } } }");
        var key = found.GetProperty("findings").GetProperty("nodes").EnumerateArray()
            .First(f => f.GetProperty("plan").ValueKind == JsonValueKind.Object
                && f.GetProperty("plan").GetProperty("leadAgency").GetProperty("code").GetString() == "KZ-WRB"
                && f.GetProperty("remedies").EnumerateArray().Any(r => r.GetProperty("act").GetString() == "recordAct"))
            .GetProperty("key").GetString();
        await Write($$"""
            handOutFindings(input: { district: "500154", findings: [{{JsonSerializer.Serialize(key)}}],
                agency: "KZ-WRB", due: "2026-12-31" })
            """);
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("tasks?kind=HANDED_OUT");

        await Main.Locator("tbody tr").First.GetByRole(AriaRole.Button).First.ClickAsync();

        await Assertions.Expect(Form).ToBeVisibleAsync();
        Complaints.Should().BeEmpty();
    }
}
