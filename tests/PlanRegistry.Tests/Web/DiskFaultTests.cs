using System.Net;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;
using PlanRegistry.Tests.Storage;

namespace PlanRegistry.Tests.Web;

/// <summary>A served file on a disk that fills up, and one that is read only.</summary>
[Trait("Home", "SQLite")]
public sealed class DiskFaultTests : LedgerTest
{
    [Fact]
    public async Task A_full_disk_is_said_to_who_writes_and_on_metrics_and_the_server_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk();
        var file = Path.Combine(disk.Folder, "registry.db");
        using var registry = Registry.Open(Homes.Of(file), Clock);
        registry.Execute(By(Kaizhou), _ => Decision.Write([Change.Record(DistrictOf(Kaizhou, "开州区"))]));
        await using var server = await ServedRegistry.Of(registry, Clock, disk.Folder);
        disk.Fill();

        var written = 1;
        (string?, string?) fault = default;
        while (fault == default)
        {
            var answer = await server.Register($"Q{written}");
            fault = ServedRegistry.Fault(answer);
            written += fault == default ? 1 : 0;
        }

        var full = $"The disk of the database '{file}' is full; nothing was written.";
        fault.Should().Be((StorageException.Unavailable, full));
        (await server.Ready()).Should().Be((HttpStatusCode.ServiceUnavailable, full));
        (await server.Ask("{ district(code: \"500154\") { name } }")).GetProperty("data").ToString().Should().Contain("开州区");
        var page = await server.Http.GetStringAsync("/metrics");
        page.Should().Contain("plan_registry_ready{} 0\n").And.Contain("plan_registry_trouble{plan_registry_trouble=\"DISK_FULL\"} 1\n")
            .And.MatchRegex("plan_registry_ledger_refusals_total{plan_registry_code=\"STORAGE_UNAVAILABLE\"} [1-9]");

        disk.MakeRoom();
        (await server.Seq($"Q{written}")).Should().Be($"{written + 1}", "what was refused is written once, under its key");
        (await server.Http.GetStringAsync("/health/live")).Should().Be("live");
        registry.Head(Kaizhou).Should().Be(written + 1);
        using var storage = Homes.Of(file);
        Verification.Of(storage).Broken.Should().BeNull();
    }

    [Fact]
    public void A_disk_that_is_read_only_is_one_sentence_and_exit_code_3_and_the_file_stays_as_it_is()
    {
        using var disk = new SmallDisk();
        var file = Path.Combine(disk.Folder, "registry.db");
        Registry.Open(Homes.Of(file), Clock).Dispose();
        var before = File.ReadAllBytes(file);
        disk.MakeReadOnly();
        var errors = new StringWriter();

        CommandLine.WithRegistry(file, new Voice(Language.En, TextWriter.Null, errors), _ => 0).Should().Be(CommandLine.Environment);

        errors.ToString().Should().Be($"The database '{file}' cannot be opened: its folder is missing, or may not be written to.\n");
        File.ReadAllBytes(file).Should().Equal(before);
    }
}
