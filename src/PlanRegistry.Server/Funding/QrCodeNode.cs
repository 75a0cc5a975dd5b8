using System.Globalization;
using System.Text;
using GraphQLEngine;
using PlanRegistry.Funding;
using QRCoder;

namespace PlanRegistry.Server.Funding;

/// <summary>Where this server is asked, as whoever asks has it: https://plans.example.gov.cn.</summary>
public sealed record ServerAddress(string Origin)
{
    public static ServerAddress Of(HttpRequest? request) => new(request is null ? "" : $"{request.Scheme}://{request.Host}");
}

/// <summary>QrCode: an address as modules, black ones as squares of one unit in an SVG path.</summary>
public sealed class QrCodeNode
{
    public QrCodeNode(string address)
    {
        Address = address;
        using var code = new QRCodeGenerator().CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        foreach (var (row, y) in rows.Select((r, y) => (r, y)))
        {
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }
        (Size, Path) = (rows.Count, path.ToString());
    }

    public string Address { get; }

    /// <summary>Modules on a side, the quiet zone of four on each side with them.</summary>
    public int Size { get; }
    public string Path { get; }
}

[Resolves("FundingCertificate")]
public static class QrCodeFields
{
    /// <summary>There is no paper of what nobody has signed.</summary>
    public static QrCodeNode? QrCode(FundingCertificateNode certificate, [Service] ServerAddress server) =>
        certificate.Status is CertificateStatus.Prepared or CertificateStatus.Returned ? null
            // The code stands behind #, which no server and no log gets to see.
            : new QrCodeNode($"{server.Origin}/verify/{certificate.Number}#{certificate.VerifyCode}");
}
