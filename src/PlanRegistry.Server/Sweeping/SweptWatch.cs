using System.Globalization;
using System.Runtime.CompilerServices;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Sweeping;

/// <summary>
/// Tells what sweeps find opened and cleared in the districts below a superior, in the order in which their results were kept. What is told
/// of a district is worked out anew from its two states; that others are judged meanwhile changes nothing.
/// </summary>
public sealed class SweptWatch(Judgements judgements, ISweepStorage storage)
{
    private const int AtOnce = 100;

    private readonly FindingWalk walk = new(judgements);

    /// <param name="number">Of the result after which to begin.</param>
    /// <param name="turn">Works something out when it is one's turn.</param>
    public async IAsyncEnumerable<FindingChange> Watch(DistrictCode under, int number, Caller caller,
        Func<Func<FindingChange?>, CancellationToken, Task<FindingChange?>> turn, [EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            var news = judgements.Registry.Pulse.Next;
            for (var from = -1; from != number && Next() is { Count: > 0 } changes;)
            {
                from = number;
                foreach (var change in changes)
                {
                    FindingChange? told = null;
                    if (change.IsUnder(under))
                    {
                        try
                        {
                            told = await turn(() => Told(change, under, caller), stop);
                        }
                        catch (StorageException)
                        {
                            // While the home is away nothing is passed over; with the next beat it is looked at again.
                            break;
                        }
                    }
                    number = change.Number;
                    if (told is not null && told.Opened.Count + told.Cleared.Count > 0)
                    {
                        yield return told;
                    }
                }
            }
            await news.WaitAsync(stop);
        }

        IReadOnlyList<SweptChange> Next()
        {
            try
            {
                return storage.ChangesAfter(number, AtOnce);
            }
            catch (StorageException)
            {
                return [];
            }
        }
    }

    /// <summary>After which result a cursor stands; the last one where there is no cursor.</summary>
    public int Start(DistrictCode under, string? after)
    {
        if (after is null)
        {
            return storage.LastNumber();
        }
        if (!Cursor.TryRead(after, out var parts) || parts.List != List(under)
            || !int.TryParse(parts.Position, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw RequestErrors.Request($"参数“after”不是under为{under}的findingChanged的游标。",
                $"The argument \"after\" is no cursor of findingChanged under {under}.");
        }
        return judgements.Registry.Unsealed(parts.Vector) is { } vector && storage.VectorOf(number) == vector.ToString()
            ? number : throw RequestErrors.Request(BackupWords.OfAnotherLife("after"));
    }

    private FindingChange? Told(SweptChange change, DistrictCode under, Caller caller)
    {
        var (from, to) = (new FindingCursor(change.BeforeDay, change.BeforeVector), new FindingCursor(change.Day, change.Vector));
        if (judgements.Registry.View(to.Vector) is not { } view || !caller.Sees(view))
        {
            return null;
        }
        var cause = from.Vector.Seq != to.Vector.Seq ? ChangeCause.Write
            : from.Vector != to.Vector ? ChangeCause.Superior : ChangeCause.Day;
        return walk.Between(cause, from, to, caller, Cursor.Write(List(under), judgements.Registry.Sealed(to.Vector),
            change.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static string List(DistrictCode under) => $"findingChanged under {under}";
}
