using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Documents;

/// <summary>
/// For verify: whether each file that a document of any ledger names, or named before it was corrected or withdrawn, is there, byte for
/// byte; and which files no document names.
/// </summary>
/// <param name="Broken">One sentence about the first that is not; null when all are.</param>
/// <param name="Remark">One sentence about files that nobody names, which break nothing; null where there are none.</param>
internal sealed record StoredDocuments(Text? Broken, Text? Remark)
{
    private const int MostNamed = 5;
    private const int ChangesAtOnce = 10_000;

    public static StoredDocuments Of(IStorage storage, DocumentStore store)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (district, document, isNow) in Named(storage))
        {
            named.Add(document.Sha256!);
            if (Fault(district, document, isNow, store) is { } broken)
            {
                return new StoredDocuments(broken, null);
            }
        }
        return new StoredDocuments(null, Orphans(store, named));
    }

    /// <summary>Each file once, by a document that names it.</summary>
    public static IEnumerable<(DistrictCode District, Document Document, bool IsNow)> Named(IStorage storage) =>
        (from district in storage.Districts()
         from shown in Heads(storage, district)
         from document in storage.Load(shown.Head).Of<Document>()
         where document is { File: not null, Sha256: not null }
         select (district, document, shown.IsNow)).DistinctBy(d => d.document.Sha256);

    /// <summary>
    /// The ledger's end, and as few earlier ones as show every document that was retired: the end before the first retirement shows all
    /// that were recorded by then.
    /// </summary>
    private static IEnumerable<(LedgerHead Head, bool IsNow)> Heads(IStorage storage, DistrictCode district)
    {
        var last = storage.Head(district);
        yield return (new LedgerHead(district, last), true);
        var shown = 0;
        foreach (var change in Retirements(storage, district, last).Where(c => c.Retires > shown))
        {
            shown = change.Seq - 1;
            yield return (new LedgerHead(district, shown), false);
        }
    }

    private static IEnumerable<RecordChange> Retirements(IStorage storage, DistrictCode district, int last)
    {
        var table = RecordShape.Of<Document>().Table;
        for (var (seq, number) = (0, 0); ;)
        {
            var page = storage.ChangesAfter(district, seq, number, last, ChangesAtOnce);
            foreach (var change in page.Where(c => c.Retires is not null && c.Id.Table == table))
            {
                yield return change;
            }
            if (page.Count < ChangesAtOnce)
            {
                yield break;
            }
            (seq, number) = (page[^1].Seq, page[^1].Number);
        }
    }

    private static Text? Fault(DistrictCode district, Document document, bool isNow, DocumentStore store)
    {
        var row = new Text($"{district}的文件{document.Named.Zh}（{document.Code}{(isNow ? "" : "，已更正或者撤出")}）的电子文件",
            $"The file of the document {document.Named.En} ({document.Code}{(isNow ? "" : ", corrected or withdrawn since")}) "
                + $"of {district}");
        return store.Find(document.Sha256!) is not { } path
            ? new($"{row.Zh}已缺失：{store.Folder}中没有{document.Sha256}。",
                $"{row.En} is missing: there is no {document.Sha256} in {store.Folder}.")
            : DocumentStore.HashOf(path) is var found && found != document.Sha256
                ? new($"{row.Zh}已被改动：校验值应为{document.Sha256}，实为{found}。",
                    $"{row.En} was changed: its SHA-256 is {found} and was recorded as {document.Sha256}.")
            : null;
    }

    private static Text? Orphans(DocumentStore store, HashSet<string> named)
    {
        var others = store.Names().Where(n => !named.Contains(n)).Order(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? (Text?)null : DocumentWords.Orphans(store.Folder, others.Count, [.. others.Take(MostNamed)]);
    }
}
