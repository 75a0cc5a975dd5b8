using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Ledger;

/// <summary>What cannot be kept in every home is kept in none, whoever sends it.</summary>
public sealed class LegibleTests : LedgerTest
{
    private const string Sentence = "内容含有空字符（U+0000）或者不完整的字符，无法保存；请重新输入。";

    /// <summary>Not inline: an attribute is kept as UTF-8, which has no halves.</summary>
    public static TheoryData<string> NoTexts => ["交通\0规划", "交通规划\ud83d", "\ude00交通规划", "\ud83d\ud83d\ude00"];

    [Theory, MemberData(nameof(NoTexts), DisableDiscoveryEnumeration = true)]
    public void A_record_with_what_is_no_text_is_refused_and_nothing_is_written(string title)
    {
        var plan = PlanOf(Kaizhou, "P-1", title);
        Decision Decide(RegistryView view) => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-0", "水利规划")), Change.Record(plan)]);

        var written = Registry.Execute(By(Kaizhou), Decide).Problems.Should().ContainSingle().Subject;
        var tried = Registry.Rehearse(By(Kaizhou), Decide).Problems.Should().ContainSingle().Subject;

        (written.Message.Zh, written.Path.Single()).Should().Be((Sentence, "title"));
        tried.Message.Should().Be(written.Message);
        Registry.Head(Kaizhou).Should().Be(0);
    }

    [Fact]
    public void So_is_a_reason_or_a_key()
    {
        WriteResult Under(CommandHeader header) =>
            Registry.Execute(header, _ => Decision.Write([Change.Record(PlanOf(Kaizhou, "P-1", "交通规划"))]));

        Under(By(Kaizhou) with { Reason = "补录\0" }).IsRefused.Should().BeTrue();
        Under(By(Kaizhou) with { IdempotencyKey = "k\ud83d", InputHash = "aa" }).IsRefused.Should().BeTrue();
        Under(By(Kaizhou) with { IdempotencyKey = "k-😀", InputHash = "aa" }).IsRefused.Should().BeFalse();
    }
}
