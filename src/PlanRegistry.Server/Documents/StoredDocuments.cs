using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Documents;

/// <summary>For verify: whether each file that a document of any ledger names is there, byte for byte.</summary>
internal static class StoredDocuments
{
    /// <summary>One sentence about the first that is not; null when all are.</summary>
    public static Text? FirstBroken(IStorage storage, DocumentStore store)
    {
        foreach (var district in storage.Districts())
        {
            foreach (var document in storage.Load(new LedgerHead(district, storage.Head(district))).Of<Document>()
                .Where(d => d is { File: not null, Sha256: not null }))
            {
                var row = new Text($"{district}的文件{document.Named.Zh}（{document.Code}）的电子文件",
                    $"The file of the document {document.Named.En} ({document.Code}) of {district}");
                if (store.Find(document.Sha256!) is not { } path)
                {
                    return new($"{row.Zh}已缺失：{store.Folder}中没有{document.Sha256}。",
                        $"{row.En} is missing: there is no {document.Sha256} in {store.Folder}.");
                }
                if (DocumentStore.HashOf(path) is var found && found != document.Sha256)
                {
                    return new($"{row.Zh}已被改动：校验值应为{document.Sha256}，实为{found}。",
                        $"{row.En} was changed: its SHA-256 is {found} and was recorded as {document.Sha256}.");
                }
            }
        }
        return null;
    }
}
