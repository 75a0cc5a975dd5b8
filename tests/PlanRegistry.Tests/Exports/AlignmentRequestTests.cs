using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Tests.Consultation;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>提请衔接函: its answer is not enclosed with the question, nor what came after it; who is asked does not ask.</summary>
public sealed class AlignmentRequestTests : ConsultationTest
{
    private static Task<HttpResponseMessage> Send(HttpClient client, string opinion) =>
        client.PostAsJsonAsync("/papers", new { district = "500154", paper = "alignmentRequest", of = new[] { opinion } });

    private static async Task<(HttpStatusCode Status, string? Message)> Refusal(HttpClient client, string opinion)
    {
        using var answer = await Send(client, opinion);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Text("message"));
    }

    private static Task Register(HttpClient client, string title, string issuer, string issuedOn) => Done(client, "registerDocument",
        new { district = "500154", title, number = title, issuer, issuedOn });

    private static async Task Add(HttpClient client, string paper, string title, string on)
    {
        await Register(client, title, "区文化旅游委", on);
        await Done(client, "addSubmissionItem", new { district = "500154", plan = Tourism, paper, document = title, on });
    }

    [Fact]
    public async Task Who_leads_the_plan_encloses_what_there_was_on_the_day_and_nobody_else_has_the_letter()
    {
        var officer = Program(Role.ReformCommission);
        await Add(officer, "DRAFT", "规划草案一稿(示例)", "2026-06-01");
        await Add(officer, "DRAFT", "规划草案二稿(示例)", "2026-06-20");
        await Add(officer, "DRAFTING_NOTE", "起草说明(示例)", "2026-06-25");
        await Register(officer, "衔接意见(示例)", "区发展改革委", "2026-06-12");
        await Done(officer, "requestAlignment", new
        {
            district = "500154", plan = Tourism, against = "DEV-2026", agency = "区发展改革委", requestedOn = "2026-06-10",
        });
        await Done(officer, "recordAlignmentOpinion", new
        {
            district = "500154", plan = Tourism, against = "DEV-2026", agency = "区发展改革委", on = "2026-06-12", result = "REVISED",
            document = "衔接意见(示例)", answers = new[] { new { point = "COMPLIANCE", answer = "CONFORMS" } },
        });
        var code = (await Asked(officer, """
            { district(code: "500154") { plan(code: "SPE-2026-06") { alignment { opinions { code } } } } }
            """)).Text("data.district.plan.alignment.opinions.0.code")!;

        using var answer = await Send(Lead, code);

        LetterFile.Paragraphs(await answer.Content.ReadAsByteArrayAsync())
            .Single(p => p.StartsWith("随文报送的材料：", StringComparison.Ordinal)).Should()
            .MatchRegex("^随文报送的材料：目录清单批复《[^》]*》（[^）]*）；规划草案（送审稿）规划草案一稿\\(示例\\)。$");
        (await Refusal(Water, code)).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
    }

    [Fact]
    public async Task Who_is_asked_for_its_word_sees_the_plan_and_has_no_letter_in_its_leaders_name()
    {
        Clock.Now = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(8));

        (await Refusal(Program(Role.Department, "KZ-NRB"), "AO-2026-01")).Should().Be(
            (HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        using var own = await Send(Program(Role.Department, "KZ-TRA"), "AO-2026-01");
        LetterFile.Paragraphs(await own.Content.ReadAsByteArrayAsync()).Should()
            .Contain("随文报送的材料：目录清单批复《关于开州区2026年区级专项规划和区域规划编制目录清单的批复(示例)》（开州示例发〔2026〕1号）。",
                "the list was approved by then, and every other paper of the set is of September");
    }
}
