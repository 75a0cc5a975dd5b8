using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Web;

/// <summary>Where the server listens, how it is reached, and whether it may be.</summary>
/// <param name="Hosts">The names and addresses under which browsers may ask for it.</param>
/// <param name="Proxy">Which ends TLS and says who asks; null without one.</param>
public sealed record Hosting(IReadOnlyList<string> Urls, IReadOnlyList<string> Hosts, IPAddress? Proxy, ServerCertificate? Certificate)
{
    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>On this machine alone.</summary>
    public static Hosting OnThisMachine { get; } = new([], Local, null, null);

    /// <summary>Neither listening elsewhere nor asked for under a name that others could lead to it.</summary>
    private bool IsLocal => Proxy is null && Urls.All(url => IsLoopback(new Uri(url))) && Hosts.All(IsLoopback);

    /// <summary>Null, and one sentence, where it is not understood.</summary>
    public static Hosting? Read(string urls, string? certificate, string? proxy, IReadOnlyList<string> hosts, out Text wrong)
    {
        wrong = default;
        var addresses = new List<string>();
        foreach (var url in urls.Split(';'))
        {
            if (!IsPlain(url, out var uri))
            {
                wrong = new($"“{url}”不是可以监听的地址，请写作http://127.0.0.1:5080。",
                    $"'{url}' is no address to listen on: write it as http://127.0.0.1:5080.");
                return null;
            }
            if (uri.Scheme == "https" && certificate is null)
            {
                wrong = new($"“{url}”需要证书：请以--certificate给出证书文件。", $"'{url}' needs a certificate: name its file by --certificate.");
                return null;
            }
            // As it was understood: where one reader takes a spelling for this machine, another might listen everywhere.
            addresses.Add($"{uri.Scheme}://{uri.Host}:{uri.Port}");
        }
        if (certificate is not null && SecretFile.Objection(certificate) is { } objection)
        {
            wrong = objection;
            return null;
        }
        IPAddress? address = null;
        if (proxy is not null && !IPAddress.TryParse(proxy, out address))
        {
            wrong = new($"“{proxy}”不是代理的IP地址，请写作10.1.2.3。", $"'{proxy}' is no address of a proxy: write it as 10.1.2.3.");
            return null;
        }
        try
        {
            return new Hosting(addresses, [.. Local, .. addresses.Select(a => new Uri(a).Host), .. hosts], address,
                certificate is null ? null : new ServerCertificate(certificate));
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            wrong = new($"无法读取证书“{certificate}”：{e.Message}", $"The certificate '{certificate}' cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>Why this database may not be served there; null where it may.</summary>
    public Text? Objection(IAccessStorage access)
    {
        if (IsLocal)
        {
            return null;
        }
        var (isDemonstration, hasAdmin) = access.Read(rows =>
            (rows.Mark == Demonstration.Mark, rows.Accounts().Any(a => a is { Role: Role.Admin, IsEnded: false })));
        var url = Urls.FirstOrDefault(u => !IsLoopback(new Uri(u))) ?? Hosts.FirstOrDefault(h => !IsLoopback(h)) ?? Urls[0];
        return isDemonstration ? new($"不接受“{url}”：演示数据库只在本机使用。", $"'{url}' is refused: a demonstration is used on its own machine.")
            : !hasAdmin ? new(
                $"不接受“{url}”：尚无系统管理员账户，服务只在本机监听。请先运行plan-registry user add 姓名 --role ADMIN --district 区划代码。",
                $"'{url}' is refused: there is no administrator's account, so the server listens on this machine only. "
                    + "Run plan-registry user add NAME --role ADMIN --district CODE first.")
            : Certificate is null && Proxy is null ? new(
                $"不接受“{url}”：在本机以外提供服务须加密。请以--certificate给出证书，或者以--behind-proxy写明负责加密的代理。",
                $"'{url}' is refused: beyond this machine it is served over TLS. Name a certificate by --certificate, "
                    + "or the proxy that ends TLS by --behind-proxy.")
            : null;
    }

    public void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls([.. Urls]);
        if (Certificate is { } certificate)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(k => k.ConfigureHttpsDefaults(https =>
                https.ServerCertificateSelector = (_, _) => certificate.Current()));
        }
    }

    /// <summary>http or https, a host, a port, and nothing behind it.</summary>
    private static bool IsPlain(string url, [NotNullWhen(true)] out Uri? uri) => Uri.TryCreate(url, UriKind.Absolute, out uri)
        && uri is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" };

    private static bool IsLoopback(Uri uri) => IsLoopback(uri.Host);

    private static bool IsLoopback(string host) => host == "localhost"
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
