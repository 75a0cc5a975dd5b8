namespace PlanRegistry.Tests.GraphQL;

/// <summary>An entry that was approved before its plan was registered takes the plan afterwards, and another one not in silence.</summary>
public sealed class EntryLinkTests : ServerTest
{
    private const string Title = "开州区临时规划(示例)";
    private static readonly RegisterPlan Plan1 = new(Title) { Code = "SPE-X", LeadAgency = "区教委", DraftingFrom = "2026-06-20" };

    private static ApproveDirectoryList List(string? plan) => new("SR-2026-B", 2026, new ListedPlan(Title, plan) { LeadAgency = "区教委" })
    {
        Drafter = "区发展改革委", CoDrafters = ["区教委"],
        ApprovedOn = "2026-06-15", Approver = "区政府", ApprovalDocument = "SR-2026-B-REPLY",
    };

    private async Task ListThenRegister()
    {
        await ApproveByTheGovernment(List(null), "2026-06-15");
        await Write(Plan1);
    }

    private async Task<string?> Listing() => (await Plan("SPE-X", "listing")).Listing;

    [Fact]
    public async Task The_list_recorded_again_with_the_plan_links_the_entry()
    {
        await ListThenRegister();
        (await Listing()).Should().Be("UNKNOWN");

        var linked = await Write(List("SPE-X"));

        linked.ClearedRules.Should().Contain("CAT-001");
        linked.DirectoryList.Entries.Single().Plan.Code.Should().Be("SPE-X");
        (await Listing()).Should().Be("LISTED");
        (await Write(List("SPE-X"))).Seq.Should().BeNull("it is said already");
    }

    [Fact]
    public async Task A_link_that_is_recorded_is_neither_changed_nor_emptied_by_recording_the_list_again()
    {
        await ListThenRegister();
        await Write(List("SPE-X"));

        foreach (var plan in new[] { "SPE-2023-02", null })
        {
            var problem = (await Run(List(plan))).Problem;
            (problem.Code, problem.Message).Should()
                .Be(("DUPLICATE", "“SR-2026-B|1”已登记，所填规划与已登记的不同（未填的也算不同）；请照原样填写，确有错误的用 correctRecord 说明原因后更正。"));
        }
        (await Listing()).Should().Be("LISTED");
    }

    [Fact]
    public async Task A_correction_links_the_entry_too_as_the_remedy_says()
    {
        await ListThenRegister();
        var told = (await Ask("{ district(code: \"500154\") { plan(code: \"SPE-X\") { findings { rule { code } remedies { act text } } } "
            + "directoryLists { code entries { id } } } }")).At("district");
        var remedy = told.At("plan.findings").EnumerateArray().Single(f => f.Text("rule.code") == "CAT-001").At("remedies.0");
        remedy.Text("act").Should().Be("correctRecord");
        remedy.Text("text").Should().Be("由重庆市开州区发展和改革委员会核对目录清单SR-2026-B第1项是否为《开州区临时规划(示例)》；是的，"
            + "更正条目或者再次录入清单，将条目的“规划”填为SPE-X。");
        var entry = told.At("directoryLists").EnumerateArray().Single(l => l.Text("code") == "SR-2026-B").Text("entries.0.id")!;

        var linked = await Write(new CorrectRecord(entry, "规划已登记，补录关联", new FieldValue("plan", "SPE-X")));

        linked.ClearedRules.Should().Contain("CAT-001");
        (await Listing()).Should().Be("LISTED");
    }

    [Fact]
    public async Task What_else_was_not_recorded_is_filled_in_the_same_way()
    {
        await Write(Plan1 with { LeadAgency = null });

        await Write(Plan1);

        (await Plan("SPE-X", "leadAgency { name }")).LeadAgency.Name.Should().Be("重庆市开州区教育委员会");
        (await Run(Plan1 with { LeadAgency = "区水利局" })).Problem.Code.Should().Be("DUPLICATE");
    }
}
