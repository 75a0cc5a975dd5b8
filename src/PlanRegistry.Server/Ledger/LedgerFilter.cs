using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

/// <summary>Which entries: an entry must fit every part that is given.</summary>
public sealed record LedgerFilter
{
    public IReadOnlyList<string>? Commands { get; init; }
    public IReadOnlyList<string>? Actors { get; init; }
    public PartialDate? From { get; init; }
    public PartialDate? To { get; init; }
    public IReadOnlyList<string>? Plans { get; init; }

    public Func<LedgerEntry, bool> Test(Scope scope)
    {
        var about = PlanNames.Find(scope, Plans) is { } plans ? EntriesAbout(scope, plans) : null;
        return entry => Calendar.DayOf(entry.RecordedAt) is var day
            && (Commands is null || Commands.Contains(entry.Command))
            && (Actors is null || Actors.Contains(entry.Actor.Id) || Actors.Contains(entry.Actor.Name))
            && (From is not { } from || day >= from.First)
            && (To is not { } to || day <= to.Last)
            && about?.Contains(entry.Seq) is not false;
    }

    /// <summary>Those that changed the plans, or a record that names them; one that was withdrawn named them before it was.</summary>
    private static HashSet<int> EntriesAbout(Scope scope, HashSet<Key<Plan>> plans)
    {
        var registry = scope.Judgements.Registry;
        var changes = registry.Changes(scope.View.Code, 1, scope.View.Vector.Seq);
        var named = scope.View.Own.All.Where(IsAbout).Select(r => r.Id)
            .Concat(changes.Where(c => c.IsWithdrawal && LastSeen(c) is { } record && IsAbout(record)).Select(c => c.Id)).ToHashSet();
        return [.. changes.Where(c => named.Contains(c.Id)).Select(c => c.Seq)];

        bool IsAbout(Record record) => plans.Any(p => (record as Plan)?.Key == p || record.Names(p));

        Record? LastSeen(RecordChange change) =>
            registry.View(Vector.Parse(registry.Entry(scope.View.Code, change.Seq)!.Vector))?.Find(change.Id);
    }
}
