using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Documents;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.Evidence;
using PlanRegistry.Tests.GraphQL;
using Language = PlanRegistry.Records.Language;

namespace PlanRegistry.Tests.Documents;

/// <summary>电子文件: taken in by content, kept by hash, proved by the ledger, given out to be saved.</summary>
public sealed class DocumentFileTests : AccessTest
{
    private const string PlanCode = "SPE-2021-12";

    private string Folder => Service<DocumentStore>().Folder;

    private IEnumerable<string> Waiting => Directory.Exists(Path.Combine(Folder, "incoming"))
        ? Directory.GetFiles(Path.Combine(Folder, "incoming")) : [];

    [Theory]
    [InlineData("pdf")]
    [InlineData("ofd")]
    [InlineData("docx")]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("tif")]
    public async Task A_file_is_known_by_its_content_and_called_so(string kind)
    {
        var file = TestFiles.Of(kind);

        using var answer = await Upload(Http, file, "批复.html");

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var taken = await answer.Content.ReadFromJsonAsync<JsonElement>();
        taken.Text("name").Should().Be("批复." + kind);
        taken.Text("sha256").Should().Be(HashOf(file));
    }

    [Theory]
    [InlineData("docm")]
    [InlineData("zip")]
    [InlineData("xlsx")]
    [InlineData("cut")]
    [InlineData("exe")]
    [InlineData("html")]
    public async Task Another_kind_of_file_is_refused_whatever_it_is_called(string kind)
    {
        (await Refusal(Http, TestFiles.Of(kind), "批复.pdf")).Should().Be((HttpStatusCode.UnsupportedMediaType,
            "按文件内容判断，这不是PDF、OFD、docx（不含宏）或者图片（PNG、JPEG、TIFF），未保存。"));
        Waiting.Should().BeEmpty("nothing is left of it");
    }

    [Fact]
    public async Task A_document_is_registered_with_its_file_and_the_file_is_given_out_to_be_saved()
    {
        var sha256 = await Registered();

        using var answer = await Http.GetAsync($"/documents/{sha256}?district=500154");

        (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(TestFiles.Pdf);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.Should().Be("批复.pdf");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Content-Security-Policy").Should().Equal("sandbox; default-src 'none'; frame-ancestors 'none'");
        Waiting.Should().ContainSingle("a command may be decided again, so it is gone after its day and not before");
    }

    [Fact]
    public async Task Only_what_one_has_uploaded_or_sees_can_be_named()
    {
        var nobodys = new string('a', 64);

        (await Run(Document(nobodys))).Problems.Select(p => p.Message).Should().Equal(
            $"没有由您上传、校验值为{nobodys}的电子文件，请先上传。");
        (await Run(Document(null))).Problems.Select(p => p.Message).Should().Equal("填写电子文件时，文件校验值也须填写。");
        var sha256 = await Registered();
        (await Run(Document(sha256) with { Code = "DOC-TWO" })).Problems.Should().BeEmpty("it is seen under another document");
    }

    [Fact]
    public async Task What_another_has_uploaded_is_not_ones_own()
    {
        var (commission, department) = (Program(Role.ReformCommission), Program(Role.Department, "KZ-WRB"));
        (await Upload(commission, TestFiles.Pdf, "批复.pdf")).Dispose();
        var input = new { district = "500154", code = "DOC-STOLEN", title = "批复（示例）", sha256 = HashOf(TestFiles.Pdf), file = "批复.pdf" };
        const string mutation = "mutation($input: RegisterDocumentInput!) { registerDocument(input: $input) { problems { code } } }";

        (await Asked(department, mutation, new { input })).Text("data.registerDocument.problems.0.code").Should().Be("UNKNOWN_RECORD");
        (await Asked(commission, mutation, new { input })).At("data.registerDocument.problems").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_preview_keeps_nothing()
    {
        (await Upload(Http, TestFiles.Pdf, "批复.pdf")).Dispose();

        (await Run(Document(HashOf(TestFiles.Pdf)) with { DryRun = true })).Problems.Should().BeEmpty();

        Waiting.Should().ContainSingle();
        Service<DocumentStore>().Find(HashOf(TestFiles.Pdf)).Should().BeNull();
    }

    [Fact]
    public async Task A_file_is_for_who_sees_its_document()
    {
        await Registered(PlanCode);
        (await Upload(Http, TestFiles.Png, "图.png")).Dispose();
        await Write(Document(HashOf(TestFiles.Png)) with { Code = "DOC-OTHER", File = "图.png", Plans = ["SPE-2021-11"] });
        var department = Program(Role.Department, "KZ-WRB");

        (await Status(department, HashOf(TestFiles.Pdf))).Should().Be(HttpStatusCode.OK);
        (await Status(department, HashOf(TestFiles.Png))).Should()
            .Be(HttpStatusCode.NotFound, "a plan of another agency is not there for it");
        (await Status(Program(Role.Admin), HashOf(TestFiles.Pdf))).Should().Be(HttpStatusCode.NotFound);
        (await Status(Client(), HashOf(TestFiles.Pdf))).Should().Be(HttpStatusCode.Unauthorized);
        (await Status(Program(Role.Finance, district: "500000"), HashOf(TestFiles.Pdf))).Should().Be(HttpStatusCode.NotFound);
        (await Status(department, "..%2fregistry.db")).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_secret_document_has_no_file_here()
    {
        (await Upload(Http, TestFiles.Pdf, "批复.pdf")).Dispose();

        var refused = await Run(Document(HashOf(TestFiles.Pdf)) with { Title = "涉密文件", Secrecy = "SECRET" });

        refused.Problems.Should().NotBeEmpty().And.OnlyContain(p => p.Code == "SECRET_CONTENT_REFUSED");
    }

    [Fact]
    public async Task Who_may_not_register_documents_uploads_none()
    {
        (await Refusal(Program(Role.Audit), TestFiles.Pdf)).Should().Be((HttpStatusCode.NotFound, "没有该内容，或不在您的范围内。"));
        (await Refusal(Client(), TestFiles.Pdf)).Should().Be((HttpStatusCode.Unauthorized, "请先登录。"));
        (await Refusal(Program(Role.ReformCommission), TestFiles.Pdf, district: "500000")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_of_another_site_uploads_nothing()
    {
        Have("张三", Role.ReformCommission);
        var browser = await SignedIn("张三");
        browser.DefaultRequestHeaders.Remove("Origin");
        browser.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var foreign = await Upload(browser, TestFiles.Pdf, "批复.pdf");
        using var form = await Http.PostAsync("/documents?district=500154&name=a.pdf", new MultipartFormDataContent());

        foreign.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        form.StatusCode.Should().Be(HttpStatusCode.BadRequest, "a form of another page can send such a body");
    }

    [Fact]
    public async Task What_does_not_fit_is_told_in_one_sentence_and_leaves_nothing()
    {
        var large = new byte[DocumentStore.MostBytes + 1];
        TestFiles.Pdf.CopyTo(large, 0);

        (await Refusal(Http, large)).Should().Be((HttpStatusCode.RequestEntityTooLarge, "文件超过50 MB，未保存。"));
        (await Refusal(Http, [])).Should().Be((HttpStatusCode.UnprocessableEntity, "文件是空的，未保存。"));
        (await Refusal(Http, TestFiles.Pdf, said: new string('0', 64))).Should().Be((HttpStatusCode.UnprocessableEntity,
            $"不是同一个文件：校验值应为{new string('0', 64)}，所选文件为{HashOf(TestFiles.Pdf)}，未保存。"));
        Waiting.Should().BeEmpty();
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_leaves_nothing()
    {
        using (var socket = new TcpClient("127.0.0.1", Http.BaseAddress!.Port))
        {
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /documents?district=500154&name=a.pdf HTTP/1.1\r\n"
                + $"Host: {Http.BaseAddress.Authority}\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Length: 100000\r\n\r\n%PDF-1.7"));
            await Until(() => Waiting.Any());
        }

        await Until(() => !Waiting.Any());

        Waiting.Should().BeEmpty();
        Directory.GetFiles(Folder).Should().BeEmpty();
    }

    [Fact]
    public async Task What_nobody_registers_is_gone_after_a_day()
    {
        (await Upload(Http, TestFiles.Pdf, "批复.pdf")).Dispose();
        System.IO.File.SetLastWriteTimeUtc(Waiting.Single(), Clock.GetUtcNow().UtcDateTime - TimeSpan.FromHours(25));

        (await Upload(Http, TestFiles.Png, "图.png")).Dispose();

        Waiting.Should().ContainSingle().Which.Should().EndWith(HashOf(TestFiles.Png));
    }

    [Fact]
    public async Task A_stored_file_that_was_changed_or_is_missing_is_found_and_not_given_out()
    {
        var sha256 = await Registered();
        var path = Path.Combine(Folder, sha256);
        Verify().Should().Be((0, ""));

        await System.IO.File.AppendAllTextAsync(path, " ");
        var found = DocumentStore.HashOf(path);
        Verify().Should().Be((1, $"The file of the document 批复（示例） (DOC-FILE) of 500154 was changed: its SHA-256 is {found} "
            + $"and was recorded as {sha256}."));
        (await Status(Http, sha256)).Should().Be(HttpStatusCode.Conflict);

        System.IO.File.Delete(path);
        Verify().Should().Be((1, $"The file of the document 批复（示例） (DOC-FILE) of 500154 is missing: there is no {sha256} in {Folder}."));
        (await Status(Http, sha256)).Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Evidence_holds_the_file_and_finds_it_changed()
    {
        var sha256 = await Registered(PlanCode);
        using var answer = await Http.PostAsJsonAsync("/evidence", new { district = "500154", kind = "plan", code = PlanCode });

        using var evidence = new EvidenceFolder(await answer.Content.ReadAsByteArrayAsync());

        evidence.Check().Said[^1].Should().Be("ok");
        evidence.Change($"documents/{sha256}.pdf", text => text + " ");
        evidence.RenewManifest();
        evidence.Check().Said.Should().Contain(s =>
            s.EndsWith($"The file documents/{sha256}.pdf is not the one that was recorded.", StringComparison.Ordinal));
    }

    private static RegisterDocument Document(string? sha256) =>
        new("DOC-FILE", "区政府") { Title = "批复（示例）", IssuedOn = "2026-06-29", Sha256 = sha256, File = "批复.pdf" };

    private async Task<string> Registered(string? plan = null)
    {
        (await Upload(Http, TestFiles.Pdf, "批复.pdf")).Dispose();
        await Write(Document(HashOf(TestFiles.Pdf)) with { Plans = plan is null ? null : [plan] });
        return HashOf(TestFiles.Pdf);
    }

    private (int Code, string Said) Verify()
    {
        var error = new StringWriter();
        var code = VerifyCommand.Run(File, [], new Voice(Language.En, TextWriter.Null, error));
        return (code, error.ToString().TrimEnd());
    }

    /// <summary>Another process's work, or a connection's end, is noticed when it is.</summary>
    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 200 && !holds(); tries++)
        {
            await Task.Delay(50);
        }
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string sha256)
    {
        using var answer = await client.GetAsync($"/documents/{sha256}?district=500154");
        return answer.StatusCode;
    }

    private static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static async Task<(HttpStatusCode Status, string? Message)> Refusal(HttpClient client, byte[] file, string name = "批复.pdf",
        string? said = null, string district = "500154")
    {
        using var answer = await Upload(client, file, name, said, district);
        return (answer.StatusCode, await Message(answer));
    }

    internal static Task<HttpResponseMessage> Upload(HttpClient client, byte[] file, string name, string? said = null,
        string district = "500154")
    {
        var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        var hash = said is null ? "" : $"&sha256={said}";
        return client.PostAsync($"/documents?district={district}&name={Uri.EscapeDataString(name)}{hash}", body);
    }
}
