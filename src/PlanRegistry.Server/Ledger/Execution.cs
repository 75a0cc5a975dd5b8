using System.Collections.Concurrent;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Carries a command out: once per idempotency key, on the view its author
/// expects, and again on a fresh view when another writer was first.
/// </summary>
internal sealed class Execution(IStorage storage, Views views, ClockWatch clock)
{
    private const int MostAttempts = 20;

    /// <summary>So many that what was read for them is worth collecting, which takes a third of a second.</summary>
    private const int ManyChanges = 20_000;

    private readonly ConcurrentDictionary<DistrictCode, Lock> turns = new();

    public WriteResult Run(CommandHeader header, Func<RegistryView, Decision> decide, Action<int, int>? progress)
    {
        using var room = new RoomToWait(storage.Name);
        var waiting = new Waiting(storage.Patience);
        var turn = turns.GetOrAdd(header.District, _ => new Lock());
        // Within the process commands on one district take turns, so that only another process can be first.
        if (!turn.TryEnter(waiting.Left))
        {
            throw StorageException.OfBusy(storage.Name);
        }
        try
        {
            Legible.Require(header);
            return Run(header, decide, waiting, progress);
        }
        catch (IllegibleException e)
        {
            return Refused(header, e);
        }
        finally
        {
            turn.Exit();
        }
    }

