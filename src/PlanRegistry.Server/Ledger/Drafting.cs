using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>From a decision to the entry that will be written.</summary>
internal static class Drafting
{
    public static EntryDraft Draft(CommandHeader header, RegistryView view,
        string previousHash, DateTimeOffset now, IReadOnlyList<Change> changes)
    {
        var recordedAt = MomentOf(now, view);
        var rows = Rows(view, recordedAt, changes);
        return new EntryDraft(new LedgerEntry
        {
            District = header.District, Seq = view.Own.Seq + 1, Form = EntryHash.Form, HashAlgorithm = EntryHash.Algorithm,
            RecordedAt = recordedAt, Actor = header.Actor, Command = header.Command, Reason = header.EntryReason,
            IdempotencyKey = header.IdempotencyKey, InputHash = header.InputHash,
            Vector = view.Vector.ToString(), Changes = rows.Count, PreviousHash = previousHash, Hash = "",
        }, rows);
    }

    /// <summary>The rows of an entry; a district's first has its default policy too.</summary>
    public static IReadOnlyList<DraftRow> Rows(RegistryView view, DateTimeOffset recordedAt, IReadOnlyList<Change> changes)
    {
        var own = view.Own;
        if (own.Seq == 0)
        {
            changes = [.. changes, .. MissingDefaults(own.District, recordedAt, changes)];
        }
        var ids = new RecordIds(own, changes);
        return [.. changes.Select(c => Row(c, own, ids, recordedAt))];
    }

    /// <summary>Clocks go back; the ledger does not, neither behind its own last entry nor behind a superior's that was seen.</summary>
    public static DateTimeOffset MomentOf(DateTimeOffset now, RegistryView view) =>
        view.Chain.Where(d => d.Seq > 0).Select(d => d.RecordedAt).Append(Moment.Truncate(now)).Max();

    private static IEnumerable<Change> MissingDefaults(DistrictCode district, DateTimeOffset recordedAt, IReadOnlyList<Change> changes)
    {
        var shape = RecordShape.Of<PolicyValue>();
        var given = changes.Select(c => c.Recorded).OfType<PolicyValue>().Select(shape.KeyOf).ToHashSet(StringComparer.Ordinal);
        return PolicyKeys.Defaults(district, Calendar.DayOf(recordedAt)).Where(p => !given.Contains(shape.KeyOf(p))).Select(Change.Record);
    }

    private static DraftRow Row(Change change, DistrictRecords own, RecordIds ids, DateTimeOffset recordedAt)
    {
        var retired = change.Retired is null ? null : ids.Current(change.Retired);
        if (change.Recorded is null)
        {
            return new DraftRow(RecordShape.Of(retired!.GetType()), retired.RecordCode, null, null, null, retired);
        }
        var shape = RecordShape.Of(change.Recorded.GetType());
        var code = retired?.RecordCode ?? ids.New(change.Recorded);
        var texts = shape.Texts(change.Recorded);
        Legible.Require(shape, texts);
        // Made from the texts that are stored, so that a reader who loads it later sees the very same record.
        var recorded = shape.Create(own.District, code, own.Seq + 1, recordedAt, texts);
        return new DraftRow(shape, code, texts, shape.ContentHash(texts), recorded, retired);
    }
}
