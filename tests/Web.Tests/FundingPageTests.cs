using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;

namespace Web.Tests;

/// <summary>Finance from forty pasted lines to signed papers, by two accounts; and whether a paper holds, without an account.</summary>
public sealed class FundingPageTests : RegistryTest
{
    private const string Preparer = "财政局经办", Reviewer = "财政局复核";

    /// <summary>Thirty-two that may be paid, and eight that may not or are not found; cells in Excel's order, with a heading.</summary>
    private static string Forty { get; } = string.Join('\n', new[] { "序号\t规划名称\t项目名称\t金额（万元）\t资金来源\t日期" }.Concat(
        Enumerable.Range(1, 40).Select(i => $"{i}\t{(i % 5 != 0 ? "SPE-2021-12" : i % 10 == 0 ? "开州区水安全规划" : "SPE-2024-01")}"
            + $"\t示例工程{i}\t{i},200.5\t区级财政资金\t{Today:yyyy/M/d}")));

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);

    private ILocator Rows(string section) => Page.Locator($"#{section} tbody tr");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    private async Task Paste(string lines)
    {
        await Page.GetByLabel("从Excel粘贴").FillAsync(lines);
        await Button("核对").ClickAsync();
        await Assertions.Expect(Page.Locator("#check .mark").First).ToBeVisibleAsync();
    }

    /// <summary>Signed certificates of the first lines.</summary>
    private async Task HaveSigned(string lines)
    {
        HaveAccounts();
        await SignIn(Preparer);
        await Paste(lines);
        await Button("出具所选").ClickAsync();
        await Assertions.Expect(Page.Locator("#check").GetByRole(AriaRole.Status)).ToContainTextAsync("待另一账户复核");
        await SignOut();
        await SignIn(Reviewer);
        await Page.Locator("#waiting").GetByRole(AriaRole.Button, new() { Name = "全部" }).ClickAsync();
        await Button("审核签发").ClickAsync();
        await Assertions.Expect(Page.Locator("#waiting").GetByRole(AriaRole.Status)).ToContainTextAsync("已签发");
    }

    [Fact]
    public async Task From_forty_pasted_lines_to_signed_papers()
    {
        HaveAccounts();
        await SignIn(Preparer);
        await Paste(Forty);

        await Assertions.Expect(Page.Locator("#check .filter-foot")).ToContainTextAsync("40行，其中可以安排32行，已选32行");
        await Assertions.Expect(Rows("check").Nth(0)).ToContainTextAsync("12,005,000");
        await Assertions.Expect(Rows("check").Nth(4).GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await Assertions.Expect(Rows("check").Nth(4)).ToContainTextAsync("未列入规划编制目录清单");
        await Assertions.Expect(Rows("check").Nth(9)).ToContainTextAsync("待核实");
        await Assertions.Expect(Rows("check").Nth(9).GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
        await Rows("check").Nth(9).GetByRole(AriaRole.Combobox).SelectOptionAsync("SPE-2021-12");
        await Assertions.Expect(Page.Locator("#check .filter-foot")).ToContainTextAsync("可以安排33行，已选33行");
        await Page.ReloadAsync();
        await Assertions.Expect(Page.Locator("#check .filter-foot")).ToContainTextAsync("可以安排33行，已选33行");

        await Button("出具所选33张").DblClickAsync();

        await Assertions.Expect(Page.Locator("#check").GetByRole(AriaRole.Status)).ToHaveTextAsync(
            new Regex(@"已出具33张，待另一账户复核：500154-\d{4}-000001至500154-\d{4}-000033。"));
        await Assertions.Expect(Rows("waiting")).ToHaveCountAsync(33);
        await Assertions.Expect(Rows("waiting").Nth(0).GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
        await Assertions.Expect(Rows("check").Nth(0)).ToContainTextAsync("-000001");
        await SignOut();

        await SignIn(Reviewer);
        await Assertions.Expect(Page.GetByLabel("从Excel粘贴")).ToHaveValueAsync("");
        await Rows("waiting").Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await Button("退回").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "退回理由" }).FillAsync("金额与申请不符");
        await Page.GetByRole(AriaRole.Form, new() { Name = "退回理由" }).GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await Assertions.Expect(Rows("waiting")).ToHaveCountAsync(32);
        await Page.Locator("#waiting").GetByRole(AriaRole.Button, new() { Name = "全部" }).ClickAsync();
        await Button("审核签发").ClickAsync();
        await Assertions.Expect(Page.Locator("#waiting").GetByRole(AriaRole.Status)).ToContainTextAsync("已签发32张");
        await Assertions.Expect(Page.Locator("#waiting")).ToContainTextAsync("没有待复核的核验单。");

        await Page.Locator("#waiting").GetByRole(AriaRole.Link, new() { Name = "打印核验单" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".paper")).ToHaveCountAsync(32);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(Page.Locator(".paper").First).ToBeHiddenAsync();
        await Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Page.EvaluateAsync("() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; }");
        await Button("打印").ClickAsync();
        await Assertions.Expect(Page.Locator(".papers.unnoted")).ToHaveCountAsync(0);
        (await Page.EvaluateAsync<int>("() => window.printed")).Should().Be(1);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = Page.Locator(".paper").First;
        await Assertions.Expect(paper).ToContainTextAsync(new Regex(@"500154-\d{4}-000002"));
        await Assertions.Expect(paper.Locator("footer")).ToHaveTextAsync("本单仅证明规划目录核验结果，不代替预算批复和资金拨付审批");
        await Assertions.Expect(paper.Locator(".verify-code")).ToHaveTextAsync(new Regex("^[A-Z2-7]{8}$"));
        await Assertions.Expect(paper).ToContainTextAsync("财政局经办（演示）");
        await Assertions.Expect(paper).ToContainTextAsync("财政局复核（演示）");
        await Assertions.Expect(paper.Locator(".paper-signs p")).ToHaveTextAsync(["经办人签名：", "审核人签名：", "（单位印章）　　　　年　　月　　日"]);
        (await paper.Locator("svg.qr path").GetAttributeAsync("d")).Should().HaveLength(await PathLength(paper), "it is the address's");
        Service<IAccessStorage>().Read(rows => rows.Journal(int.MaxValue, 100, null))
            .Count(e => e.Event == AccessEvent.CertificatePrinted).Should().Be(32);
    }

    /// <summary>Of the QR code that our own API gives for the number on the paper.</summary>
    private async Task<int> PathLength(ILocator paper)
    {
        var label = (await paper.GetAttributeAsync("aria-label"))!.Split(' ')[1];
        var path = await Page.EvaluateAsync<string>("""
            async number => (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ query: 'query($n: [String!]) { district(code: "500154") { ' +
                    'certificates(first: 1, filter: { numbers: $n }) { nodes { qrCode { path } } } } }',
                variables: { n: [number] } }) })).json()).data.district.certificates.nodes[0].qrCode.path
            """, label);
        return path.Length;
    }

    [Fact]
    public async Task From_a_dropped_sheet_to_the_same_sheet_filled_in()
    {
        var file = new FilePayload { Name = "经费表.xlsx", MimeType = "application/octet-stream", Buffer = FinanceSheet.Make() };
        HaveAccounts();
        await SignIn(Preparer);
        await Page.GetByLabel("或者拖入、选择经费审核表").SetInputFilesAsync(file);
        await Assertions.Expect(Page.Locator("#check .filter-foot")).ToContainTextAsync("3行，其中可以安排1行，已选1行");
        await Assertions.Expect(Page.Locator(".sheet-read")).ToContainTextAsync("经费表!A6 “合计”未读入。");
        await Assertions.Expect(Rows("check").Nth(0)).ToContainTextAsync("1,205,000");
        await Assertions.Expect(Rows("check").Nth(2)).ToContainTextAsync("经费表!C5 “两千”不是大于零的金额，未采用。");
        await Assertions.Expect(Rows("check").Nth(2)).ToContainTextAsync("待核实");
        await Assertions.Expect(Rows("check").Nth(2).GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
        await Page.ReloadAsync();
        await Assertions.Expect(Page.Locator("#check .filter-foot")).ToContainTextAsync("3行，其中可以安排1行，已选1行");
        await Button("出具所选1张").ClickAsync();
        await Assertions.Expect(Page.Locator("#check").GetByRole(AriaRole.Status)).ToContainTextAsync("待另一账户复核");
        var (waiting, _) = await Filled();
        await SignOut();
        await SignIn(Reviewer);
        await Page.Locator("#waiting").GetByRole(AriaRole.Button, new() { Name = "全部" }).ClickAsync();
        await Button("审核签发").ClickAsync();
        await Assertions.Expect(Page.Locator("#waiting").GetByRole(AriaRole.Status)).ToContainTextAsync("已签发1张");
        await SignOut();
        await SignIn(Preparer);
        await Page.GetByLabel("或者拖入、选择经费审核表").SetInputFilesAsync(file);
        await Assertions.Expect(Rows("check").Nth(0)).ToContainTextAsync("-000001");
        await Assertions.Expect(Button("出具所选0张")).ToBeDisabledAsync();

        var (cells, name) = await Filled();

        waiting[2][8].Should().Be("待复核");
        name.Should().MatchRegex(@"^经费表-经费审核-\d{4}-\d\d-\d\d\.xlsx$");
        cells[1].Should().Equal("规划名称", "项目名称", "申请资金（万元）", "资金来源", "经办", null, "结论", "理由", "核验单号");
        cells[2][8].Should().MatchRegex(@"^500154-\d{4}-000001$");
        cells[2][4].Should().Be("甲");
        foreach (var (row, i) in cells[2..5].Select((r, i) => (r, i)))
        {
            await Assertions.Expect(Rows("check").Nth(i).Locator(".mark").Last).ToHaveTextAsync(new Regex($"{row[6]}$"));
            foreach (var reason in row[7]!.Split('\n'))
            {
                await Assertions.Expect(Rows("check").Nth(i)).ToContainTextAsync(reason.Replace("C5：", "C5 ", StringComparison.Ordinal));
            }
        }
        (cells[3][8], cells[4][8], cells[5][6]).Should().Be((null, null, null));
    }

    /// <summary>The cells of the sheet that the page gives out, and what it is called.</summary>
    private async Task<(List<string?[]> Cells, string Name)> Filled()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Button("导出审核结果").ClickAsync());
        return (FinanceSheet.Cells(File.ReadAllBytes(await download.PathAsync())), download.SuggestedFilename);
    }

    [Fact]
    public async Task Cells_are_read_in_any_order_with_or_without_a_heading_and_never_guessed()
    {
        HaveAccounts();
        await SignIn(Preparer);
        await Paste("区财政\t2026年1月2日\t道路\t120.50001万元\tSPE-2021-12\n￥1,200元\tDEV-2026\t学校\t20260203\t转移支付\n"
            + "SPE-2021-12\t桥梁\t2026\t0.1\t自筹");

        foreach (var (row, cells) in new[]
        {
            (0, new[] { "道路", "1,205,000.1", "区级财政资金", "2026-01-02" }), (1, ["学校", "1,200", "上级转移支付", "2026-02-03"]),
            (2, ["桥梁", "0.1", "其他资金"]),
        })
        {
            (await Rows("check").Nth(row).Locator("td").AllInnerTextsAsync()).Select(c => c.Split('\n')[0].Trim()).Should().Contain(cells);
        }
        await Paste("资金来源\t金额（单位：万元）\t规划\n市级转移支付\t5\tDEV-2026\n区本级\t5\tSPE-2021-12");
        await Assertions.Expect(Rows("check").Nth(0)).ToContainTextAsync("上级转移支付");
        await Assertions.Expect(Rows("check").Nth(0)).ToContainTextAsync("50,000");
        await Assertions.Expect(Rows("check").Nth(1)).ToContainTextAsync("区级财政资金");
        await Paste("资金来源\t金额(元)\t规划\n区级\t两千\tSPE-2021-12\n上上级\t5\tDEV-2026");
        await Assertions.Expect(Rows("check").Nth(0)).ToContainTextAsync("金额看不懂，未采用。");
        await Assertions.Expect(Rows("check").Nth(1)).ToContainTextAsync("资金来源看不懂，未采用。");
        await Assertions.Expect(Page.Locator("#check .filter-foot")).ToContainTextAsync("已选0行");
        await Page.GetByLabel("从Excel粘贴").FillAsync(string.Join('\n', Enumerable.Repeat("SPE-2021-12", 201)));
        await Button("核对").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("一次最多核对200行，现有201行，请分次核对。");
    }

    [Fact]
    public async Task A_broken_line_and_a_retry_issue_none_twice_and_an_ended_session_loses_nothing()
    {
        HaveAccounts();
        await SignIn(Preparer);
        await Paste("SPE-2021-12；道路；1200；区级财政资金\nDEV-2026；学校；看不懂；区级财政资金");
        await Assertions.Expect(Rows("check").Nth(1)).ToContainTextAsync("有内容看不懂，未采用");
        await Assertions.Expect(Rows("check").Nth(1).GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await Page.RouteAsync("**/graphql", async route =>
        {
            if (route.Request.PostData!.Contains("issueFundingCertificates", StringComparison.Ordinal))
            {
                // Written, and the answer lost.
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }
            await route.ContinueAsync();
        });
        await Button("出具所选").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有得到答复。请重试");
        await Page.UnrouteAsync("**/graphql");
        await Page.ReloadAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有得到答复。请重试");
        var storage = Service<IAccessStorage>();
        storage.Write(TimeSpan.FromSeconds(2), rows =>
        {
            foreach (var session in rows.Accounts().SelectMany(a => rows.Sessions(a.Id)))
            {
                rows.Save(session with { EndedAt = TimeProvider.System.GetUtcNow() });
            }
            rows.RaiseEpoch();
            return true;
        });
        Service<Callers>().Refresh();

        await Page.Locator("#check").GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Button(Preparer).ClickAsync();
        await Assertions.Expect(Page.GetByLabel("从Excel粘贴")).ToHaveValueAsync(new Regex("^SPE-2021-12；道路"));
        await Page.Locator("#check").GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();

        await Assertions.Expect(Page.Locator("#check").GetByRole(AriaRole.Status)).ToContainTextAsync("已出具");
        await Assertions.Expect(Rows("waiting")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Whoever_has_the_paper_sees_whether_it_holds_and_one_wrong_letter_tells_nothing()
    {
        await HaveSigned("SPE-2021-12\t道路\t1200\t区级财政资金");
        var address = await Page.EvaluateAsync<string>("""
            async () => (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ query: '{ district(code: "500154") {' +
                    ' certificates(first: 1) { nodes { qrCode { address } } } } }' }) }))
                .json()).data.district.certificates.nodes[0].qrCode.address
            """);
        address.Should().StartWith(Address + "/verify/500154-");
        var code = address.Split('#')[1];
        await using var stranger = await Page.Context.Browser!.NewContextAsync();
        var paper = await stranger.NewPageAsync();
        List<string> asked = [];
        paper.Request += (_, r) => asked.Add(r.Url);

        await paper.GotoAsync(address);

        await Assertions.Expect(paper.Locator(".holds")).ToContainTextAsync("有效");
        await Assertions.Expect(paper.Locator(".holds")).ToContainTextAsync("核验一致");
        await Assertions.Expect(paper.Locator("main")).ToContainTextAsync("《开州区水安全保障规划(2021—2030年)(示例)》（SPE-2021-12）");
        await Assertions.Expect(paper.Locator("main")).ToContainTextAsync("今日结论");
        await paper.GetByLabel("校验码").FillAsync((code[0] == 'A' ? 'B' : 'A') + code[1..]);
        await paper.GetByRole(AriaRole.Button, new() { Name = "核验" }).ClickAsync();
        await Assertions.Expect(paper.GetByRole(AriaRole.Alert)).ToHaveTextAsync("核验单编号与校验码不符，请按纸质核验单核对后重新填写。");
        await Assertions.Expect(paper.Locator("main")).Not.ToContainTextAsync("SPE-2021-12");
        // The alphabet has no 0, 1 and 8.
        var mistaken = code.Replace('O', '0').Replace('I', '1').Replace('B', '8').ToLowerInvariant();
        await paper.GetByLabel("校验码").FillAsync(mistaken);
        await paper.GetByRole(AriaRole.Button, new() { Name = "核验" }).ClickAsync();
        await Assertions.Expect(paper.Locator(".holds")).ToContainTextAsync("核验一致");
        await paper.GetByLabel("编号").FillAsync("第1号");
        await paper.GetByRole(AriaRole.Button, new() { Name = "核验" }).ClickAsync();
        await Assertions.Expect(paper.GetByRole(AriaRole.Alert)).ToHaveTextAsync("核验单编号与校验码不符，请按纸质核验单核对后重新填写。");
        asked.Should().NotContain(url => url.Split('#', 2)[0].Contains(code, StringComparison.Ordinal),
            "no server sees the code in an address");

        await Page.Locator("#certificates tbody input[type=checkbox]").First.CheckAsync();
        await Button("撤销").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "撤销理由" }).FillAsync("资金用途变更");
        await Page.GetByRole(AriaRole.Form, new() { Name = "撤销理由" }).GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#certificates").GetByRole(AriaRole.Status)).ToContainTextAsync("已撤销500154-");
        var again = await stranger.NewPageAsync();
        await again.GotoAsync(address);
        await Assertions.Expect(again.Locator(".holds")).ToContainTextAsync(
            $"已于{Today.Year}年{Today.Month}月{Today.Day}日撤销，理由：资金用途变更");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task The_pages_of_money_are_readable_and_accessible_in_both_languages_at_both_sizes()
    {
        await HaveSigned("SPE-2021-12\t道路\t1200\t区级财政资金\nDEV-2026\t学校\t3000.5\t上级转移支付");
        await SignOut();
        await SignIn(Preparer);
        await Paste(Forty);
        await Button("出具所选").ClickAsync();
        await Assertions.Expect(Page.Locator("#check").GetByRole(AriaRole.Status)).ToContainTextAsync("待另一账户复核");
        var numbers = await Page.Locator("#certificates .record-link").AllInnerTextsAsync();
        var papers = $"funding/papers?numbers={string.Join(',', numbers)}";
        List<string> faults = [];
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            foreach (var page in new[] { "funding", "funding?lang=en", papers, papers + "&lang=en", "funding?status=VALID&text=道路" })
            {
                await Open(page);
                faults.AddRange((await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints)
                    .Select(f => $"{page} at {width}: {f}"));
                Complaints.Clear();
            }
            foreach (var page in new[] { "/verify", "/verify?lang=en", "/verify/500154-2026-000001#AAAAAAAA" })
            {
                await Page.GotoAsync("about:blank");
                await Page.GotoAsync(Address + page);
                await Assertions.Expect(page.Contains('#') ? Page.GetByRole(AriaRole.Alert) : Page.Locator("h1")).ToBeVisibleAsync();
                faults.AddRange((await SeriousFaults()).Concat(await Overflowing()).Concat(Complaints)
                    .Select(f => $"{page} at {width}: {f}"));
                Complaints.Clear();
            }
        }

        faults.Should().BeEmpty();
    }
}
