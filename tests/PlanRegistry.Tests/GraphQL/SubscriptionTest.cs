using System.Text.Json;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>A server whose sample district is written to, by itself and from above.</summary>
public abstract class SubscriptionTest : ServerTest
{
    protected const string FindingChanged = """
        subscription($district: String = "500154", $after: String, $fromSeq: Int) {
          findingChanged(district: $district, after: $after, fromSeq: $fromSeq) {
            cursor day seq cause opened { id rule { code } plan { code } verdict } cleared { id rule { code } plan { code } verdict } } }
        """;

    /// <summary>One change in a line: "2026-06-30 2 WRITE +CAT-001/SPE-X -REV-001/SPE-2023-02".</summary>
    protected static string Line(JsonElement answer)
    {
        answer.TryGetProperty("errors", out var errors).Should().BeFalse("an event is to come, but: {0}", errors);
        var change = answer.At("data.findingChanged");
        static IEnumerable<string> Told(JsonElement change, string list, string sign) =>
            change.At(list).EnumerateArray().Select(f => $" {sign}{f.Text("rule.code")}/{(f.At("plan").ValueKind == JsonValueKind.Null ? "" : f.Text("plan.code"))}");
        return $"{change.Text("day")} {change.Text("seq")} {change.Text("cause")}{string.Concat(Told(change, "opened", "+"))}{string.Concat(Told(change, "cleared", "-"))}";
    }

    protected static string CursorOf(JsonElement answer) => answer.Text("data.findingChanged.cursor")!;

    /// <summary>Clears REV-001 of SPE-2023-02 for 2024.</summary>
    protected Task Report() => Written(Run("recordAct", new { district = "500154", plan = "SPE-2023-02", type = "REPORTED", about = "ANNUAL", year = 2024, on = "2026-06-29" }, "act { id }"));

    /// <summary>Opens CAT-001: a plan on no list.</summary>
    protected Task Draft(string code) => Written(Run("registerPlan", new { district = "500154", title = $"开州区{code}规划(示例)", kind = "SPECIAL", code, horizon = new { from = 2026, to = 2030 }, leadAgency = "区教委", draftingFrom = "2026-06-01" }, "plan { code }"));

    /// <summary>Opens HIE-005 of the district's SPE-2023-03, which hangs on a link of the municipality.</summary>
    protected async Task Unlink()
    {
        var plan = await Ask("{ district(code: \"500000\") { plan(code: \"SPE-2021-02\") { superiors { id } } } }");
        await Written(Run("correctRecord", new { district = "500000", id = plan.Text("district.plan.superiors.0.id"), reason = "误录", document = "更正说明(示例)" }, "record { id }"));
    }

    /// <summary>Takes <see cref="Unlink"/> back.</summary>
    protected Task Link() => Written(Run("linkPlans", new { district = "500000", subordinate = "SPE-2021-02", superior = "DEV-2021", kind = "OBEYS" }, "planLink { id }"));

    /// <summary>An entry of the nation that touches no finding.</summary>
    protected Task RegisterInTheNation(string name) => Written(Run("registerAgency", new { district = "000000", code = name, name }, "agency { id }"));

    private static async Task Written(Task<JsonElement> payload) => (await payload).Texts("problems", "message").Should().BeEmpty();
}
