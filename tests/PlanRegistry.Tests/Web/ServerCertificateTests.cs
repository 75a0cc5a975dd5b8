using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Web;

/// <summary>The server's own certificate is renewed in its file, and shown to who connects next.</summary>
public sealed class ServerCertificateTests : LedgerTest
{
    private readonly string pem = Path.Combine(Directory.CreateTempSubdirectory("plan-registry-tests-").FullName, "server.pem");

    [Fact]
    public async Task A_new_certificate_in_the_file_is_shown_to_who_connects_next_and_one_that_cannot_be_read_is_not()
    {
        var first = Renew("CN=first");
        var where = Hosting.Read("https://127.0.0.1:0", pem, null, [], out _)!;
        var told = new List<string>();
        where.Certificate!.Notice = sentence => told.Add(sentence.En);
        await using var app = WebHost.Build(Registry, "officer", Clock, where.Configure, where);
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        (await Shown(port)).Should().Be(first);

        var second = Renew("CN=second");
        (await Shown(port)).Should().Be(second);
        told.Should().ContainSingle().Which.Should().StartWith($"The new certificate in '{pem}' is used; it ends on ");

        File.WriteAllText(pem, "half of a");
        (await Shown(port)).Should().Be(second);
        (await Shown(port)).Should().Be(second);
        told.Should().HaveCount(2);
        told[1].Should().StartWith($"The new certificate in '{pem}' cannot be read, and the one before stays in use: ");

        File.Delete(pem);
        (await Shown(port)).Should().Be(second);
        var third = Renew("CN=third");
        (await Shown(port)).Should().Be(third);
    }

    [Fact]
    public void A_link_that_leads_to_another_file_is_followed()
    {
        var target = pem + ".1.pem";
        Renew("CN=first", target);
        var link = pem + ".link.pem";
        File.CreateSymbolicLink(link, target);
        var certificate = new ServerCertificate(link);
        var second = Renew("CN=second", pem + ".2.pem");

        File.Delete(link);
        File.CreateSymbolicLink(link, pem + ".2.pem");

        certificate.Current().Thumbprint.Should().Be(second);
    }

    [Fact]
    public void A_file_that_others_can_read_is_refused()
    {
        OwnFile.Write(pem, "", isSeen: true);

        Hosting.Read("https://127.0.0.1:0", pem, null, [], out var wrong).Should().BeNull();

        wrong.En.Should().Be($"'{pem}' holds a password or a key, and others can read or change it: run chmod 600 on it.");
    }

    /// <returns>Its thumbprint.</returns>
    private string Renew(string name, string? file = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        var next = (file ?? pem) + ".next";
        OwnFile.Write(next, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.Move(next, file ?? pem, overwrite: true);
        return made.Thumbprint;
    }

    private static async Task<string> Shown(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        await stream.AuthenticateAsClientAsync("localhost");
        return ((X509Certificate2)stream.RemoteCertificate!).Thumbprint;
    }
}
