using System.Security.Cryptography;
using System.Text;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Storage;

/// <summary>The hash as anybody could make it from the description, with nothing of this program's.</summary>
public sealed class EntryHashTests
{
    private static readonly DistrictCode Kaizhou = DistrictCode.Parse("500154");
    private static readonly DateTimeOffset At = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly string Content = new('c', 64);

    private static readonly LedgerEntry Entry = new()
    {
        District = Kaizhou, Seq = 2, Form = 1, HashAlgorithm = "SHA-256", RecordedAt = At,
        Actor = new Actor("u-7", "陈"), Command = "correctRecord", Reason = "名称有误",
        Vector = "500154:1", Changes = 2, PreviousHash = EntryHash.First, Hash = "",
    };

    private static readonly RecordChange[] Changes =
    [
        new() { Seq = 2, Number = 1, RecordedAt = At, Id = new RecordId("plans", Kaizhou, "P-1"), ContentHash = Content, Retires = 1 },
        new() { Seq = 2, Number = 2, RecordedAt = At, Id = new RecordId("plans", Kaizhou, "P-2"), ContentHash = null, Retires = 1 },
    ];

    private static readonly string[] Texts =
    [
        "actor_id", "u-7", "actor_name", "陈", "changes", "2", "command",
        "correctRecord", "district", "500154", "form", "1", "hash_algorithm", "SHA-256",
        "previous_hash", EntryHash.First, "reason", "名称有误", "recorded_at", "2026-11-22T00:00:00.000Z", "seq", "2", "vector", "500154:1",
        "content_hash", Content, "number", "1", "record_id", "P-1", "retires", "1", "table_name", "plans",
        "number", "2", "record_id", "P-2", "retires", "1", "table_name", "plans",
    ];

    [Fact]
    public void It_is_made_of_name_and_text_of_each_field_that_is_recorded() => EntryHash.Of(Entry, Changes).Should().Be(Sha256(Texts));

    [Fact]
    public void A_field_recorded_besides_stands_in_it_under_its_name()
    {
        var at = Array.IndexOf(Texts, "seq");

        EntryHash.Of(Entry with { Actor = Entry.Actor with { Role = "LEAD" } }, Changes)
            .Should().Be(Sha256([.. Texts[..at], "role", "LEAD", .. Texts[at..]]));
    }

    private static string Sha256(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts.Select(t => $"{Encoding.UTF8.GetByteCount(t)}:{t}")))));
}
