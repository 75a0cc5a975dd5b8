using System.Net;
using System.Net.Http.Json;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Exports;

/// <summary>An office's template stands in place of the program's own, and what is wrong in it is told.</summary>
public sealed class OwnTemplateTests : ServerTest
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("plan-registry-templates-");

    public OwnTemplateTests() : base(("Papers:Templates", Folder.FullName)) { }

    [Fact]
    public async Task A_damaged_template_is_told_by_its_name_and_the_others_go_on()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(Folder.FullName, "briefing.docx"), "no paper");

        using var refused = await Http.PostAsJsonAsync("/papers", new { district = "500154", paper = "briefing" });
        using var letter = await Http.PostAsJsonAsync("/papers", new { district = "500154", paper = "reminder", of = new[] { "KZ-WRB" } });

        refused.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("briefing.docx");
        letter.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
