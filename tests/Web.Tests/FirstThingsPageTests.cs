using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>What an officer begins the day with: 先办, what falls due, a word typed into the search, a form that asks it.</summary>
[Trait("Category", "Pages")]
public sealed class FirstThingsPageTests : RegistryTest
{
    private ILocator First => Main.Locator("section", new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = "先办" }) });

    private ILocator Form => Page.Locator(".ant-drawer form");

    private ILocator Due => Main.GetByRole(AriaRole.Group, new() { Name = "期限" }).GetByRole(AriaRole.Button);

    [Fact]
    public async Task What_blocks_a_step_is_among_what_to_do_first_and_its_form_is_one_click_away()
    {
        await Open("overview");

        await Assertions.Expect(First.Locator("tbody tr")).ToHaveCountAsync(8);
        await Assertions.Expect(First.Locator("tbody tr").First).ToContainTextAsync("逾期");
        var blocking = First.Locator("tbody tr", new() { HasText = "禁止办理" }).First;
        var sentence = await blocking.Locator(".row-link").InnerTextAsync();
        await blocking.GetByRole(AriaRole.Button, new() { Name = "办理" }).ClickAsync();

        await Assertions.Expect(Page.Locator(".ant-drawer .form-finding")).ToContainTextAsync(sentence);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_falls_due_is_counted_alike_on_three_pages()
    {
        await Open("overview");
        var overview = await Due.AllInnerTextsAsync();
        await Open("tasks");
        var tasks = await Due.AllInnerTextsAsync();
        await Open("briefing");
        var briefing = await Main.Locator(".briefing-due").AllInnerTextsAsync();

        overview.Should().HaveCount(4);
        overview[0].Should().MatchRegex("^逾期 [1-9]");
        tasks.Should().Equal(overview);
        briefing.Should().Equal(overview);
    }

    [Fact]
    public async Task A_group_of_my_duties_shows_as_many_rows_as_it_counts()
    {
        await Open("tasks");
        var count = int.Parse((await Due.Nth(2).InnerTextAsync()).Split(' ')[^1]);
        await Due.Nth(2).ClickAsync();

        await Assertions.Expect(Main.GetByRole(AriaRole.Heading, new() { Name = $"30天内到期 {count}" })).ToBeVisibleAsync();
        Page.Url.Should().Contain("within=30");
    }

    [Theory]
    [InlineData("数字经济")]
    [InlineData("SPE-2024-01")]
    [InlineData("水利局")]
    public async Task Enter_searches_what_is_typed_before_anything_is_suggested(string text)
    {
        await Open("overview");
        var box = Page.GetByRole(AriaRole.Combobox).First;
        await box.FillAsync(text);
        await box.PressAsync("Enter");

        await Page.WaitForURLAsync("**/plans?text=*");
        await Read();
        await Assertions.Expect(Main.Locator("tbody tr").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Findings_of_one_agency_that_are_ticked_are_handed_to_it()
    {
        await Open("findings");
        await Main.Locator("label.choice", new() { HasText = "责任单位" }).First.Locator("select")
            .SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Main.Locator("tbody input[type=checkbox]").First.CheckAsync();
        await Main.Locator(".filter-foot").GetByRole(AriaRole.Button, new() { Name = "交办", Exact = true }).ClickAsync();

        await Assertions.Expect(Form.Locator(".chosen > li")).ToHaveCountAsync(1);
        await Assertions.Expect(Form.GetByLabel("承办单位").First).Not.ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("CAT-001")]
    [InlineData("列入目录清单")]
    public async Task A_rule_is_found_by_its_code_or_by_its_name(string words)
    {
        await Open("findings");
        await Main.GetByLabel("规则").First.FillAsync(words);
        await Main.GetByLabel("规则").First.PressAsync("Enter");

        await Page.WaitForURLAsync("**/findings?rule=CAT-001");
        await Assertions.Expect(Main.GetByLabel("规则").First)
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^CAT-001 规划列入目录清单"));
        await Assertions.Expect(Main.Locator("tbody tr").First).ToContainTextAsync("CAT-001 规划列入目录清单");
    }

    [Fact]
    public async Task The_form_of_a_report_asks_whom_it_goes_to_and_that_of_an_amendment_for_its_version()
    {
        await Open("reviews?form=recordAct");
        var type = Form.GetByLabel("办理环节").First;
        await Assertions.Expect(Form.Locator("#field-recipients")).Not.ToBeVisibleAsync();
        await type.SelectOptionAsync("REPORTED");

        await Assertions.Expect(Form.Locator("#field-recipients")).ToBeVisibleAsync();
        await Assertions.Expect(Form.Locator("#field-copies")).ToBeVisibleAsync();
        await Assertions.Expect(Form.Locator("#field-version")).Not.ToBeVisibleAsync();
        await type.SelectOptionAsync("AMENDMENT_APPROVED");
        await Assertions.Expect(Form.Locator("#field-version")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_list_is_given_the_next_code_in_the_manner_of_the_last()
    {
        await Open("lists/SR-2026?form=approveDirectoryList&like=SR-2026");

        await Assertions.Expect(Form.GetByLabel("代码").First).ToHaveValueAsync("SR-2027");
        await Assertions.Expect(Form.GetByLabel("年度").First).ToHaveValueAsync("2027");
    }

    [Theory]
    [InlineData("", "发展规划调整后相关规划的期限", "180日", "规划期中间一年（年数为双数的取前一年）")]
    [InlineData("?lang=en", "days for subordinates to follow an amendment", "180 days",
        "the middle year of the horizon, the earlier one of two")]
    public async Task A_parameter_is_told_in_words_with_its_unit(string lang, string name, string days, string year)
    {
        await Open("policy" + lang);

        await Assertions.Expect(Main.Locator("tr", new() { HasText = name }).First).ToContainTextAsync(days);
        await Assertions.Expect(Main).ToContainTextAsync(year);
        await Assertions.Expect(Main).Not.ToContainTextAsync("floor");
        await Assertions.Expect(Main).Not.ToContainTextAsync("NOT_ELIGIBLE");
    }
}
