using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Web.Tests;

/// <summary>审计取证 from each page where it stands, its script run by python3; and a file that is uploaded in a form.</summary>
public sealed class EvidencePageTests : RegistryTest
{
    private ILocator Drawer => Page.Locator(".ant-drawer");

    [Fact, Trait("Category", "Pages")]
    public async Task A_plan_has_evidence_on_its_page()
    {
        await Open("plans/SPE-2021-12");

        (await Check(Evidence(Main).First)).Should().Be("ok");
        Complaints.Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_finding_has_evidence_in_its_drawer()
    {
        await Open("findings");
        await Main.Locator("tbody .row-link").First.ClickAsync();

        (await Check(Evidence(Drawer.Locator(".finding")))).Should().Be("ok");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task The_ledger_gives_evidence_of_what_is_named()
    {
        await Open("ledger");
        var fold = Page.Locator("details.fold", new() { HasText = "审计取证" });
        await fold.Locator("summary").ClickAsync();
        await fold.GetByRole(AriaRole.Textbox).FillAsync("SPE-1999-01");
        await Evidence(fold).ClickAsync();
        await Assertions.Expect(fold.GetByRole(AriaRole.Status)).ToHaveTextAsync("没有该内容，或不在您的范围内。");

        await fold.GetByRole(AriaRole.Textbox).FillAsync("SPE-2021-12");

        (await Check(Evidence(fold))).Should().Be("ok");
        await Assertions.Expect(Evidence(fold)).ToBeEnabledAsync();
        (await SeriousFaults()).Should().BeEmpty();
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_document_is_registered_with_its_file_which_its_record_offers()
    {
        await Open($"plans/SPE-2021-12?form=recordAct&fill={Uri.EscapeDataString("""{"plan":"SPE-2021-12"}""")}");
        var form = Page.Locator(".ant-drawer form");
        await form.Locator("summary", new() { HasText = "登记文件" }).First.ClickAsync();
        await form.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload
        {
            Name = "网页.pdf", MimeType = "application/pdf", Buffer = Encoding.UTF8.GetBytes("<html></html>"),
        });
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("未保存");
        await form.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload
        {
            Name = "关于水安全的函.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n"),
        });
        await Assertions.Expect(form).ToContainTextAsync("已上传:关于水安全的函.pdf");
        await form.Locator("#field-document-new-number").FillAsync("开州示例函〔2026〕99号");
        await form.Locator("details[open]").GetByRole(AriaRole.Button, new() { Name = "登记文件" }).ClickAsync();
        await Assertions.Expect(form.Locator("#field-document")).ToHaveValueAsync(new Regex("99号"));

        var documents = await Ask("documents(first: 1, filter: { text: \"99号\" }) { nodes { id file } }");
        var document = documents.GetProperty("documents").GetProperty("nodes")[0];
        document.GetProperty("file").GetString().Should().Be("关于水安全的函.pdf");
        var id = document.GetProperty("id").GetString();
        await Open($"ledger?record={id}");
        var download = await Page.RunAndWaitForDownloadAsync(() => Drawer.GetByRole(AriaRole.Button, new() { Name = "下载" }).ClickAsync());

        download.SuggestedFilename.Should().Be("关于水安全的函.pdf");
        (await File.ReadAllTextAsync(await download.PathAsync())).Should().Be("%PDF-1.7\n%%EOF\n");
    }

    [Fact, Trait("Category", "Pages")]
    public async Task A_document_that_is_registered_already_is_given_its_file_and_no_other()
    {
        const string bytes = "%PDF-1.7\n%%EOF\n";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(bytes)));
        await Write($$"""
            registerDocument(input: { district: "500154", code: "DOC-LATER", title: "关于水安全的函(示例)", sha256: "{{hash}}" })
            """);
        var document = await Ask("documents(first: 1, filter: { text: \"关于水安全的函\" }) { nodes { id } }");
        await Open($"ledger?record={document.GetProperty("documents").GetProperty("nodes")[0].GetProperty("id").GetString()}");
        await Drawer.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        var form = Page.Locator(".ant-drawer form");
        await form.Locator("#field-values-upload").SetInputFilesAsync(Pdf("%PDF-1.7\nanother\n%%EOF\n"));
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync($"不是同一个文件：校验值应为{hash}");
        await form.Locator("#field-values-upload").SetInputFilesAsync(Pdf(bytes));
        await Assertions.Expect(form.Locator("#field-values-file")).ToHaveValueAsync("关于水安全的函.pdf");
        await form.Locator("#field-reason").FillAsync("补传电子文件");
        await form.Locator("#field-document").FillAsync("更正说明(示例)");
        await form.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Assertions.Expect(Drawer.Last).ToContainTextAsync("已记入台账");
        await Page.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).Last.ClickAsync();

        var download = await Page.RunAndWaitForDownloadAsync(() => Drawer.GetByRole(AriaRole.Button, new() { Name = "下载" }).ClickAsync());

        (await File.ReadAllTextAsync(await download.PathAsync())).Should().Be(bytes);
    }

    private static FilePayload Pdf(string bytes) =>
        new() { Name = "关于水安全的函.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes(bytes) };

    private static ILocator Evidence(ILocator within) => within.GetByRole(AriaRole.Button, new() { Name = "审计取证" });

    /// <summary>The last line of the file's own script.</summary>
    private async Task<string> Check(ILocator button)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        download.SuggestedFilename.Should().MatchRegex(@"^审计取证-500154-.+\.zip$");
        var zip = await download.PathAsync();
        var script = Path.Combine(Path.GetDirectoryName(zip)!, Path.GetFileName(zip) + ".py");
        using (var archive = System.IO.Compression.ZipFile.OpenRead(zip))
        {
            await using var from = archive.GetEntry("check.py")!.Open();
            await using var to = File.Create(script);
            await from.CopyToAsync(to);
        }
        using var python = Process.Start(new ProcessStartInfo("python3", ["-B", script, zip])
        {
            RedirectStandardOutput = true, Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        })!;
        var said = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return said.TrimEnd().Split('\n')[^1];
    }
}
