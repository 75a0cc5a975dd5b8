using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>条文对照: each sentence of the notice with its rules, today's findings, and the reason where none encodes it.</summary>
[Trait("Category", "Pages")]
public sealed class ArticlesPageTests : RegistryTest
{
    private ILocator Rows => Main.Locator("tbody tr");

    private ILocator Row(string clause) => Rows.Filter(new() { Has = Page.GetByText(clause, new() { Exact = true }) });

    [Fact]
    public async Task From_the_page_of_rules_to_the_sentence_that_a_rule_encodes_and_to_what_stands_against_it()
    {
        await Open("policy");
        await Page.GetByRole(AriaRole.Link, new() { Name = "条文对照" }).ClickAsync();
        await Assertions.Expect(Rows).ToHaveCountAsync(64);
        await Assertions.Expect(Main).ToContainTextAsync("64条：已编为规则");

        var listing = Row("三、（一）第5句");
        await Assertions.Expect(listing).ToContainTextAsync("未列入目录清单的规划,原则上不得编制或批准实施");
        await Assertions.Expect(listing.Locator(".col-encoding")).ToContainTextAsync("已编为规则");
        await Assertions.Expect(listing.Locator(".col-encoding")).ToContainTextAsync("FUN-001");
        await Assertions.Expect(listing.Locator(".col-encoding")).ToContainTextAsync("操作：登记例外情形");
        var finding = listing.Locator(".col-sentence a").First;
        var sentence = await finding.InnerTextAsync();
        await finding.ClickAsync();
        await Assertions.Expect(Page.Locator(".ant-drawer")).ToContainTextAsync(sentence);

        await Open("articles?status=NOT_ENCODED");
        await Assertions.Expect(Row("三、（四）第8句")).ToContainTextAsync("所需事实不登记：考核评价及其结果不登记。");
        await Assertions.Expect(Row("三、（一）第5句")).ToHaveCountAsync(0);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_law_is_chosen_and_what_could_be_judged_is_found_by_one_press()
    {
        await Open("articles?lang=en");
        await Main.Locator(".of-documents select").SelectOptionAsync("国家发展规划法");
        await Assertions.Expect(Row("第二十一条")).ToContainTextAsync("The route of an amendment");
        await Assertions.Expect(Row("第二十一条")).ToContainTextAsync("AME-002");
        await Assertions.Expect(Main).ToContainTextAsync("Laws are excerpts");
        var all = await Rows.CountAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "could be judged" }).ClickAsync();

        await Assertions.Expect(Row("第十八条")).ToHaveCountAsync(0);
        await Assertions.Expect(Row("第二十一条")).ToHaveCountAsync(1);
        (await Rows.CountAsync()).Should().BeLessThan(all);
        Page.Url.Should().Contain("gap=OPEN");
    }

    [Fact]
    public async Task A_document_that_has_no_paragraphs_is_refused_with_those_that_have_some()
    {
        await Open("articles?document=厦府办〔2023〕4号");

        await Assertions.Expect(Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有条文，可选开州府办发〔2020〕95号、国家发展规划法");
    }
}
