using System.Globalization;
using System.Security.Cryptography;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;
using static PlanRegistry.Server.Exports.Departure;

namespace PlanRegistry.Server.Evidence;

/// <summary>
/// Makes the evidence of a plan, a finding or a certificate, for who reads the ledger: the answer, what it rests on, and the chain of
/// entries that proves what was recorded when. One per request.
/// </summary>
public sealed class EvidenceDesk(
    Reach reach, Departure departure, Answering answering, DocumentStore store, TimeProvider clock, Reader reader)
{
    private const int MostChanges = 500_000;
    private const long MostOfDocuments = 500L * 1024 * 1024;
    private static readonly Text Name = new("审计取证", "evidence");

    /// <param name="services">Those of the request, by which GraphQL answers.</param>
    /// <returns>A .zip, read from its start and gone when it is closed.</returns>
    public Exported Make(EvidenceForm form, IServiceProvider services, string? address)
    {
        if (form is not { District: not null, Kind: not null, Code: not null } || !DistrictCode.TryParse(form.District, out var district)
            || !TryDay(form.AsOf, out var asOf) || !TryMoment(form.KnownAt, out var knownAt))
        {
            return Refuse(StatusCodes.Status400BadRequest,
                new("取证请求不完整，请从页面取证。", "The request is not whole: make evidence from a page."));
        }
        if (!reach.Caller.May("District.ledger") || reach.Scope(district, asOf, knownAt) is not { IsPartial: false } scope
            || EvidenceSubject.Find(scope, form.Kind, form.Code) is not { } subject)
        {
            return NotTheirs(reach.Caller);
        }
        if (Heads(scope).Sum(h => (long)reach.Judgements.Registry.CountChanges(h.District, 0, h.Seq)) > MostChanges)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, new($"台账超过{MostChanges}项变化，不能装入一个取证文件，请用plan-registry verify核对。",
                $"The ledgers have more than {MostChanges} changes, too many for one file: check them by plan-registry verify."));
        }
        using var answer = EvidenceAnswer.Of(answering, services, scope, subject);
        return answer is null
            ? Refuse(StatusCodes.Status409Conflict, new("取证期间登记册有新的记录，请再取一次。",
                "Records were written meanwhile: make the evidence again."))
            : Noted(Write(scope, subject, answer.RootElement), scope, form, address);
    }

    /// <summary>What is given out stands in the access journal with its SHA-256.</summary>
    private Exported Noted(FileStream file, Scope scope, EvidenceForm form, string? address)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        if (departure.Note($"evidence:{form.Kind}:{form.Code} {sha256}", scope.View.Code, address) is { } refusal)
        {
            file.Dispose();
            return refusal;
        }
        return new Exported(file, string.Create(CultureInfo.InvariantCulture, $"{Name.In(reader.Language)}-{scope.View.Code}-"
            + $"{Safe(form.Code)}-{scope.Snapshot.AsOf.Unwatched:yyyy-MM-dd}.zip"));
    }

    private FileStream Write(Scope scope, EvidenceSubject subject, object answer)
    {
        var (registry, views, heads, now) = (reach.Judgements.Registry, Views(scope, subject), Heads(scope), clock.GetUtcNow());
        var behind = Behind(views, subject);
        // Nobody else opens it, and it is gone with the answer.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 64 * 1024,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        using (var zip = new EvidenceZip(file))
        {
            zip.Add("about.json", new
            {
                form = 1, kind = subject.Kind, key = subject.Key, code = subject.Code, district = scope.View.Code.Value,
                asOf = scope.Snapshot.AsOf.Unwatched.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                knownAt = scope.GivenKnownAt is { } known ? Moment.Write(known) : null,
                vectors = views.Select(v => v.Vector.ToString()), ledgers = heads.ToDictionary(h => h.District.Value, h => h.Seq),
                madeAt = Moment.Write(now), madeBy = reach.Caller.Actor.Name,
            });
            zip.Add("answer.json", answer);
            zip.Add("query.graphql", EvidenceAnswer.Query);
            zip.Add("check.py", EvidenceAnswer.Read("evidence/check"));
            zip.AddLines("records.jsonl", behind.Select(b => EvidenceLines.OfRow(b.Row, b.At)));
            foreach (var head in heads)
            {
                zip.AddLines($"ledger/{head.District}.jsonl", EvidenceLines.OfLedger(registry, head));
            }
            AddDocuments(zip, behind.Select(b => b.Row).OfType<Document>());
            zip.Add("evidence.html", new EvidenceHtml(scope, subject, [.. behind.Select(b => (b.Row, views[b.At[0]]))],
                Recording(behind.Select(b => b.Row), heads), heads, now, reader.Language).Write());
        }
        file.Position = 0;
        return file;
    }

    /// <summary>The state of the answer, and the one that a certificate was decided on.</summary>
    private static List<RegistryView> Views(Scope scope, EvidenceSubject subject) =>
        subject.Then is { } then && then.Vector != scope.View.Vector ? [scope.View, then] : [scope.View];

    /// <summary>Each record with the states in which it lies behind the answer.</summary>
    private static List<(Record Row, IReadOnlyList<int> At)> Behind(List<RegistryView> views, EvidenceSubject subject) =>
        [.. views.SelectMany((view, i) => EvidenceRows.Of(view, subject.Seeds, subject.Plans).Select(row => (Row: row, At: i)))
            .GroupBy(r => (r.Row.Id, r.Row.Seq))
            .Select(g => (g.First().Row, (IReadOnlyList<int>)[.. g.Select(r => r.At)]))
            .OrderBy(r => r.Row.Id.ToString(), StringComparer.Ordinal).ThenBy(r => r.Row.Seq)];

    /// <summary>The ledgers that the caller may read, of those that the answer rests on, to their ends.</summary>
    private List<LedgerHead> Heads(Scope scope) => [.. scope.View.Vector.Heads.Where(h => h.Seq > 0
            && reach.Caller.Sees(h.District, () => reach.Judgements.Registry.View(h.District)))
        .Select(h => new LedgerHead(h.District, reach.Judgements.Registry.Head(h.District)))];

    private List<LedgerEntry> Recording(IEnumerable<Record> rows, List<LedgerHead> heads) =>
        [.. rows.Select(r => new LedgerHead(r.Home, r.Seq)).Distinct().Where(r => heads.Any(h => h.District == r.District))
            .OrderBy(r => r.District.Value, StringComparer.Ordinal).ThenBy(r => r.Seq)
            .Select(r => reach.Judgements.Registry.Entry(r.District, r.Seq)!)];

    /// <summary>Byte for byte as they lie there; one that is missing or was changed is for the checker to name.</summary>
    private void AddDocuments(EvidenceZip zip, IEnumerable<Document> documents)
    {
        var left = MostOfDocuments;
        foreach (var sha256 in documents.Where(d => d.File is not null).Select(d => d.Sha256).OfType<string>().Distinct())
        {
            if (store.Find(sha256) is { } path && new FileInfo(path).Length is var length && length <= left)
            {
                left -= length;
                using var file = File.OpenRead(path);
                var ending = DocumentKind.Of(file)?.Extension;
                file.Position = 0;
                zip.Add($"documents/{sha256}{ending}", file.CopyTo);
            }
        }
    }

    private static string Safe(string code) => string.Concat(code.Take(60).Select(c => char.IsLetterOrDigit(c) || c == '-' ? c : '_'));
}
