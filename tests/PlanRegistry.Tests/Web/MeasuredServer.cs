using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>A server, with a certificate of its own, after traffic of every kind.</summary>
public abstract class MeasuredServer : SubscriptionTest
{
    private static readonly string Pem = MakeCertificate();

    protected override Hosting? Where => Hosting.OnThisMachine with { Certificate = new ServerCertificate(Pem) };

    /// <summary>What stands on /metrics then.</summary>
    private protected async Task<List<MetricFamily>> AfterTraffic()
    {
        using var socket = await SocketClient.Open(Http);
        using var events = await EventStream.Open(Http, FindingChanged);
        await socket.Subscribe("1", FindingChanged);
        await Report();
        await events.Next();
        await socket.Next("1");
        await Ask("{ district(code: \"500154\") { conformance { red } } }");
        // Refused while it is parsed, while it is validated, and while it runs.
        foreach (var query in new[]
            { "{", "{ nothing }", "{ district(code: \"500154\") { plans(first: 3, after: \"x\") { nodes { code } } } }" })
        {
            using var refused = await Http.PostAsJsonAsync("/graphql", new { query });
            (await refused.Content.ReadAsStringAsync()).Should().Contain("\"errors\"");
        }
        using var nowhere = await Http.GetAsync("/nowhere");
        using var other = Registry.Open(Storage.TestHome.Of(File), Clock);
        other.View(DistrictCode.Parse("500154"));
        Service<IAccessStorage>().Write(TimeSpan.FromSeconds(5), rows =>
        {
            rows.Save(new VerifiedBackup(new string('a', 64), Clock.Now.AddDays(-1), "registry.tar", 1));
            return true;
        });
        // The runtime tells these once there was one.
        GC.Collect();
        FluentActions.Invoking(() => throw new InvalidOperationException()).Should().Throw<InvalidOperationException>();
        return await AfterAConnectionHasEnded();
    }

    private async Task<List<MetricFamily>> AfterAConnectionHasEnded()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.ConnectionClose = true;
        using var live = await Http.SendAsync(request);
        for (var tries = 0; tries < 100; tries++)
        {
            var families = MetricFamily.Read(await Http.GetStringAsync("/metrics"));
            if (families.Exists(f => f.Name == "kestrel_connection_duration_seconds"))
            {
                return families;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The connection that was to close is still open.");
    }

    private static string MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(30));
        var file = Path.Combine(Directory.CreateTempSubdirectory("plan-registry-tests-").FullName, "server.pem");
        OwnFile.Write(file, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
