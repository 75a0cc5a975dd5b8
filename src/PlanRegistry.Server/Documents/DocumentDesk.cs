using System.Globalization;
using System.Security.Cryptography;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Documents;

/// <summary>A file that was taken in, or why it was not.</summary>
/// <param name="Name">As it was called, with the ending that its content has.</param>
public sealed record Uploaded(string? Sha256, long Bytes, string Name, int Status = StatusCodes.Status201Created, Text Refusal = default);

/// <summary>Takes in and gives out the files of documents, for whom may record and see them. One per request.</summary>
public sealed class DocumentDesk(Reach reach, DocumentStore store, DocumentSettings settings)
{
    private const int LongestName = 200;
    private const int Buffer = 64 * 1024;

    /// <param name="said">The SHA-256 that the sender reckoned; null where none was.</param>
    public async Task<Uploaded> TakeIn(DistrictCode district, string name, string? said, Stream body, CancellationToken cancellation)
    {
        if (!reach.Caller.May("Mutation.registerDocument") || reach.Scope(district) is null)
        {
            return Refuse(reach.Caller.WhyStatus, reach.Caller.Why);
        }
        try
        {
            if (!store.HasRoom())
            {
                return Refuse(StatusCodes.Status507InsufficientStorage, DocumentWords.NoRoom);
            }
            using var file = store.Begin();
            return await Write(body, file.Stream, cancellation) is not var (sha256, bytes)
                ? Refuse(StatusCodes.Status413PayloadTooLarge, DocumentWords.TooLarge)
                : bytes == 0 ? Refuse(StatusCodes.Status422UnprocessableEntity, DocumentWords.Empty)
                : said is not null && !said.Equals(sha256, StringComparison.OrdinalIgnoreCase)
                    ? Refuse(StatusCodes.Status422UnprocessableEntity, DocumentWords.OtherHash(said, sha256))
                : DocumentKind.Of(file.Stream) is not { } kind
                    ? Refuse(StatusCodes.Status415UnsupportedMediaType, DocumentWords.WrongKind)
                : await Check(file, cancellation) ?? Kept(file, sha256, bytes, NameOf(name, kind));
        }
        // What cannot be read from the sender is told by who reads it.
        catch (Exception e) when (e is (IOException and not BadHttpRequestException) or UnauthorizedAccessException)
        {
            return Refuse(StatusCodes.Status507InsufficientStorage, DocumentWords.NotStored(e.Message));
        }
    }

    /// <summary>Null where it goes beyond what a file may have.</summary>
    private static async Task<(string Sha256, long Bytes)?> Write(Stream body, FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        var bytes = 0L;
        while (await Read(body, buffer, cancellation) is > 0 and var read)
        {
            if ((bytes += read) > DocumentStore.MostBytes)
            {
                return null;
            }
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        await file.FlushAsync(cancellation);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    /// <summary>A sender that breaks off is not a disk that is full.</summary>
    private static async Task<int> Read(Stream body, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new OperationCanceledException(e.Message, e);
        }
    }

    private async Task<Uploaded?> Check(IncomingFile file, CancellationToken cancellation) =>
        await DocumentCheck.Of(file.Path, settings, cancellation) switch
        {
            CheckResult.Clean => null,
            CheckResult.Refused => Refuse(StatusCodes.Status422UnprocessableEntity, DocumentWords.Refused),
            _ => Refuse(StatusCodes.Status503ServiceUnavailable, DocumentWords.NotChecked),
        };

    private Uploaded Kept(IncomingFile file, string sha256, long bytes, string name)
    {
        file.TakeIn(store.PlaceOf(Owner, sha256));
        return new Uploaded(sha256, bytes, name);
    }

    /// <summary>With the ending of what it is, and nothing that turns its letters round.</summary>
    internal static string NameOf(string name, DocumentKind kind)
    {
        var plain = string.Concat(Path.GetFileNameWithoutExtension(name.Replace('\\', '/'))
            .Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
        return (plain.Length == 0 ? "document" : plain.Length > LongestName ? plain[..LongestName] : plain) + kind.Extension;
    }

    /// <summary>
    /// What names a file that the caller has not uploaded, nor sees under another document, is refused, and one with another hash than its
    /// document has; what they have uploaded is kept.
    /// </summary>
    public Problem? Objection(RegistryView view, Decision decision, bool isTried)
    {
        foreach (var change in decision.Changes.Where(IsBound))
        {
            var document = (Document)change.Recorded!;
            if (change.Retired is Document { Sha256: { } recorded } && recorded != document.Sha256)
            {
                return new Problem(ProblemCode.InvalidValue,
                    DocumentWords.AnotherFile(document.Named, recorded, document.Sha256!), ["file"]);
            }
            if (store.Waits(Owner, document.Sha256!))
            {
                if (!isTried)
                {
                    store.Keep(Owner, document.Sha256!);
                }
            }
            else if (store.Find(document.Sha256!) is null || !IsSeen(view, document.Sha256!))
            {
                return new Problem(ProblemCode.UnknownRecord, DocumentWords.NotUploaded(document.Sha256!), ["file"]);
            }
        }
        return null;
    }

    private static bool IsBound(Change change) => change.Recorded is Document { File: not null, Sha256: not null } now
        && !(change.Retired is Document before && before.File is not null && before.Sha256 == now.Sha256);

    private bool IsSeen(RegistryView view, string sha256) => (reach.Caller.SightOf(view)?.View ?? view).All<Document>()
        .Any(d => d.Sha256 == sha256 && d.File is not null);

    private string Owner => reach.Caller.Account?.Id ?? reach.Caller.Actor.Id;

    private static Uploaded Refuse(int status, Text sentence) => new(null, 0, "", status, sentence);
}
