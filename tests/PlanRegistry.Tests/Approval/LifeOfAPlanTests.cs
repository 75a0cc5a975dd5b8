using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Consultation;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Approval;

/// <summary>
/// A special plan from the wish to list it to its tasks, by the contract alone: each step by who takes it, and what the registry says
/// when one is missing.
/// </summary>
public sealed class LifeOfAPlanTests : ConsultationTest
{
    private const string Home = "500154";
    private const string Title = "开州区公路养护规划(2027—2030年)";
    private const string List = "SR-2026-B";
    private const string Code = "SPE-2027-01";
    private readonly HttpClient commission;
    private readonly HttpClient roads;
    private readonly HttpClient ecology;
    private string round = null!;
    private string dispute = null!;

    public LifeOfAPlanTests() => (commission, roads, ecology) =
        (Program(Role.ReformCommission), Program(Role.Department, "KZ-TRA"), Program(Role.Department, "KZ-EEB"));

    [Fact]
    public async Task A_special_plan_is_listed_consulted_on_aligned_submitted_approved_published_and_decomposed()
    {
        await The_roads_bureau_applies_and_is_listed();
        await The_list_is_approved_and_the_plan_begun();
        await Agencies_and_the_public_are_asked();
        await One_opinion_is_rejected_objected_to_and_comes_to_a_dispute();
        await Experts_are_drawn_and_heard();
        await The_plan_is_aligned();
        await It_is_submitted_once_the_missing_paper_is_there();
        await It_is_approved_published_and_in_force();
        await Its_tasks_are_decomposed_and_reported();
    }

    private async Task The_roads_bureau_applies_and_is_listed()
    {
        await Done(commission, "approveDirectoryList", new
        {
            district = Home, code = List, track = "SPECIAL_AND_REGIONAL", year = 2026, drafter = "区发展改革委",
            coDrafters = new[] { "区交通运输委", "区财政局" }, entries = Array.Empty<object>(),
        });
        var applied = await Done(roads, "applyForEntry", new
        {
            district = Home, title = Title, kind = "SPECIAL", horizon = new { from = 2027, to = 2030 }, list = List,
            dailyWork = false, overallImportance = true, needsGovernment = true, justification = "公路养护为公益性事业，市场投入不足。",
            approvalLevel = "GOVERNMENT", appliedOn = "2026-01-05",
        }, "application { code verdict }");
        applied.Text("application.verdict").Should().BeNull("nothing speaks against it");
        var application = applied.Text("application.code");

        foreach (var (bureau, issuer, matter) in new[] { (ecology, "区生态环境局", "EIA"), (Water, "区水利局", "WATER") })
        {
            var paper = await Paper(bureau, $"关于《{Title}》的意见", "意见", issuer, "2026-01-12");
            await Done(bureau, "recordListOpinion",
                new { district = Home, application, matter, needed = matter == "EIA", document = paper });
        }
        var listed = await Done(commission, "decideApplication",
            new { district = Home, application, outcome = "LISTED", on = "2026-01-20" }, "application { state entry { code } }");
        listed.Text("application.state").Should().Be("LISTED");
    }

