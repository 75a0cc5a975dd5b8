using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Tests.Workbooks;

namespace PlanRegistry.Tests.Exports;

/// <summary>The finance sheet comes back ready for the printer: the answers stand on the same page as what they answer.</summary>
public sealed class FilledSheetPrintTests : FundingSheetTest
{
    private static readonly object?[][] Rows =
    [
        ["2026年规划经费申请表"], ["单位：万元"], ["序号", "规划名称", "项目名称", "申请资金", "资金来源", "备注"],
        [1, Water, "堤防工程", 120.5m, "区级"], [2, "无此规划", "示例", 5, "区级"],
    ];

    [Fact]
    public async Task The_print_area_and_the_filter_reach_to_the_new_columns_and_no_row_is_too_low()
    {
        using var book = await Filled(Office(new TestWorkbook().Sheet("说明", [["填表说明"]]).Sheet("2026年经费", Rows).Bytes()));

        book.DefinedNames.Should().Equal(("Print_Area", 1U, "'2026年经费'!$A$1:$I$5"), ("_FilterDatabase", 1U, "'2026年经费'!$A$3:$I$5"),
            ("Print_Titles", 1U, "'2026年经费'!$3:$3"));
        book.Of<AutoFilter>(1)!.Reference!.Value.Should().Be("A3:I5");
        book.Of<PageSetupProperties>(1)!.FitToPage!.Value.Should().BeTrue();
        var page = book.Of<PageSetup>(1)!;
        (page.FitToWidth!.Value, page.FitToHeight!.Value, page.Scale).Should().Be((1U, 0U, null));
        page.Orientation!.Value.Should().Be(OrientationValues.Portrait, "the office chose so");
        var answered = book.RowsAsWritten(1)[3];
        answered.CustomHeight.Should().BeNull();
        answered.Height!.Value.Should().BeGreaterThan(15, "its reasons take several lines");
        book.RowsAsWritten(1)[0].Height!.Value.Should().Be(30, "what is not answered stays");
    }

    [Fact]
    public async Task Where_the_office_has_set_nothing_all_of_the_sheet_is_printed_as_wide_as_a_page()
    {
        using var book = await Filled(new TestWorkbook().Sheet("经费", Rows, merged: ["A1:F1"]).Bytes());

        book.DefinedNames.Should().Equal(("Print_Area", 0U, "'经费'!$A$1:$I$5"), ("Print_Titles", 0U, "'经费'!$3:$3"));
        book.Of<PageSetupProperties>()!.FitToPage!.Value.Should().BeTrue();
        var page = book.Of<PageSetup>()!;
        (page.FitToWidth!.Value, page.FitToHeight!.Value, page.Orientation!.Value).Should().Be((1U, 0U, OrientationValues.Landscape));
    }

    [Fact]
    public async Task A_sheet_that_has_the_columns_already_is_printed_as_its_office_prints_it()
    {
        object?[][] rows = [["规划名称", "项目名称", "金额（元）", "结论", "理由", "核验单号"], [Water, "道路", 1200]];

        using var book = await Filled(new TestWorkbook().Sheet("经费", rows).Bytes());

        book.Of<PageSetup>().Should().BeNull();
        book.Of<PageSetupProperties>().Should().BeNull();
        book.RowsAsWritten()[1].Height!.Value.Should().BeGreaterThan(100, "the column of reasons is narrow");
    }

    private async Task<Spreadsheet> Filled(byte[] sheet)
    {
        var id = await Sent(Http, sheet);
        return new Spreadsheet(await Exported(Http, (await Asked(Http, id)).Lines, id));
    }

    /// <summary>As an office sets its second sheet up: an area, a filter, heights of its own, upright at 90 per cent.</summary>
    private static byte[] Office(byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            book.Workbook!.DefinedNames = new DefinedNames(
                new DefinedName("'2026年经费'!$A$1:$F$5") { Name = "_xlnm.Print_Area", LocalSheetId = 1 },
                new DefinedName("'2026年经费'!$A$3:$F$5") { Name = "_xlnm._FilterDatabase", LocalSheetId = 1, Hidden = true });
            var sheet = ((WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Last().Id!)).Worksheet!;
            foreach (var row in sheet.Descendants<Row>())
            {
                (row.Height, row.CustomHeight) = (row.RowIndex!.Value == 1 ? 30 : 15, true);
            }
            sheet.Append(new AutoFilter { Reference = "A3:F5" },
                new PageSetup { PaperSize = 9, Scale = 90, Orientation = OrientationValues.Portrait },
                new HeaderFooter(new OddFooter("&C&P")));
        }
        return stream.ToArray();
    }
}
