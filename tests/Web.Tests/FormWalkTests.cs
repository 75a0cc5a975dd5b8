using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>
/// Every mutation of the contract that writes plan data has a form. Over a page that has nothing else: what lies beneath is tried by
/// <see cref="RegistryPagesTests"/>.
/// </summary>
public abstract partial class FormWalkTest(string language) : RegistryTest
{
    private static readonly (int Width, int Height)[] Sizes = [(1366, 768), (390, 844)];

    private ILocator Form => Page.Locator(".ant-drawer form");

    [Fact, Trait("Category", "Pages")]
    public async Task Each_mutation_opens_as_a_form_and_tells_what_is_missing()
    {
        var record = (await Ask("""plan(code: "SPE-2021-11") { id }""")).GetProperty("plan").GetProperty("id").GetString();
        var acts = Acts();
        acts.Should().Contain(["recordAct", "proposeAmendment", "registerPlan", "correctRecord"]).And.HaveCountGreaterThan(15);
        List<string> faults = [];
        foreach (var act in acts)
        {
            await Page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
            await Open($"plans/NONE?form={act}{(act == "correctRecord" ? $"&fill={{\"id\":\"{record}\"}}" : "")}{language}");
            await Assertions.Expect(Form).ToBeVisibleAsync();
            await Form.Locator("details").EvaluateAllAsync<object?>("folds => folds.forEach(fold => { fold.open = true; })");
            foreach (var (width, height) in Sizes)
            {
                await Page.SetViewportSizeAsync(width, height);
                faults.AddRange((await Faults(act)).Select(f => $"{act} {width}: {f}"));
            }
        }

        faults.Should().BeEmpty();
    }

    private async Task<IReadOnlyList<string>> Faults(string act)
    {
        await Form.Locator(".form-acts button").First.ClickAsync();
        await Assertions.Expect(Form.GetByRole(AriaRole.Alert).First).ToBeFocusedAsync();
        (await Form.Locator(".field-error").CountAsync()).Should().BePositive("{0} tells it at the field", act);
        var labels = language == "" ? [] : await Form.Locator("label, legend").AllInnerTextsAsync();
        // A box scrolls its own text.
        var wide = (await Overflowing()).Where(e => !e.StartsWith("INPUT.", StringComparison.Ordinal));
        var untold = labels.Where(t => Chinese().IsMatch(t)).Select(t => $"no English for {t}");
        List<string> faults = [.. untold, .. await SeriousFaults(), .. wide, .. Complaints];
        Complaints.Clear();
        return faults;
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

public sealed class FormWalkTests() : FormWalkTest("");

public sealed class EnglishFormWalkTests() : FormWalkTest("&lang=en");
