using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>Every mutation of the contract that writes plan data has a form.</summary>
public sealed partial class FormWalkTests : RegistryTest
{
    private static readonly (int Width, int Height)[] Sizes = [(1366, 768), (390, 844)];

    [Theory, Trait("Category", "Pages")]
    [InlineData("")]
    [InlineData("&lang=en")]
    public async Task Each_mutation_opens_as_a_form_and_tells_what_is_missing(string language)
    {
        var record = (await Ask("""plan(code: "SPE-2021-11") { id }""")).GetProperty("plan").GetProperty("id").GetString();
        var acts = Acts();
        acts.Should().Contain(["recordAct", "proposeAmendment", "registerPlan", "correctRecord"]).And.HaveCountGreaterThan(15);
        List<string> faults = [];
        foreach (var act in acts)
        {
            foreach (var (width, height) in Sizes)
            {
                await Page.SetViewportSizeAsync(width, height);
                await Open($"policy?form={act}{(act == "correctRecord" ? $"&fill={{\"id\":\"{record}\"}}" : "")}{language}");
                var form = Page.Locator(".ant-drawer form");
                await Assertions.Expect(form).ToBeVisibleAsync();
                await form.Locator("details").EvaluateAllAsync<object?>("folds => folds.forEach(fold => { fold.open = true; })");
                await form.Locator(".form-acts button").First.ClickAsync();
                await Assertions.Expect(form.GetByRole(AriaRole.Alert).First).ToBeFocusedAsync();
                (await form.Locator(".field-error").CountAsync()).Should().BePositive("{0} tells it at the field", act);
                if (language != "")
                {
                    faults.AddRange((await form.Locator("label, legend").AllInnerTextsAsync())
                        .Where(t => Chinese().IsMatch(t)).Select(t => $"{act}: no English for {t}"));
                }
                // A box scrolls its own text.
                var wide = (await Overflowing()).Where(e => !e.StartsWith("INPUT.", StringComparison.Ordinal));
                faults.AddRange((await SeriousFaults()).Concat(wide).Concat(Complaints).Select(f => $"{act} {width}: {f}"));
                Complaints.Clear();
            }
        }

        faults.Should().BeEmpty();
    }

    /// <summary>Those of accounts have no idempotency key, and pages of their own.</summary>
    private static List<string> Acts()
    {
        var contract = string.Join('\n', Directory.GetFiles(Folder(), "*.graphql").Select(File.ReadAllText));
        return [.. MutationType().Matches(contract).SelectMany(m => MutationField().Matches(m.Value))
            .Where(m => Regex.IsMatch(contract, $@"^input {m.Groups[2].Value} \{{[^}}]*idempotencyKey", RegexOptions.Multiline))
            .Select(m => m.Groups[1].Value)];
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../schema/graphql");

    [GeneratedRegex(@"type Mutation \{.*?\n\}", RegexOptions.Singleline)]
    private static partial Regex MutationType();

    [GeneratedRegex(@"^  (?:"".*"" )?(\w+)\("".*"" input: (\w+)!\)", RegexOptions.Multiline)]
    private static partial Regex MutationField();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
