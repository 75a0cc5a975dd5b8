using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Exports;
using PlanRegistry.Tests.Workbooks;

namespace Web.Tests;

/// <summary>导入: a district's workbook from the file to the ledger, by the page alone.</summary>
public sealed class ImportPageTests : RegistryTest
{
    private ILocator Comes => Page.Locator("#comes");

    private ILocator Column(string heading) => Page.GetByLabel($"列“{heading}”对应");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>A heading of two rows; one column that nobody knows, a short name, and an agency that there is not.</summary>
    private static byte[] Book() => new TestWorkbook().Sheet("附表1",
    [
        ["示例附表"], ["序号", "规划名称", "类别", "负责的局", "规划期限", null], [null, null, null, null, "起", "止"],
        [91, "开州区示例甲规划", "专项规划", "水利局", 2026, 2030], [92, "开州区示例乙规划", "专项规划", "天文台", 2026, 2030],
    ], ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"]).Bytes();

    private Task Send(string name, byte[] bytes) => Page.Locator("#workbook").SetInputFilesAsync(new FilePayload
    {
        Name = name, MimeType = "application/octet-stream", Buffer = bytes,
    });

    /// <summary>To ③, where one row is in error.</summary>
    private async Task Inspect()
    {
        await Open("import");
        await Send("目录清单.xlsx", Book());
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/import/[0-9a-f]{64}"));
        await Page.Locator("#import-list").FillAsync("SR-2024");
        await Page.Locator("#import-reason").FillAsync("补录");
        await Page.Locator("#import-document").FillAsync("开州示例发〔2024〕2号");
        await Assertions.Expect(Page.Locator("#columns")).ToContainTextAsync("目录清单条目，读到2行，表头在第2行。");
        await Assertions.Expect(Column("规划期限/起")).ToHaveValueAsync("horizon_from");
        await Assertions.Expect(Column("负责的局")).ToHaveValueAsync("");
        await Column("负责的局").SelectOptionAsync("牵头单位");
        await Assertions.Expect(Comes.GetByRole(AriaRole.Alert)).ToContainTextAsync("附表1!D5");
    }

    [Fact]
    public async Task From_a_workbook_to_records_with_a_column_said_an_inference_confirmed_and_a_row_given_back()
    {
        await Inspect();
        await Assertions.Expect(Comes.GetByRole(AriaRole.Alert)).ToContainTextAsync("天文台");
        await Assertions.Expect(Button("写入")).ToBeDisabledAsync();
        await Comes.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Assertions.Expect(Comes).ToContainTextAsync("将记入1条，更正0条，撤出0条。");
        await Assertions.Expect(Comes).ToContainTextAsync("“水利局”推定为“重庆市开州区水利局”。");
        await Button("确认以上").ClickAsync();

        await Page.ReloadAsync();

        await Assertions.Expect(Comes).ToContainTextAsync("将记入1条，更正0条，撤出0条。");
        await Assertions.Expect(Comes).ToContainTextAsync("推定已确认");
        await Assertions.Expect(Column("负责的局")).ToHaveValueAsync("lead_agency");
        await Assertions.Expect(Page.Locator("#import-reason")).ToHaveValueAsync("补录");
        await Button("写入").ClickAsync();

        var written = Page.Locator("#written");
        await Assertions.Expect(written.GetByRole(AriaRole.Status)).ToContainTextAsync("“目录清单.xlsx”已写入：记入1条，更正0条，撤出0条。");
        await Assertions.Expect(written).ToContainTextAsync("附表1!D5");
        var file = await Page.RunAndWaitForDownloadAsync(() => Button("下载退回表").ClickAsync());
        file.SuggestedFilename.Should().Be("退回表.xlsx");
        var lists = await Ask("directoryLists { code entries { title leadAgency { name } } }");
        lists.GetProperty("directoryLists").EnumerateArray().Single(l => l.GetProperty("code").GetString() == "SR-2024")
            .GetProperty("entries").EnumerateArray()
            .Where(e => e.GetProperty("title").GetString() is "开州区示例甲规划" or "开州区示例乙规划")
            .Select(e => (e.GetProperty("title").GetString(), e.GetProperty("leadAgency").GetProperty("name").GetString()))
            .Should().Equal(("开州区示例甲规划", "重庆市开州区水利局"));
        await written.GetByRole(AriaRole.Link, new() { Name = "问题台" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("问题台");
    }

    /// <summary>Plans that were approved and stand on no list, of two agencies; whose they are says a column that nobody knows.</summary>
    private static byte[] Plans() => new TestWorkbook().Sheet("规划",
    [
        ["规划名称", "规划类别", "负责的局", "规划期限", "审批主体", "批准日期"],
        ["开州区河道整治专项规划", "专项规划", "区水利局", "2026-2030", "区政府", "2026-03-02"],
        ["开州区农村公路专项规划", "专项规划", "区交通局", "2026-2030", "区政府", "2026-03-03"],
    ]).Bytes();

    [Fact]
    public async Task From_a_workbook_to_the_findings_of_each_agency_as_Excel_and_as_letters_before_anything_is_recorded()
    {
        await Open("import");
        await Send("规划.xlsx", Plans());
        await Column("负责的局").SelectOptionAsync("牵头单位");
        var check = Page.Locator("#check");
        await Assertions.Expect(check.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync(["区交通运输委", "区水利局"],
            new() { Timeout = 15_000 });
        var head = await Head();
        await Assertions.Expect(check.Locator("ol > li").First).ToContainTextAsync("办理建议：");
        var shown = await check.Locator("ol > li").AllInnerTextsAsync();

        var sheet = await Page.RunAndWaitForDownloadAsync(() => Button("导出问题清单").ClickAsync());
        var letters = await Page.RunAndWaitForDownloadAsync(() => Button("下载提醒函").ClickAsync());

        sheet.SuggestedFilename.Should().Contain("（体检，未记入）-500154-");
        using var book = new Spreadsheet(await File.ReadAllBytesAsync(await sheet.PathAsync()));
        var sentences = book.Column("一句话");
        sentences.Should().HaveSameCount(shown);
        sentences.Zip(shown).Should().OnlyContain(r => r.Second.Contains(r.First));
        letters.SuggestedFilename.Should().MatchRegex("^提醒函（体检，未记入）-500154-.*zip$");
        using var zip = ZipFile.OpenRead(await letters.PathAsync());
        List<string> told = [];
        foreach (var letter in zip.Entries)
        {
            using var content = new MemoryStream();
            await using (var opened = letter.Open())
            {
                await opened.CopyToAsync(content);
            }
            var paragraphs = LetterFile.Paragraphs(content.ToArray());
            paragraphs[^1].Should().Contain("（工作簿“规划.xlsx”体检，未记入台账）");
            told.AddRange(paragraphs.Where(p => p.StartsWith("问题：", StringComparison.Ordinal)).Select(p => p[3..]));
        }
        told.Should().BeEquivalentTo(sentences);
        (await Head()).Should().Be(head, "nothing is recorded yet");

        await Button("确认以上").ClickAsync();
        await Button("写入").ClickAsync();

        await Assertions.Expect(Page.Locator("#written").GetByRole(AriaRole.Status)).ToContainTextAsync("“规划.xlsx”已写入");
        (await Head()).Should().Be(head + 1);
    }

    [Fact]
    public async Task What_was_said_of_a_column_is_read_so_the_next_time_and_can_be_forgotten()
    {
        await Open("import");
        await Send("规划.xlsx", Plans());
        await Column("负责的局").SelectOptionAsync("牵头单位");
        await Assertions.Expect(Comes).ToContainTextAsync("列“负责的局”按指定读作“牵头单位”。");
        await Button("确认以上").ClickAsync();
        await Button("写入").ClickAsync();
        await Assertions.Expect(Page.Locator("#written")).ToBeVisibleAsync();

        await Open("import");
        await Send("规划再报.xlsx", Plans());
        await Assertions.Expect(Column("负责的局")).ToHaveValueAsync("lead_agency");
        await Assertions.Expect(Comes).ToContainTextAsync("列“负责的局”按上次的对应读作“牵头单位”。");
        await Button("忘记上次的对应").ClickAsync();

        await Assertions.Expect(Column("负责的局")).ToHaveValueAsync("");
        await Assertions.Expect(Button("忘记上次的对应")).ToHaveCountAsync(0);
    }

    /// <summary>A plan of an agency that nobody knows, and which a candidate is.</summary>
    internal static byte[] Unknown() => new TestWorkbook().Sheet("规划",
    [
        ["规划名称", "规划类别", "牵头单位", "规划期限", "审批主体", "批准日期"],
        ["开州区河道整治专项规划", "专项规划", "水利天文台", "2021-2025", "区政府", "2021-03-02"],
        ["开州区农村公路专项规划", "专项规划", "区交通局", "2026-2030", "区政府", "2026-03-03"],
    ]).Bytes();

    [Fact]
    public async Task An_agency_that_nobody_knows_is_chosen_among_three_and_what_is_read_stands_there_whole()
    {
        await Open("import");
        await Send("规划.xlsx", Unknown());
        await Assertions.Expect(Comes.GetByRole(AriaRole.Alert)).ToContainTextAsync("规划!C2");
        var (lead, horizon) = (Page.Locator("#columns tbody tr").Nth(2), Page.Locator("#columns tbody tr").Nth(3));
        await Assertions.Expect(horizon).ToContainTextAsync("2021—2025年、2026—2030年");
        await Assertions.Expect(lead).ToContainTextAsync("水利天文台、区交通局");
        var who = Page.GetByLabel("“水利天文台”是");
        (await who.Locator("optgroup[label=可能的单位] option").AllInnerTextsAsync()).Should().HaveCount(3);
        await Assertions.Expect(who.Locator("optgroup[label=其他单位] option", new() { HasText = "重庆市开州区林业局" })).ToHaveCountAsync(1);
        await who.SelectOptionAsync("重庆市开州区林业局");
        await Assertions.Expect(Comes).ToContainTextAsync("“水利天文台”按指定认定为“重庆市开州区林业局”。");

        await who.SelectOptionAsync("重庆市开州区水利局");

        await Assertions.Expect(Comes).ToContainTextAsync("“水利天文台”按指定认定为“重庆市开州区水利局”。");
        await Assertions.Expect(Comes.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Page.ReloadAsync();
        await Assertions.Expect(who).ToHaveValueAsync("重庆市开州区水利局");
        await Assertions.Expect(lead).ToContainTextAsync("区水利局、区交通局");
    }

    [Fact]
    public async Task What_would_be_corrected_is_shown_from_what_to_what()
    {
        await Open("import");
        await Send("更正.xlsx", new TestWorkbook().Sheet("附表1", [["序号", "规划名称", "类别", "牵头单位"],
            [1, "开州区政务服务提升规划(2024—2026年)(示例)", "专项规划", "区水利局"], [91, "开州区示例甲规划", "专项规划", "区水利局"]]).Bytes());
        await Page.Locator("#import-list").FillAsync("SR-2024");
        await Page.Locator("#import-reason").FocusAsync();
        await Assertions.Expect(Comes.GetByRole(AriaRole.Alert)).ToContainTextAsync("牵头单位已登记为“重庆市开州区人民政府办公室”，改写须说明理由。");
        await Page.Locator("#import-reason").FillAsync("录入有误");
        await Page.Locator("#import-document").FillAsync("开州示例发〔2024〕2号");
        await Page.Locator("#import-reason").FocusAsync();

        await Assertions.Expect(Comes).ToContainTextAsync("将记入1条，更正1条，撤出0条。");
        var corrected = Comes.Locator("details", new() { HasText = "更正、撤出的记录（1条）" });
        await Assertions.Expect(corrected.Locator("li")).ToContainTextAsync("附表1!B2 清单条目");
        await Assertions.Expect(corrected.Locator("dt")).ToHaveTextAsync(["牵头单位"]);
        await Assertions.Expect(corrected.Locator("del")).ToHaveTextAsync(["重庆市开州区人民政府办公室"]);
        await Assertions.Expect(corrected.Locator("ins")).ToHaveTextAsync(["重庆市开州区水利局"]);
        await Comes.GetByText("新记入的记录（1条）").ClickAsync();
        await Assertions.Expect(Comes.Locator("details", new() { HasText = "新记入的记录（1条）" }).Locator("li"))
            .ToContainTextAsync("《开州区示例甲规划》");
    }

    private async Task<int> Head() => (await Ask("seq")).GetProperty("seq").GetInt32();

    [Fact]
    public async Task What_the_server_refuses_is_told_in_its_own_sentence_where_it_arose()
    {
        await Open("import");

        await Send("规划.et", [1, 2, 3]);
        await Assertions.Expect(Page.Locator("#file").GetByRole(AriaRole.Alert)).ToHaveTextAsync(
            "“规划.et”是WPS表格的.et文件，请另存为.xlsx后再导入。");
        await Send("规划.csv", new byte[9 * 1024 * 1024]);
        await Assertions.Expect(Page.Locator("#file").GetByRole(AriaRole.Alert)).ToHaveTextAsync("文件超过8MiB，即可以读取的上限。");
        await Open("import/0123");
        await Assertions.Expect(Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有该工作簿，或者上传已逾一小时，请重新上传。");
        await Assertions.Expect(Comes).ToHaveCountAsync(0);
        await Page.RouteAsync("**/workbooks?*", route => route.AbortAsync());
        await Send("目录清单.xlsx", Book());
        await Assertions.Expect(Page.Locator("#file").GetByRole(AriaRole.Alert)).ToHaveTextAsync("未能连接登记册,请检查网络后重试。");
        await Open("import?asOf=2024-06-30");
        await Assertions.Expect(Page.Locator("#workbook")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_may_not_import_has_no_such_row_in_the_menu()
    {
        HaveAccounts();
        // Finance sends what it replies to a consultation, and comes from there.
        foreach (var (name, rows, boxes) in new[] { ("审计局", 0, 0), ("财政局经办", 0, 1), ("水利局经办", 1, 1) })
        {
            await Page.Context.ClearCookiesAsync();
            await SignIn(name);
            await Assertions.Expect(Page.Locator(".side").GetByRole(AriaRole.Link, new() { Name = "导入" })).ToHaveCountAsync(rows);
            await Open("import");
            await Assertions.Expect(Page.Locator("#workbook")).ToHaveCountAsync(boxes);
        }
    }

    [Fact, Trait("Category", "Pages")]
    public async Task The_page_is_readable_and_accessible_in_both_languages_at_both_sizes()
    {
        await Inspect();
        // A long title scrolls within its box, as in every form.
        await Page.Locator("#import-document").FillAsync("");
        var address = new Uri(Page.Url);
        List<string> faults = [];
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            foreach (var page in new[] { "/d/500154/import", $"{address.PathAndQuery}", $"{address.PathAndQuery}&lang=en" })
            {
                await Page.GotoAsync(Address + page);
                await Read();
                faults.AddRange((await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints)
                    .Select(f => $"{page} at {width}: {f}"));
            }
        }
        faults.Should().BeEmpty();
    }
}
