using Fuzz.Packs;

namespace PlanRegistry.Tests.Packs;

/// <summary>Packs that were changed at random; make fuzz sends thousands.</summary>
public sealed class MutatedPackTests
{
    [Fact]
    public void A_mutated_pack_is_imported_whole_or_refused_with_a_reason_and_leaves_every_ledger_whole()
    {
        using var run = new PackRun(seed: 7);
        for (var pack = 0; pack < 60; pack++)
        {
            run.Fuzz.Send(pack);
        }

        run.Fuzz.PassedHeader.Should().BeGreaterThanOrEqualTo(30);
        run.Fuzz.Imported.Should().BeGreaterThan(0);
        run.Fuzz.Refusals.Should().NotBeEmpty();
    }
}