    private async Task The_list_is_approved_and_the_plan_begun()
    {
        var list = new Dictionary<string, object?>
        {
            ["district"] = Home, ["code"] = List, ["track"] = "SPECIAL_AND_REGIONAL", ["year"] = 2026, ["drafter"] = "区发展改革委",
            ["coDrafters"] = new[] { "区交通运输委", "区财政局" }, ["jointSubmission"] = true, ["submittedOn"] = "2026-01-25",
            ["approver"] = "区政府", ["approvedOn"] = "2026-02-01", ["entries"] = Array.Empty<object>(),
            ["approvalDocument"] = await Paper(commission, "关于2026年第二批目录清单的批复", "批复", "区政府", "2026-02-01"),
        };
        await Done(commission, "approveDirectoryList", list);
        await Done(commission, "registerPlan", new
        {
            district = Home, code = Code, title = Title, kind = "SPECIAL", leadAgency = "区交通运输委", leadFrom = "2026-02-02",
            horizon = new { from = 2027, to = 2030 }, approvalLevel = "GOVERNMENT", importance = "ORDINARY", dailyWork = false,
            secrecy = "PUBLIC", municipalFiling = false, draftingFrom = "2026-02-10",
        });
        list["entries"] = new[] { new
        {
            code = "1", title = Title, kind = "SPECIAL", leadAgency = "区交通运输委", horizon = new { from = 2027, to = 2030 }, plan = Code,
            eiaNeeded = true, eiaOpinion = "区生态环境局-意见-2026-01-12", waterNeeded = false, waterOpinion = "区水利局-意见-2026-01-12",
        } };
        await Done(commission, "approveDirectoryList", list);
        foreach (var superior in new[] { "DEV-2026", "500000:DEV-2026" })
        {
            await Done(commission, "linkPlans",
                new { district = Home, subordinate = Code, superior, kind = superior == "DEV-2026" ? "OBEYS" : "SERVES" });
        }
        (await Shown("status listing directoryEntry { list { code } eiaNeeded waterNeeded } findings { rule { code } }")).ToString()
            .Should().Be("""{"status":"DRAFTING","listing":"LISTED","directoryEntry":{"list":{"code":"SR-2026-B"},"eiaNeeded":true,"""
                + "\"waterNeeded\":false},\"findings\":[]}");
    }

    private async Task Agencies_and_the_public_are_asked()
    {
        round = (await Done(roads, "openConsultation", new
        {
            district = Home, plan = Code, audience = "AGENCIES", agencies = new[] { "区水利局", "区财政局" }, openedOn = "2026-03-02",
        }, "round { code }")).Text("round.code")!;
        var notice = await Done(roads, "openConsultation",
            new { district = Home, plan = Code, audience = "PUBLIC", openedOn = "2026-03-02" }, "round { code dueOn }");
        notice.Text("round.dueOn").Should().Be("2026-04-01");

        await Done(commission, "recordOpinion",
            new { district = Home, round, agency = "区财政局", on = "2026-03-05", suggestion = "无意见" });
        await Done(Water, "recordOpinion", new
        {
            district = Home, round, on = "2026-03-06", clause = "第三章第二节", suggestion = "沿江路段退让河道管理范围", reason = "水法第三十七条",
        });
        await Done(roads, "closeConsultation", new { district = Home, code = notice.Text("round.code"), closedOn = "2026-04-02" });
    }

    private async Task One_opinion_is_rejected_objected_to_and_comes_to_a_dispute()
    {
        var opinion = $"{round}-002";
        await Done(roads, "handleOpinion", new { district = Home, opinion, result = "REJECTED", reason = "线位已经批准", on = "2026-03-12" });
        await Done(Water, "objectToHandling", new { district = Home, opinion, reason = "河道管理范围不得占用", on = "2026-03-14" });
        await Done(await Person("赵六", "KZ-TRA"), "reviewHandling", new
        {
            district = Home, opinion, result = "PARTLY_ADOPTED", reason = "部分路段可以退让", agreedValue = "退让路段2处", on = "2026-03-18",
        });
        await Done(roads, "closeConsultation", new { district = Home, code = round, closedOn = "2026-03-20" });
        dispute = (await Done(roads, "openDispute", new
        {
            district = Home, plan = Code, opinions = new[] { opinion }, openedOn = "2026-03-20", issue = "沿江路段是否全部退让河道管理范围",
        }, "dispute { code }")).Text("dispute.code")!;
        await Done(roads, "recordDisputeStep",
            new { district = Home, dispute, stage = "NEGOTIATION", on = "2026-03-23", conclusion = "未达成一致" });
    }

