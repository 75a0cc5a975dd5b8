using System.IO.Compression;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>What is no workbook to be read is refused in one sentence.</summary>
public sealed class BadWorkbookTests
{
    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        var whole = new TestWorkbook().Sheet("清单", [["规划名称", "类别"]]).Bytes();

        Refusal("book.xlsx", whole[..(whole.Length / 2)]).Should().Be("“book.xlsx”已损坏或不完整，不能读取；请用Excel打开后另存为.xlsx。");
        Refusal("book.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3]).Should().Contain("已损坏或不完整");
    }

    [Fact]
    public void More_columns_than_the_format_has_are_a_damage_and_are_not_walked_through_row_by_row()
    {
        // Made by LibreOffice; one byte of its dimensions was changed.
        Refusal("book.xls", File.ReadAllBytes(WorkbookReadingTests.Beside("wide.xls"))).Should()
            .Be("“book.xls”已损坏或不完整，不能读取；请用Excel打开后另存为.xlsx。");
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_a_reader_opens_it()
    {
        var bytes = Zip(("xl/workbook.xml", new byte[1024]), ("xl/worksheets/sheet1.xml", new byte[WorkbookLimits.Unpacked]));

        bytes.Length.Should().BeLessThan(1024 * 1024);
        Refusal("book.xlsx", bytes).Should().Be("“book.xlsx”解压后超过128MiB，即可以读取的上限。");
    }

    [Fact]
    public void Macros_passwords_WPS_and_other_types_are_each_refused_in_their_own_sentence()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")];

        Refusal("book.xlsm", Zip(("xl/workbook.xml", [1]), ("xl/vbaProject.bin", [1])))
            .Should().Be("“book.xlsm”含有宏，不予读取；请另存为不含宏的.xlsx后再导入。");
        Refusal("book.xlsx", locked).Should().Be("“book.xlsx”设有打开密码，请去掉密码后再导入。");
        Refusal("book.et", [1, 2, 3]).Should().Be("“book.et”是WPS表格的.et文件，请另存为.xlsx后再导入。");
        Refusal("book.xlsx", "%PDF-1.7"u8.ToArray()).Should().Be("“book.xlsx”不是.xlsx、.xls或.csv文件，请另存为.xlsx后再导入。");
        Refusal("letter.docx", Zip(("word/document.xml", [1]))).Should().Contain("不是.xlsx、.xls或.csv文件");
        Refusal("book.xlsx", new byte[WorkbookLimits.Bytes + 1]).Should().Be("“book.xlsx”超过8MiB，即可以读取的上限。");
    }

    private static string Refusal(string name, byte[] bytes) =>
        FluentActions.Invoking(() => WorkbookFile.Read(name, bytes)).Should().Throw<PackException>().Which.Sentence.Zh;

    private static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }
        return stream.ToArray();
    }
}
