using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>我的任务: the own agency's first, by persons, and as a month with its days off.</summary>
[Trait("Category", "Pages")]
public sealed class TasksPageTests : RegistryTest
{
    private ILocator Own => Main.Locator("section#own");

    private ILocator Others => Main.Locator("details#others");

    private async Task<int> All() =>
        (await Ask("duties(first: 1) { totalCount }")).GetProperty("duties").GetProperty("totalCount").GetInt32();

    private static int Number(string text) => int.Parse(Regex.Match(text, @"（(\d+)）").Groups[1].Value);

    [Fact]
    public async Task The_commission_sees_its_own_first_and_everybody_elses_folded_below()
    {
        var all = await All();
        HaveAccounts();
        await SignIn("发改委经办");
        await Open("tasks");

        await Assertions.Expect(Own.Locator("h2").First).ToContainTextAsync("本单位的事项");
        await Assertions.Expect(Others).Not.ToHaveAttributeAsync("open", "");
        var own = Number(await Own.Locator("h2").First.InnerTextAsync());
        var others = Number(await Others.Locator("h2").First.InnerTextAsync());
        (own + others).Should().Be(all);
        own.Should().BePositive();
        await Assertions.Expect(Own.Locator("tbody tr").First).ToContainTextAsync("区发展和改革委员会");
        (await SeriousFaults()).Should().BeEmpty();
        (await Overflowing()).Should().BeEmpty();

        await Open("tasks?within=overdue");
        await Assertions.Expect(Others).ToHaveAttributeAsync("open", "");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_department_sees_its_own_in_one_list()
    {
        HaveAccounts();
        await SignIn("水利局经办");
        await Open("tasks");

        await Assertions.Expect(Main.Locator("tbody tr").First).ToBeVisibleAsync();
        await Assertions.Expect(Others).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Oneself_is_chosen_among_the_persons_and_what_is_not_the_own_agencys_goes()
    {
        HaveAccounts();
        await SignIn("发改委经办");
        await Open("tasks");
        await Main.GetByLabel("人员").SelectOptionAsync(new SelectOptionValue { Label = "发改委经办（演示）（本人）" });
        await Read();

        Page.Url.Should().Contain("person=");
        await Assertions.Expect(Main).ToContainTextAsync("列出记录写明由其办理的，以及其单位的、未写明由谁办理的事项");
        await Assertions.Expect(Others).ToHaveCountAsync(0);
        var agencies = await Main.Locator("tbody .col-agency").AllTextContentsAsync();
        agencies.Should().NotBeEmpty().And.OnlyContain(a => a.Contains("发展和改革委员会"));
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_month_marks_days_off_and_weekends_that_are_worked_by_their_names()
    {
        await Open("tasks?view=month&month=2026-02");

        await Assertions.Expect(Main.Locator("td .day-off").First).ToHaveTextAsync("春节放假");
        await Assertions.Expect(Main.Locator("td .day-worked").First).ToHaveTextAsync("春节调休上班");
        (await SeriousFaults()).Should().BeEmpty();

        await Open("tasks?view=month&month=2031-02");
        await Assertions.Expect(Main.Locator("td .day-off")).ToHaveCountAsync(0);
        await Assertions.Expect(Main.Locator(".month-head + p.quiet")).ToContainTextAsync("2031年");
        Complaints.Should().BeEmpty();
    }
}
