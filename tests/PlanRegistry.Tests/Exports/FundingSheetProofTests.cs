using System.Net;
using PlanRegistry.Access;
using PlanRegistry.Server.Workbooks;
using PlanRegistry.Tests.GraphQL;
using PlanRegistry.Tests.Workbooks;

namespace PlanRegistry.Tests.Exports;

/// <summary>核验单号 in a finance sheet: a number stands beside a row only where its certificate says what the row says.</summary>
public sealed class FundingSheetProofTests : FundingSheetTest
{
    /// <summary>Of the water plan: 道路, 1200 yuan of the district, implementation.</summary>
    private static object Road(string? on = null, int? budgetYear = null) => new
    {
        plan = "SPE-2021-12", project = "道路", amount = "1200", money = "DISTRICT", purpose = "IMPLEMENTATION", on, budgetYear,
        anyVerdict = true,
    };

    private async Task<string[]> Certified(bool isSigned, params object[] lines)
    {
        if (Storage.Read(rows => rows.AccountNamed("钱一")) is null)
        {
            Have("钱一", Role.Finance);
            Have("孙二", Role.Finance);
        }
        var numbers = (await Run(await SignedIn("钱一"), "issueFundingCertificates", new { district = "500154", lines }))
            .Texts("fundingCertificates", "number").ToArray();
        if (isSigned)
        {
            await Run(await SignedIn("孙二"), "signFundingCertificates", new { district = "500154", numbers });
        }
        return numbers!;
    }

    private static byte[] Roads(params object?[][] rows) => new TestWorkbook().Sheet("表",
        [["规划代码", "项目名称", "金额（元）", "资金来源", "用途", "日期", "预算年度"], .. rows.Select(r => (object?[])
            ["SPE-2021-12", "道路", 1200, "区级财政资金", .. r])]).Bytes();

    private async Task<IEnumerable<(string? Verdict, string? Number)>> Answers(byte[] sheet)
    {
        var client = await SignedIn("钱一");
        var id = await Sent(client, sheet);
        var grid = Grid(await Exported(client, (await Asked(client, id)).Lines, id));
        return grid.Rows.Skip(1).Select(r => (r[7].Text, r[9].Text));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_whole_is_neither_answered_nor_proved()
    {
        var number = (await Certified(isSigned: true, Road("2026-06-01"))).Single();

        var answers = (await Answers(Roads(["编制费用补助", "2026-06-01", null], ["规划实施", "去年九月", null],
            ["规划实施", "2026-06-01", null]))).ToList();

        answers.Take(2).Should().AllBeEquivalentTo(("待核实", default(string)));
        answers[2].Number.Should().Be(number);
    }

    [Fact]
    public async Task A_certificate_of_another_budget_year_proves_nothing_a_signed_one_comes_first_and_an_exact_day_before_none()
    {
        await Certified(isSigned: true, Road("2026-06-01", 2027));
        (await Answers(Roads(["规划实施", null, 2026]))).Single().Number.Should().BeNull();
        await Certified(isSigned: false, Road("2026-06-02"));
        var signed = await Certified(isSigned: true, Road("2026-06-03"));

        (await Answers(Roads(["规划实施", null, 2026]))).Single().Number.Should().Be(signed[0]);
        (await Answers(Roads(["规划实施", null, 2026], ["规划实施", "2026-06-03", 2026]))).Select(a => a.Number)
            .Should().Equal("待复核", signed[0]);
    }

    [Fact]
    public async Task What_stands_in_the_row_is_what_is_answered_and_no_row_is_answered_twice()
    {
        var number = (await Certified(isSigned: true, Road())).Single();
        var client = await SignedIn("钱一");
        var id = await Sent(client, new TestWorkbook().Sheet("表", [["规划代码", "规划名称", "项目名称", "金额（元）", "资金来源"],
            ["SPE-2021-12", Water, "水库", 9999999, "区级财政资金"], ["SPE-2021-11", Water, "道路", 1200, "区级财政资金"]]).Bytes());
        object As(string place) => new
        {
            place, plan = "SPE-2021-12", project = "道路", amount = "1200", money = "DISTRICT", purpose = "IMPLEMENTATION",
        };

        var grid = Grid(await Exported(client, [As("表!B2"), As("表!B3")], id));

        grid.Rows[1][7].Text.Should().BeNull("the certificate {0} is of another project", number);
        grid.Rows[2][5].Text.Should().Be("待核实");
        grid.Rows[2][6].Text.Should().StartWith($"表!B3：“{Water}”不是规划代码SPE-2021-11的规划，请核对。");
        grid.Rows[2][7].Text.Should().BeNull();
        (await Refusal(client, [As("表!B2"), As("表!B2")], id)).Should().Be((HttpStatusCode.Conflict, "所列内容已有变化，请更新页面后再导出。"));
    }
}
