using Microsoft.Extensions.Logging.Abstractions;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Tests.Ledger;

using Record = PlanRegistry.Records.Record;
using PlanRegistry.Tests.Access;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// The walk over histories of chance: three ledgers, records withdrawn and
/// recorded again, the clock standing still, moving on, and passing midnights.
/// </summary>
public sealed class FindingWalkTests : LedgerTest
{
    private static readonly DistrictCode[] Ledgers = [Kaizhou, Chongqing, DistrictCode.Nation];
    private readonly Dictionary<DistrictCode, List<Record>> withdrawn = Ledgers.ToDictionary(d => d, _ => new List<Record>());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whoever_walks_from_any_point_goes_the_way_that_was_lived(int seed)
    {
        Clock.Now = new DateTimeOffset(2026, 2, 27, 9, 0, 0, TimeSpan.FromHours(8));
        Sample.Load(Registry, "tests", new Voice(Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
        var judgements = new Judgements(Registry, Clock, NullLogger<Judgements>.Instance);
        var start = new FindingCursor(judgements.Today, Registry.View(Kaizhou)!.Vector);
        var chance = new Random(seed);
        var lived = new List<FindingChange>();
        for (var i = 0; i < 30; i++)
        {
            Happen(judgements, chance);
            lived.AddRange(Way(judgements, lived.Count > 0 ? lived[^1].To : start));
        }

        lived.Select(c => c.Cause).Distinct().Should().BeEquivalentTo([ChangeCause.Write, ChangeCause.Superior, ChangeCause.Day]);
        lived[^1].To.Should().Be(new FindingCursor(judgements.Today, Registry.View(Kaizhou)!.Vector));
        var elsewhere = new Judgements(Open(), Clock, NullLogger<Judgements>.Instance);
        Way(elsewhere, start).Select(Text).Should().Equal(lived.Select(Text));
        for (var i = 0; i < lived.Count; i++)
        {
            // One step from each point, which is the same step wherever one began; all that are left from some of them.
            var steps = i % 8 == 0 ? lived.Count : 1;
            Way(judgements, lived[i].To).Take(steps).Select(Text).Should().Equal(lived.Skip(i + 1).Take(steps).Select(Text));
        }
        Sum(judgements, start, lived).Should().BeEquivalentTo(Findings(judgements, lived[^1].To));
    }

    [Fact]
    public void A_cursor_is_read_as_it_was_written()
    {
        Write(PlanOf(Kaizhou, "P-1", "交通规划"));
        var cursor = new FindingCursor(new DateOnly(2026, 6, 30), Registry.View(Kaizhou)!.Vector);

        FindingCursor.TryParse(cursor.Write(Registry), out var read).Should().BeTrue();

        (read.Day, Registry.Unsealed(read.Vector)).Should().Be((cursor.Day, cursor.Vector));
    }

    private static IEnumerable<FindingChange> Way(Judgements judgements, FindingCursor at)
    {
        var walk = new FindingWalk(judgements);
        while (walk.Next(at, TestCaller.Operator) is { } change)
        {
            yield return change;
            at = change.To;
        }
    }

    /// <summary>One write, or nothing but time.</summary>
    private void Happen(Judgements judgements, Random chance)
    {
        Clock.Advance(chance.Next(4) switch
        {
            0 => TimeSpan.FromHours(chance.Next(1, 100)),
            1 => TimeSpan.FromMinutes(1),
            _ => TimeSpan.Zero,
        });
        if (chance.Next(6) == 0)
        {
            return;
        }
        var district = Ledgers[chance.Next(Ledgers.Length)];
        judgements.Registry.Execute(By(district, "correctRecord"), view =>
        {
            var again = withdrawn[district];
            if (again.Count > 0 && chance.Next(2) == 0)
            {
                var record = again[chance.Next(again.Count)];
                again.Remove(record);
                return Decision.Write([Change.Record(record)]);
            }
            // What nothing else names.
            var rows = view.Own.All
                .Where(r => r is PlanRegistry.Hierarchy.PlanLink or PlanRegistry.Approval.Act or PlanRegistry.Catalogue.DirectoryEntry)
                .ToList();
            var gone = rows[chance.Next(rows.Count)];
            again.Add(gone);
            return Decision.Write([Change.Withdraw(gone)]);
        }).IsRefused.Should().BeFalse();
    }

    private static string Text(FindingChange change) =>
        $"{change.Cause} {change.Day} {change.To.Vector} +{string.Join('+', change.Opened.Select(f => f.Id))} "
            + $"-{string.Join('-', change.Cleared.Select(f => f.Id))}";

    /// <summary>What stood at the start, with all that was opened and without all that was cleared since.</summary>
    private static HashSet<(string, Verdict, Severity)> Sum(Judgements judgements, FindingCursor start, IEnumerable<FindingChange> changes)
    {
        var standing = Findings(judgements, start).ToHashSet();
        foreach (var change in changes)
        {
            change.Cleared.All(f => standing.Remove(Known(f))).Should().BeTrue("only what stands is cleared");
            change.Opened.All(f => standing.Add(Known(f))).Should().BeTrue("what stands is not opened again");
        }
        return standing;
    }

    private static IEnumerable<(string, Verdict, Severity)> Findings(Judgements judgements, FindingCursor at) =>
        new Scope(judgements.Snapshot(judgements.Registry.View(at.Vector)!, at.Day),
            null, null, judgements, TestCaller.Operator).FindingsNotIn(null).Select(Known);

    private static (string, Verdict, Severity) Known(FindingNode finding) => (finding.Id, finding.Verdict, finding.Severity);
}
