using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Backups;

/// <summary>Whatever was written, and wherever it is cut: what is restored exports what was exported then.</summary>
public sealed class RestorePropertyTests : BackupTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Restored_to_an_entry_it_exports_what_was_exported_at_that_entry(int seed)
    {
        var chance = new Random(seed);
        HaveDistricts();
        var states = new List<(DateTimeOffset At, Dictionary<DistrictCode, (Vector Vector, byte[] Pack)> Districts)>();
        for (var i = 0; i < 25; i++)
        {
            Happen(chance, i);
            states.Add((Clock.Now, Registry.Districts().ToDictionary(d => d, d =>
                (Registry.View(d)!.Vector, Pack(Registry.View(d)!)))));
            Pass();
        }
        Backup();

        foreach (var byMoment in (bool[])[true, false])
        {
            var (at, districts) = states[chance.Next(states.Count)];
            var order = byMoment ? Order(At("backup.tar")) with { To = at }
                : Order(At("backup.tar")) with { Heads = [.. districts.Select(d => (d.Key, d.Value.Vector.Seq))] };
            using (var restored = Restore(order))
            {
                foreach (var (district, (vector, pack)) in districts)
                {
                    restored.Head(district).Should().Be(vector.Seq + 1);
                    restored.Entry(district, vector.Seq)!.Hash.Should().Be(Registry.Entry(district, vector.Seq)!.Hash);
                    Pack(restored.View(vector)!).Should().Equal(pack);
                    Pack(restored.View(district)!).Should().Equal(pack);
                    Pack(restored.View(district, at)!).Should().Equal(pack, "what it knew then, it knew then");
                }
            }
            Verified(order).Code.Should().Be(0);
        }
    }

    private void Happen(Random chance, int i)
    {
        var district = Registry.Districts()[chance.Next(3)];
        var plans = Registry.View(district)!.Of<Plan>();
        Registry.Execute(By(district), view => Decision.Write(chance.Next(4) switch
        {
            0 when plans.Count > 1 => [Change.Withdraw(view.Of<Plan>()[chance.Next(plans.Count)])],
            1 when view.Of<Plan>()[0] is var plan => [Change.Correct(plan with { Title = $"规划{i}号（修订）" }, plan)],
            _ => [.. Enumerable.Range(0, 1 + chance.Next(3)).Select(n => Change.Record(PlanOf(district, $"R-{i}-{n}", $"规划{i}之{n}")))],
        })).IsRefused.Should().BeFalse();
    }
}
