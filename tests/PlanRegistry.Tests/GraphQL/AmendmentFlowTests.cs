using System.Text.Json;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>Propose, agree, approve an amendment of the development plan along its route; what it obliges of others opens and closes.</summary>
public sealed class AmendmentFlowTests : ServerTest
{
    private const string Plan = "DEV-2026";
    private int version;
    private string indicator = "";

    private async Task Approve()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
        var plan = await Ask($"{{ district(code: \"500154\") {{ plan(code: \"{Plan}\") {{ amendments {{ version }} targets {{ indicator {{ code }} nature targetValue targetYear version }} subordinates {{ subordinate {{ code status targets {{ indicator {{ code }} }} }} }} }} }} }}");
        var targets = plan.At("district.plan.targets").EnumerateArray().ToList();
        version = plan.At("district.plan.amendments").EnumerateArray().Select(a => a.At("version").GetInt32()).Concat(targets.Select(t => t.At("version").GetInt32())).Max() + 1;
        indicator = Held(plan).First(i => targets.Exists(t => t.Text("indicator.code") == i && t.Text("targetValue") is not null));
        await Write("recordAct", new { district = "500154", plan = Plan, type = "REPORTED", about = "ANNUAL", year = 2025, on = "2026-11-02" });
        await Write("proposeAmendment", new
        {
            district = "500154", plan = Plan, version, proposedOn = "2026-11-05", reason = "示例:评估认为目标偏低", changedIndicators = new[] { indicator },
            targets = targets.Where(t => t.Text("targetValue") is not null).Select(t => new { indicator = t.Text("indicator.code"), nature = t.Text("nature"), targetYear = t.At("targetYear").GetInt32(), targetValue = t.Text("indicator.code") == indicator ? "99.9" : t.Text("targetValue") }),
        });
        await Write("recordAct", new { district = "500154", plan = Plan, type = "AMENDMENT_PROPOSED", about = "AMENDMENT", version, on = "2026-11-05", agency = "区政府" });
        await Write("recordAct", new { district = "500154", plan = Plan, type = "PARTY_AGREED", about = "AMENDMENT", version, on = "2026-11-06" });
        await Write("approveAmendment", new { district = "500154", plan = Plan, version, on = "2026-11-10" });
    }

    /// <summary>Indicators that subordinate plans in force hold.</summary>
    private static IEnumerable<string> Held(JsonElement plan) =>
        plan.At("district.plan.subordinates").EnumerateArray().Where(s => s.Text("subordinate.status") == "IN_FORCE")
            .SelectMany(s => s.At("subordinate.targets").EnumerateArray()).Select(t => t.Text("indicator.code")!);

    private async Task<JsonElement> Write(string mutation, object input)
    {
        var payload = await Run(mutation, input, "");
        payload.Texts("problems", "message").Should().BeEmpty("{0} is in order", mutation);
        return payload;
    }

    private async Task<List<JsonElement>> Duties(string asOf) =>
        [.. (await Ask($"{{ district(code: \"500154\", asOf: \"{asOf}\") {{ plans(first: 100) {{ nodes {{ code amendmentDuties {{ due state reason amendment {{ version plan {{ code }} }} }} }} }} }} }}"))
            .At("district.plans.nodes").EnumerateArray()
            .SelectMany(p => p.At("amendmentDuties").EnumerateArray().Where(d => d.Text("amendment.plan.code") == Plan && d.At("amendment.version").GetInt32() == version))];

    [Fact]
    public async Task Approval_makes_the_new_version_from_its_day()
    {
        await Approve();

        var data = await Ask($"{{ before: district(code: \"500154\", asOf: \"2026-11-09\") {{ plan(code: \"{Plan}\") {{ targets {{ indicator {{ code }} targetValue }} }} }} after: district(code: \"500154\", asOf: \"2026-11-10\") {{ plan(code: \"{Plan}\") {{ targets {{ indicator {{ code }} targetValue version }} findings(filter: {{ rules: [\"AME-002\"] }}) {{ sentence }} }} }} }}");

        string? Value(string alias) => data.At($"{alias}.plan.targets").EnumerateArray().First(t => t.Text("indicator.code") == indicator).Text("targetValue");
        Value("after").Should().Be("99.9");
        Value("before").Should().NotBe("99.9");
        data.At("after.plan.findings").GetArrayLength().Should().Be(0, "every step of the route was taken");
    }

    [Fact]
    public async Task Approval_opens_the_duties_of_the_plans_that_hold_a_changed_indicator()
    {
        await Approve();

        var duties = await Duties("2026-11-22");

        duties.Should().NotBeEmpty();
        duties.Select(d => d.Text("due")).Should().Contain("2027-05-09", "180 days after the approval");
    }

    [Fact]
    public async Task A_duty_closes_by_declaring_no_change()
    {
        await Approve();
        var before = await Ask("{ district(code: \"500154\") { plans(first: 100) { nodes { code amendmentDuties { state amendment { version plan { code } } } } } } }");
        var plan = before.At("district.plans.nodes").EnumerateArray().First(p => p.At("amendmentDuties").EnumerateArray().Any(d => d.At("amendment.version").GetInt32() == version && d.Text("amendment.plan.code") == Plan && d.Text("state") is "UPCOMING")).Text("code");

        await Write("recordAct", new { district = "500154", plan, type = "NO_CHANGE_DECLARED", on = "2026-11-20", against = $"{Plan}@{version}" });

        var after = await Ask($"{{ district(code: \"500154\") {{ plan(code: \"{plan}\") {{ amendmentDuties {{ state amendment {{ version }} }} }} }} }}");
        after.At("district.plan.amendmentDuties").EnumerateArray().Single(d => d.At("amendment.version").GetInt32() == version).Text("state").Should().Be("DONE");
    }
}