    private async Task Experts_are_drawn_and_heard()
    {
        var drawn = await Done(roads, "drawExperts", new { district = Home, plan = Code, count = 2 }, "draws { expert { code } on }");
        foreach (var expert in drawn.Texts("draws", "expert.code"))
        {
            await Done(roads, "recordExpertOpinion", new
            {
                district = Home, plan = Code, expert, on = "2026-06-30", conclusion = "AGREED",
                document = await Paper(roads, $"{Title}论证意见", "专家意见", "区交通运输委", "2026-06-30", expert),
            });
        }
    }

    private async Task The_plan_is_aligned()
    {
        await Done(roads, "requestAlignment", new { district = Home, plan = Code, against = "DEV-2026", requestedOn = "2026-05-06" });
        await Done(roads, "requestAlignment", new { district = Home, plan = Code, against = "SPA-2021", requestedOn = "2026-05-06" });
        object Conforms(string point) =>
            new { point, answer = "CONFORMS", ourClause = "第二章", theirClause = "第五篇第十五章" };
        await Done(commission, "recordAlignmentOpinion", new
        {
            district = Home, plan = Code, against = "DEV-2026", on = "2026-05-20", result = "PASS",
            document = await Paper(commission, $"关于《{Title}》的衔接意见", "衔接意见", "区发展改革委", "2026-05-20"),
            answers = new[] { "DIRECTION", "LAYOUT", "POLICIES", "PROJECTS", "RISKS" }.Select(Conforms)
                .Append(new { point = "COMPLIANCE", answer = "CONFORMS" }),
        });
        await Done(Program(Role.Department, "KZ-NRB"), "recordAlignmentOpinion",
            new { district = Home, plan = Code, against = "SPA-2021", on = "2026-05-22", result = "PASS" });
    }

    private async Task It_is_submitted_once_the_missing_paper_is_there()
    {
        foreach (var (paper, kind) in new[] { ("DRAFT", "规划草案"), ("ARGUMENTATION_REPORT", "论证报告") })
        {
            await Add(roads, paper, kind, "区交通运输委", "2026-05-25");
        }
        (await Shown("submission { isComplete lines { paper state why holder } }")).At("submission.lines").EnumerateArray()
            .Where(l => l.Text("state") is "MISSING" or "UNKNOWN").Select(l => $"{l.Text("paper")} {l.Text("holder")} {l.Text("why")}")
            .Should().Equal("DRAFTING_NOTE 重庆市开州区交通运输委员会 ", "DISPUTE_STATEMENT 重庆市开州区交通运输委员会 缺有关单位的意见、承办单位的意见、理由和依据",
                "EIA_CONFIRMATION 区生态环境局 ");
        (await Refused(roads, "recordAct", Submitted())).Should().ContainSingle().Which.Should().Be(
            $"OUT_OF_ORDER [\"type\"] 《{Title}》的审批要件缺起草说明、争议说明（缺有关单位的意见、承办单位的意见、理由和依据）、环评确认意见，"
            + "不能登记报批；请先登记要件，经批准容缺的，请填写越序依据。");

        await Add(roads, "DRAFTING_NOTE", "起草说明", "区交通运输委", "2026-06-01");
        await Add(roads, "EIA_CONFIRMATION", "环评确认意见", "区生态环境局", "2026-06-02");
        await Done(roads, "openDispute", new
        {
            district = Home, code = dispute, plan = Code, positions = "区水利局：应全部退让。", hostPosition = "退让2处，其余线位维持。",
            grounds = "线位已经批准，改线增加投资。",
        });
        await Done(roads, "recordDisputeStep", new { district = Home, dispute, stage = "TOLD", on = "2026-06-10" });
        (await Shown("submission { isComplete }")).At("submission.isComplete").GetBoolean().Should().BeTrue();
        await Done(roads, "recordAct", Submitted());
    }

