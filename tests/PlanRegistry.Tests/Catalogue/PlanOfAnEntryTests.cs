using System.Text.Json;
using PlanRegistry.Tests.Applications;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Catalogue;

/// <summary>registerPlan on an entry of a list: the entry names the plan from then on.</summary>
public sealed class PlanOfAnEntryTests : ApplicationTest
{
    private const string Title = "开州区公路养护规划(2027—2030年)";

    private async Task<JsonElement> Registered(string? entry, string title = Title, string? code = null) => (await Asked(Commission, """
        mutation($input: RegisterPlanInput!) { registerPlan(input: $input) { seq plan { code directoryEntry { code } }
            problems { code message path } } }
        """, new
        {
            input = new
            {
                district = "500154", code, title, kind = "SPECIAL", tier = "DISTRICT", leadAgency = "区交通运输委",
                horizon = new { from = 2027, to = 2030 }, list = "SR-2027", entry,
            },
        })).At("data.registerPlan");

    private async Task<string> Entry() => (await Asked(Commission, """
        { district(code: "500154") { directoryLists { code entries { code plan { code } } } } }
        """)).At("data.district.directoryLists").EnumerateArray().Single(l => l.Text("code") == "SR-2027").At("entries").ToString();

    [Fact]
    public async Task The_entry_names_the_plan_that_is_registered_by_it_and_no_second()
    {
        await Draft("SR-2027", entries: [new { code = "1", title = Title, kind = "SPECIAL", horizon = new { from = 2027, to = 2030 } }]);

        var first = await Registered("1");
        first.At("problems").GetArrayLength().Should().Be(0);
        var code = first.Text("plan.code");
        (await Entry()).Should().Be("""[{"code":"1","plan":{"code":"#"}}]""".Replace("#", code, StringComparison.Ordinal));

        var again = await Registered("1", code: code);
        (again.At("problems").GetArrayLength(), again.At("seq").ValueKind).Should().Be((0, JsonValueKind.Null), "all of it is there");
        Refused(await Registered("1", "开州区公路养护二期规划(2027—2030年)")).Message.Should()
            .Be($"目录清单SR-2027第1项已登记为规划{code}，不重复登记；所关联的规划有误的，请更正该条目。");
    }

    [Fact]
    public async Task An_entry_that_is_not_there_or_was_dropped_has_no_plan()
    {
        await Draft("SR-2027", entries: [new { code = "1", title = Title, kind = "SPECIAL", dropped = true }]);

        Refused(await Registered("7")).Message.Should()
            .Be("没有所写目录清单的这一条目；请写明清单和条目编号，不关联清单条目的都不写。");
        Refused(await Registered(null)).Message.Should().StartWith("没有所写目录清单的这一条目");
        Refused(await Registered("1")).Message.Should().Be("目录清单SR-2027第1项已移出，不能据以登记规划。");
    }

    private static (string? Message, string? Path) Refused(JsonElement payload) =>
        (payload.Text("problems.0.message"), payload.Text("problems.0.path.0"));
}
