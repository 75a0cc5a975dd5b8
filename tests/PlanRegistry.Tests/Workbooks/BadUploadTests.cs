using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using PlanRegistry.Server.Workbooks;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>What no workbook should be, sent to a running server: one sentence each, in the reader's language.</summary>
public sealed class BadUploadTests : WorkbookTest
{
    private static readonly byte[] Whole = new TestWorkbook().Sheet("附表1", [["规划名称", "类别"], ["甲规划", "专项规划"]]).Bytes();

    private async Task<(HttpStatusCode Status, string? Message)> Sending(string name, byte[] bytes, string language = "zh")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/workbooks?name={Uri.EscapeDataString(name)}")
        {
            Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await Http.SendAsync(request);
        return (answer.StatusCode, await Message(answer));
    }

    private static byte[] With(byte[] book, string part, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(content);
        }
        return stream.ToArray();
    }

    [Fact]
    public async Task Each_is_refused_in_one_sentence_in_the_readers_language()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        const HttpStatusCode Unfit = HttpStatusCode.UnprocessableEntity;

        (await Sending("清单.xlsx", Whole[..(Whole.Length / 2)])).Should()
            .Be((Unfit, "“清单.xlsx”已损坏或不完整，不能读取；请用Excel打开后另存为.xlsx。"));
        (await Sending("清单.xlsx", locked)).Should().Be((Unfit, "“清单.xlsx”设有打开密码，请去掉密码后再导入。"));
        (await Sending("清单.xlsx", locked, "en")).Should()
            .Be((Unfit, "'清单.xlsx' opens with a password only: take the password away and import again."));
        (await Sending("清单.xlsm", With(Whole, "xl/vbaProject.bin", [1, 2, 3]))).Message.Should()
            .Be("“清单.xlsm”含有宏，不予读取；请另存为不含宏的.xlsx后再导入。");
        (await Sending("清单.xlsx", With(Whole, "xl/media/a.bin", new byte[WorkbookLimits.Unpacked]))).Should()
            .Be((Unfit, "“清单.xlsx”解压后超过128MiB，即可以读取的上限。"));
        (await Sending("清单.xlsx", With(Whole, "xl/workbook.xml", "<workbook"u8.ToArray()))).Message.Should().Contain("已损坏或不完整");
        (await Sending("清单.pdf", "%PDF-1.7"u8.ToArray())).Should().Be((Unfit, "“清单.pdf”不是.xlsx、.xls或.csv文件，请另存为.xlsx后再导入。"));
        (await Sending(new string('长', 201) + ".xlsx", Whole)).Should()
            .Be((HttpStatusCode.BadRequest, "文件名最多200个字符，不含控制字符和无法识别的字符；请改名后再上传。"));
        (await Sending("清\u0000单.xlsx", Whole)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_address_that_is_too_long_and_a_request_that_is_none_have_a_sentence_too()
    {
        (await Sending(new string('a', 9_000) + ".xlsx", Whole)).Should().Be((HttpStatusCode.RequestUriTooLong,
            "地址超过8000个字符，请从页面操作；文件名过长的，请改短后再上传。"));
        using var wrong = await Http.GetAsync("/papers");
        (wrong.StatusCode, await Message(wrong)).Should().Be((HttpStatusCode.MethodNotAllowed, "该地址不接受这种请求，请从页面操作。"));
        using var empty = await Http.PostAsync("/workbooks?name=a.xlsx", null);
        (empty.StatusCode, await Message(empty)).Should()
            .Be((HttpStatusCode.BadRequest, "请以application/octet-stream发送文件，并以name注明文件名。"));
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_is_kept_nowhere_and_the_server_goes_on()
    {
        using (var line = new TcpClient())
        {
            await line.ConnectAsync(Http.BaseAddress!.Host, Http.BaseAddress.Port);
            var head = $"POST /workbooks?name=a.xlsx HTTP/1.1\r\nHost: {Http.BaseAddress.Authority}\r\n"
                + $"Content-Type: application/octet-stream\r\nContent-Length: {Whole.Length}\r\n\r\n";
            await line.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. Whole[..(Whole.Length / 2)]]);
        }

        (await Sent(Http, Whole)).Should().HaveLength(64);
    }

    [Fact]
    public async Task A_formula_without_a_value_and_a_cell_merged_over_two_plans_are_told_by_sheet_and_cell()
    {
        var id = await Sent(Http, new TestWorkbook().Sheet("附表1",
        [
            ["序号", "规划名称", "类别", "牵头单位"], [91, "甲规划", "专项规划", Odd.Formed("B1", null)], [92, "乙规划", "专项规划", Odd.Error],
            [93, null, "专项规划", "区水利局"],
        ], ["B3:B4"]).Bytes());

        (await Inspected(Http, id, new { list = "SR-2024" })).At("problems").EnumerateArray()
            .Select(p => $"{string.Join('!', p.At("path").EnumerateArray().Select(x => x.GetString()))}：{p.Text("message")}")
            .Should().Contain(
        [
            "附表1!D2：公式没有保存计算结果；请用Excel打开、保存后再导入。", "附表1!D3：单元格是错误值，请改正后再导入。",
            "附表1!B3：合并单元格跨越第3—4行，无法认定属于哪一行；请取消合并后分别填写。",
        ]);
    }
}
