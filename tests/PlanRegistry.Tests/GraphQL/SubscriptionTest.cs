namespace PlanRegistry.Tests.GraphQL;

/// <summary>A server whose sample district is written to, by itself and from above.</summary>
public abstract class SubscriptionTest(params (string Key, string? Value)[] settings) : ServerTest(settings)
{
    protected const string FindingChanged = $$"""
        subscription($district: String = "500154", $after: String, $fromSeq: Int) {
          findingChanged(district: $district, after: $after, fromSeq: $fromSeq) {
            cursor day seq cause opened { {{Selections.Finding}} } cleared { {{Selections.Finding}} } } }
        """;

    /// <summary>What an answer tells, which is to be an event.</summary>
    protected static ChangeEvent Change(Response answer)
    {
        answer.Errors.Should().BeNull("an event is to come");
        return answer.Data.FindingChanged;
    }

    /// <summary>One change in a line: "2026-06-30 2 WRITE +CAT-001/SPE-X -REV-001/SPE-2023-02".</summary>
    protected static string Line(Response answer)
    {
        var change = Change(answer);
        var opened = change.Opened.Select(f => $" +{f.Rule.Code}/{f.Plan?.Code}");
        var cleared = change.Cleared.Select(f => $" -{f.Rule.Code}/{f.Plan?.Code}");
        return $"{change.Day} {change.Seq} {change.Cause}{string.Concat(opened)}{string.Concat(cleared)}";
    }

    /// <summary>Clears REV-001 of SPE-2023-02 for 2024.</summary>
    protected Task Report() => Write(new RecordAct("SPE-2023-02", "REPORTED", "2026-06-29") { About = "ANNUAL", Year = 2024 });

    /// <summary>Opens CAT-001: a plan on no list.</summary>
    protected Task Draft(string code) => Write(new RegisterPlan($"开州区{code}规划(示例)")
    {
        Code = code, LeadAgency = "区教委", DraftingFrom = "2026-06-01",
    });

    /// <summary>Opens HIE-005 of the district's SPE-2023-03, which hangs on a link of the municipality.</summary>
    protected async Task Unlink()
    {
        var city = await District("plan(code: \"SPE-2021-02\") { superiors { id } }", code: "500000");
        await Write(new CorrectRecord(city.Plan.Superiors[0].Id, "误录") { District = "500000" });
    }

    /// <summary>Takes <see cref="Unlink"/> back.</summary>
    protected Task Link() => Write(new LinkPlans("SPE-2021-02", "DEV-2021", "OBEYS") { District = "500000" });

    /// <summary>An entry of the nation that touches no finding.</summary>
    protected Task RegisterInTheNation(string name) => Write(new RegisterAgency(name) { Code = name, District = "000000" });
}