    private WriteResult Run(CommandHeader header, Func<RegistryView, Decision> decide, Waiting waiting, Action<int, int>? progress)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (Attempt(header, decide, waiting, progress) is { } result)
            {
                return result;
            }
        }
        return WriteResult.Refused(views.ToDecideOn(header.District), LedgerRefusals.OthersWereFirst(header.District, MostAttempts));
    }

    private WriteResult Refused(CommandHeader header, IllegibleException fault) =>
        WriteResult.Refused(views.ToDecideOn(header.District), LedgerRefusals.NoText(fault.Column));

    /// <summary>Goes the same way but for the last step.</summary>
    /// <param name="trial">Of which it is a part; null where it is tried by itself.</param>
    public WriteResult Rehearse(CommandHeader header, Func<RegistryView, Decision> decide, Trial? trial)
    {
        try
        {
            Legible.Require(header);
            return Tried(header, decide, trial);
        }
        catch (IllegibleException e)
        {
            return Refused(header, e);
        }
    }

    private WriteResult Tried(CommandHeader header, Func<RegistryView, Decision> decide, Trial? trial)
    {
        var view = trial?.On(header.District) ?? views.ToDecideOn(header.District);
        if (trial is not null && header.IdempotencyKey is { } key && KeyRefusal(header, trial, key) is { } taken)
        {
            return taken;
        }
        var decision = Decide(view, decide, header, trial?.Today ?? Calendar.Today(clock.Time));
        if (WriteResult.OfNothingWritten(view, decision) is { } result)
        {
            return result;
        }
        var recordedAt = Drafting.MomentOf(clock.Time.GetUtcNow(), view);
        var rows = Drafting.Rows(view, recordedAt, decision.Changes);
        var own = view.Own.After(view.Own.Seq + 1, recordedAt,
            [.. rows.Select(r => r.Recorded).OfType<Record>()], [.. rows.Select(r => r.Retired).OfType<Record>()]);
        var after = trial?.Keep(view, own) ?? views.Rehearsal(own, view.Vector);
        return new WriteResult { Changes = decision.Changes, Before = view, After = after };
    }

    /// <summary>As the command would be refused whose key stands for another input.</summary>
    private WriteResult? KeyRefusal(CommandHeader header, Trial trial, string key) =>
        !trial.IsFirstUnder($"{header.District} {key}", header.InputHash)
            ? WriteResult.Refused(views.ToDecideOn(header.District), LedgerRefusals.KeyTakenInTrial)
        : FirstAnswer(header) is { Problems.Count: > 0 } taken ? taken : null;

    private WriteResult? Attempt(CommandHeader header, Func<RegistryView, Decision> decide, Waiting waiting, Action<int, int>? progress)
    {
        // The view first: an entry under the same key that is not yet in it collides when this one is written.
        var view = views.ToDecideOn(header.District);
        if (FirstAnswer(header) is { } first)
        {
            return first;
        }
        var decision = Decide(view, decide, header, Calendar.Today(clock.Time));
        return WriteResult.OfNothingWritten(view, decision) ?? Write(header, view, decision, waiting, progress);
    }

    private Decision Decide(RegistryView view, Func<RegistryView, Decision> decide, CommandHeader header, DateOnly today) =>
        // What was asked of it is answered here; kept on, it would hold the rows as they were read until all of them are written.
        header.ExpectedSeq is { } expected && expected != view.Own.Seq
            ? Decision.Refuse(LedgerRefusals.Stale(view.Code, expected, view.Own.Seq))
            : decide(view).AsOf(today).Watched(view, header, today).Reasoned(header)
                .WithoutSecrets(view, header) with { Happened = [], Overwritten = [] };

    private WriteResult? Write(CommandHeader header, RegistryView view, Decision decision, Waiting waiting, Action<int, int>? progress)
    {
        if (decision.Changes.Count >= ManyChanges)
        {
            // What was read is let go of by now; old as it is, the collector would leave it beside all that is drafted and written.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        }
        EntryDraft draft = null!;
        RegistryView after = null!;
        EntryDraft Make(DateTimeOffset? home)
        {
            // The moment is taken while nobody else can write, so that entries become visible in the order of their moments.
            draft = Drafting.Draft(header, view, HeadHash(view), clock.ToWrite(home), decision.Changes);
            // Before it is written: what no view can be made of must not get in.
            after = views.After(view.Own.After(draft.Entry.Seq, draft.Entry.RecordedAt, draft.Recorded, draft.Retired), view.Vector);
            return draft;
        }
        if (!storage.Append(Views.Sight(view.Chain.Select(d => d.District)), Make, waiting, progress))
        {
            return null;
        }
        var entry = draft.Entry;
        clock.Wrote(entry);
        views.Remember(after, entry.Hash);
        RegistryMeter.Written(entry.Command);
        var subjects = decision.Subjects.Count > 0 ? decision.SubjectsIn(after) : draft.Recorded;
        return new WriteResult
        {
            Entry = entry, Recorded = draft.Recorded, Subjects = subjects, Changes = decision.Changes, Before = view, After = after,
        };
    }

    private string HeadHash(RegistryView view) =>
        view.Own.Seq == 0 ? EntryHash.First : storage.Entry(view.Code, view.Own.Seq)!.Hash;

    /// <summary>The answer already given under the idempotency key; null when the key is new.</summary>
    private WriteResult? FirstAnswer(CommandHeader header)
    {
        if (header.IdempotencyKey is not { } key
            || storage.EntryUnderKey(header.District, header.Actor.Id, key) is not { } entry)
        {
            return null;
        }
        return entry.InputHash == header.InputHash
            ? Replay(entry, storage.Changes(entry.District, entry.Seq, entry.Seq))
            : WriteResult.Refused(views.ToDecideOn(header.District), LedgerRefusals.KeyTaken(entry));
    }

    private WriteResult Replay(LedgerEntry entry, IReadOnlyList<RecordChange> changes)
    {
        var own = views.Ledger(new LedgerHead(entry.District, entry.Seq));
        IReadOnlyList<Record> recorded = [.. changes.Where(c => !c.IsWithdrawal).Select(c => own.Find(c.Id.Table, c.Id.Code)!)];
        return new WriteResult
        {
            Entry = entry,
            Recorded = recorded,
            // A replay decides nothing: what the first answer was about are the records that its entry names.
            Subjects = recorded,
            Replayed = true,
            Before = views.Before(entry),
            After = views.After(own, Vector.Parse(entry.Vector)),
        };
    }
}
