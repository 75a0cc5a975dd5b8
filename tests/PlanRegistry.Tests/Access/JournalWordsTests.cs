using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Tests.Access;

/// <summary>访问日志 tells in words what left the registry; the text that is hashed stays as it was noted.</summary>
public sealed class JournalWordsTests
{
    [Theory]
    [InlineData("entries:12:SR-2026 difference:27:SR-2026", "目录清单条目12行（SR-2026）；与另一份清单的差异27行（SR-2026）",
        "Entries, 12 rows (SR-2026); Difference, 27 rows (SR-2026)")]
    [InlineData("plans:1", "规划目录1行", "Plans, 1 rows")]
    [InlineData("funding-sheet:40:资金申请表_D.xlsx", "经费审核表40行（资金申请表 D.xlsx）", "funding sheet, 40 rows (资金申请表 D.xlsx)")]
    [InlineData("reminder:2:区水利局、区数据局", "提醒函2份（区水利局、区数据局）", "reminders, 2 (区水利局, 区数据局)")]
    [InlineData("reminder:15", "提醒函15份", "reminders, 15")]
    [InlineData("missing:1:SPE-2024-01", "补正清单1份（SPE-2024-01）", "lists of what is missing, 1 (SPE-2024-01)")]
    [InlineData("findings:49 workbook:0f3c", "问题清单49行；工作簿体检（上传编号0f3c）", "findings, 49 rows; check of a workbook (upload 0f3c)")]
    [InlineData("accessJournal:7", "访问日志7行", "access journal, 7 rows")]
    [InlineData("evidence:plan:SPE-2021-12 1f", "审计取证：规划SPE-2021-12", "evidence: plan SPE-2021-12")]
    [InlineData("evidence:finding:ALI-001|500154/plans/SPE-2026-03|500154/plans/DEV-2026 1f", "审计取证：问题ALI-001（SPE-2026-03、DEV-2026）",
        "evidence: finding ALI-001 (SPE-2026-03, DEV-2026)")]
    public void What_left_is_told_in_words(string about, string zh, string en) =>
        JournalWords.Of(Entry(AccessEvent.Exported, about)).Should().Be(new Text(zh, en));

    [Fact]
    public void A_print_is_told_by_the_certificate_and_what_names_an_account_or_is_not_known_stays_as_it_is()
    {
        JournalWords.Of(Entry(AccessEvent.CertificatePrinted, "500154-2026-000001")).Should()
            .Be(new Text("核验单500154-2026-000001", "certificate 500154-2026-000001"));
        JournalWords.Of(Entry(AccessEvent.UserInvited, "a1b2c3")).Should().BeNull();
        JournalWords.Of(Entry(AccessEvent.Exported, "something else")).Should().BeNull();
    }

    /// <summary>Nothing that leaves is told by its code alone: each list and each paper has words.</summary>
    [Fact]
    public void Each_list_has_words() =>
        Server.Exports.SheetForms.All.Keys.Where(k => JournalWords.Of(Entry(AccessEvent.Exported, $"{k}:1")) is null).Should().BeEmpty();

    private static JournalEntry Entry(AccessEvent happened, string about) => new()
    {
        Seq = 1, At = DateTimeOffset.UnixEpoch, Event = happened, About = about, PreviousHash = JournalEntry.First, Hash = "",
    };
}
