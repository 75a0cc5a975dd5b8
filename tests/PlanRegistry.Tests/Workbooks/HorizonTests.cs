using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>Of a horizon that was put off, or is two, nobody can say which years hold.</summary>
public sealed class HorizonTests
{
    private static RowRead Read(string heading, string text) => WorkbookReading.Of(WorkbookFile.Read("book.xlsx",
        new TestWorkbook().Sheet("清单", [["序号", "规划名称", heading], [1, "甲专项规划", text]]).Bytes()), SampleFindings.View, new("SR-2024"))
        .Rows.Single();

    [Theory]
    [InlineData("规划期限", "2021-2025年（延至2026年）")]
    [InlineData("规划期限", "2021—2025年，延期一年")]
    [InlineData("规划期限", "十四五（延长至2026年）")]
    [InlineData("规划期限", "2021-2025年、2026-2030年")]
    [InlineData("终止年", "2025年（延至2026年）")]
    [InlineData("终止年", "2021-2025年")]
    public void It_is_refused(string heading, string text) =>
        Read(heading, text).Problems.Select(p => (p.Placed.Zh, p.Placed.En)).Should().Equal(
            ($"清单!C2：规划期限“{text}”写有延期或者不止一个起止年份，何者有效无法认定；请只写现行的起止年份。",
                $"清单!C2: The horizon \"{text}\" was put off or has more than one span, and which holds cannot be told: "
                    + "write only the years that hold now."));

    [Theory]
    [InlineData("2021-2025年")]
    [InlineData("“十四五”（2021—2025年）")]
    [InlineData("2021年至2025年，展望2035年")]
    public void One_span_of_years_is_read_and_what_is_looked_ahead_to_is_none_of_it(string text)
    {
        var row = Read("规划期限", text);

        (row.Texts["horizon_from"], row.Texts["horizon_to"]).Should().Be(("2021", "2025"));
        row.Problems.Should().BeEmpty();
    }
}
