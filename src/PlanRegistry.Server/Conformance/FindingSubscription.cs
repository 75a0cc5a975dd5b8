using System.Runtime.CompilerServices;
using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Sweeping;

namespace PlanRegistry.Server.Conformance;

/// <summary>
/// Tells each subscriber its way from where it stands. A subscriber is a cursor and nothing else: there is no queue that could run over.
/// </summary>
[Resolves("Subscription")]
public sealed class FindingSubscription(Judgements judgements, SweptWatch below)
{
    /// <summary>Each day of an absence is judged anew; whoever was away longer reads the findings once instead.</summary>
    private const int MostDays = 400;

    private readonly FindingWalk walk = new(judgements);

    // Those who catch up take turns: however many they are, one processor's work is all they take from other requests.
    private readonly SemaphoreSlim turn = new(1);

    public IAsyncEnumerable<FindingChange> FindingChanged(string? district, string? under, string? after, int? fromSeq,
        [Service] Reach reach, CancellationToken stop)
    {
        reach.Caller.Require("Subscription.findingChanged");
        return (district, under, fromSeq) switch
        {
            ({ } own, null, _) => Watch(Start(DistrictCode.Parse(own), after, fromSeq, reach.Caller), reach.Caller, stop),
            (null, { } superior, null) => Below(DistrictCode.Parse(superior), after, reach.Caller, stop),
            (null, not null, _) => throw RequestErrors.Request("参数“fromSeq”是一个行政区的台账序号，不能与“under”同用；请用“after”。",
                "The argument \"fromSeq\" is of one district's ledger, and does not go with \"under\": give \"after\"."),
            _ => throw RequestErrors.Request("请给出“district”（一个行政区）或者“under”（所辖各行政区），只能给一个。",
                "Give \"district\", for one, or \"under\", for those below it: one of the two."),
        };
    }

    private IAsyncEnumerable<FindingChange> Below(DistrictCode superior, string? after, Caller caller, CancellationToken stop)
    {
        caller.Require("Query.conformance");
        return judgements.Registry.View(superior) is { District: not null } view && caller.Sees(view)
            ? below.Watch(superior, below.Start(superior, after), caller, InTurn, stop) : throw NotThere(superior);
    }

    private static GraphQLRequestException NotThere(DistrictCode district) => RequestErrors.Request(
        $"登记册中没有行政区{district}。", $"The registry has no district {district}.", ErrorCodes.NotFound);

    private async IAsyncEnumerable<FindingChange> Watch(FindingCursor at, Caller caller, [EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            var news = judgements.Registry.Pulse.Next;
            while (await Step(at, caller, stop) is { } change)
            {
                at = change.To;
                if (change.Opened.Count + change.Cleared.Count > 0)
                {
                    yield return change;
                }
            }
            await news.WaitAsync(stop);
        }
    }

    private async Task<FindingChange?> Step(FindingCursor at, Caller caller, CancellationToken stop)
    {
        try
        {
            return await InTurn(() => walk.Next(at, caller), stop);
        }
        catch (StorageException)
        {
            // While the home is away there is nothing to tell; with the next beat it is looked at again.
            return null;
        }
    }

    private async Task<FindingChange?> InTurn(Func<FindingChange?> work, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            // Off the caller's thread: it may be the one that must hear the client say that it has had enough.
            return await Task.Run(work, stop);
        }
        finally
        {
            turn.Release();
        }
    }

    private FindingCursor Start(DistrictCode district, string? after, int? fromSeq, Caller caller)
    {
        if (RequestErrors.Telling(() => judgements.Registry.View(district)) is not { District: not null } view || !caller.Sees(view))
        {
            throw NotThere(district);
        }
        var start = (after, fromSeq) switch
        {
            (null, null) => new FindingCursor(judgements.Today, view.Vector),
            (not null, not null) =>
                throw RequestErrors.Request(
                    "参数“after”和“fromSeq”是两个不同的起点，请只给出一个。",
                    "The arguments \"after\" and \"fromSeq\" are two places to start from: give one of them."),
            (not null, _) => After(after, district),
            (_, { } seq) => Behind(seq, district),
        };
        return judgements.Today.DayNumber - start.Day.DayNumber <= MostDays ? start : throw RequestErrors.Request(
            $"参数“{(after is null ? "fromSeq" : "after")}”指向{start.Day.InWords().Zh}，已超过{MostDays}日；请先读取本区的问题，再从现在起订阅。",
            $"The argument \"{(after is null ? "fromSeq" : "after")}\" leads back to {(PartialDate)start.Day},"
                + $" more than {MostDays} days ago: read the district's findings, and subscribe from now on.");
    }

    private FindingCursor After(string after, DistrictCode district)
    {
        if (!FindingCursor.TryParse(after, out var cursor))
        {
            throw RequestErrors.Request(
                "参数“after”不是findingChanged的游标。", "The argument \"after\" is no cursor of findingChanged.");
        }
        if (!cursor.Vector.StartsWith($"{district}:", StringComparison.Ordinal))
        {
            var other = cursor.Vector.Split(':')[0];
            throw RequestErrors.Request(
                $"参数“after”是行政区{other}的游标，不是{district}的。",
                $"The argument \"after\" is a cursor of district {other}, not of {district}.");
        }
        // A clock that lags a little behind the one that gave the cursor is no reason to refuse it: tomorrow will come.
        if (cursor.Day > judgements.Today.AddDays(1))
        {
            throw RequestErrors.Request(
                $"参数“after”是{cursor.Day.InWords().Zh}的游标，这一天尚未到来。",
                $"The argument \"after\" is a cursor of {(PartialDate)cursor.Day}, a day that has not begun.");
        }
        return judgements.Registry.Unsealed(cursor.Vector) is { } vector && judgements.Registry.Knows(vector)
            ? new FindingCursor(cursor.Day, vector) : throw RequestErrors.Request(BackupWords.OfAnotherLife("after"));
    }

    private FindingCursor Behind(int seq, DistrictCode district)
    {
        if (seq < 0)
        {
            throw RequestErrors.Request(
                $"参数“fromSeq”为{seq}，台账从第1号开始，0表示从其之前开始。",
                $"The argument \"fromSeq\" is {seq}, but a ledger's first entry is 1; 0 starts before it.");
        }
        return judgements.Registry.At(district, seq) is { } start
            ? new FindingCursor(Calendar.DayOf(start.Entry.RecordedAt), start.After)
            : throw RequestErrors.Request(
                $"参数“fromSeq”为{seq}，而{district}的台账到第{judgements.Registry.Head(district)}号为止。",
                $"The argument \"fromSeq\" is {seq}, but the ledger of {district} ends at {judgements.Registry.Head(district)}.");
    }
}