    private async Task It_is_approved_published_and_in_force()
    {
        var published = new { district = Home, plan = Code, type = "PUBLISHED", on = "2026-06-20", agency = "区交通运输委" };
        (await Refused(commission, "recordAct", published)).Should().ContainSingle()
            .Which.Should().StartWith("OUT_OF_ORDER").And.Contain("尚缺");
        await Done(commission, "recordAct", new
        {
            district = Home, plan = Code, type = "GOVERNMENT_APPROVED", on = "2026-06-18",
            document = await Paper(commission, $"关于《{Title}》的批复", "批复", "区政府", "2026-06-18"),
        });
        await Done(commission, "recordAct", published);

        var shown = await Shown(
            "status submission { isComplete } procedure { steps { step state } } findings { rule { code } verdict sentence }");
        shown.Text("status").Should().Be("IN_FORCE");
        shown.At("submission.isComplete").GetBoolean().Should().BeTrue();
        shown.At("procedure.steps").EnumerateArray().Where(s => s.Text("state") is "MISSING" or "NOT_RECORDED").Should().BeEmpty();
        shown.At("findings").EnumerateArray().Select(f => $"{f.Text("rule.code")} {f.Text("verdict")}").Should().BeEmpty();
    }

    private async Task Its_tasks_are_decomposed_and_reported()
    {
        await Done(roads, "setTasks", new
        {
            district = Home, plan = Code, tasks = new[]
            {
                new { code = "GL-1", kind = "PROJECT", title = "沿江公路修复养护", clause = "第四章",
                    projectCode = (string?)"2027-500154-54-01-000001" },
                new { code = "GL-2", kind = "TASK", title = "农村公路日常养护", clause = "第五章", projectCode = (string?)null },
            },
        });
        (await Refused(roads, "decomposePlan", new
        {
            district = Home, plan = Code, on = "2026-06-25",
            assignments = new[] { new { task = "GL-1", lead = "区交通运输委" }, new { task = "GL-1", lead = "区水利局" } },
        })).Should().NotBeEmpty("one task has one lead");
        await Done(roads, "decomposePlan", new
        {
            district = Home, plan = Code, on = "2026-06-25", assignments = new[]
            {
                new { task = "GL-1", lead = "区交通运输委", coAgencies = new[] { "区水利局" } },
                new { task = "GL-2", lead = "区交通运输委", coAgencies = Array.Empty<string>() },
            },
        });
        await Done(roads, "setTaskYear", new { district = Home, task = "GL-1", year = 2027, requirement = "完成退让路段2处的施工图设计" });
        (await Asked(Water, """
            { district(code: "500154") {
                assignments(first: 5, filter: { agency: "区水利局", text: "GL-1" }) { nodes { lead { name } kind } } } }
            """)).At("data.district.assignments.nodes").ToString().Should()
            .Be("""[{"lead":{"name":"重庆市开州区交通运输委员会"},"kind":"PROJECT"}]""");
    }

    private static object Submitted() => new
    {
        district = Home, plan = Code, type = "SUBMITTED", on = "2026-06-10", agency = "区交通运输委",
        hosts = new[] { "区交通运输委", "区发展改革委" },
    };

    private static async Task Add(HttpClient client, string paper, string kind, string issuer, string on) =>
        await Done(client, "addSubmissionItem", new
        {
            district = Home, plan = Code, paper, document = await Paper(client, $"《{Title}》{kind}", kind, issuer, on), on,
        });

    private static async Task<string> Paper(HttpClient client, string title, string kind, string issuer, string issuedOn, string? of = null)
    {
        var code = $"{issuer}-{kind}-{issuedOn}{of}";
        await Done(client, "registerDocument", new { district = Home, code, title, kind, issuer, issuedOn });
        return code;
    }

    private async Task<JsonElement> Shown(string selection) => (await Asked(roads,
        $$"""{ district(code: "500154") { plan(code: "{{Code}}") { {{selection}} } } }""")).At("data.district.plan");
}
