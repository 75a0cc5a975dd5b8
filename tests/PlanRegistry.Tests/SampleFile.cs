using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests;

/// <summary>The sample as a database file: imported once, then copied for each test that writes into it.</summary>
internal static class SampleFile
{
    public static byte[] Import(TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("plan-registry-tests-");
        try
        {
            var file = Path.Combine(folder.FullName, "sample.db");
            using (var registry = Registry.Open(file, clock))
            {
                Sample.Load(registry, "tests", new(PlanRegistry.Records.Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
            }
            return File.ReadAllBytes(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
