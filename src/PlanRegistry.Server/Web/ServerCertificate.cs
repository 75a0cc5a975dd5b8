using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Web;

/// <summary>
/// The server's own certificate in a file. Who connects after the file was changed is shown the new one; while a new one cannot be read,
/// the one before stays.
/// </summary>
public sealed class ServerCertificate
{
    private readonly string file;
    private readonly Lock turn = new();
    private (string Target, DateTime Written, long Length) seen;
    private volatile X509Certificate2 current;

    /// <exception cref="CryptographicException">It cannot be read; as <see cref="IOException"/> and
    /// <see cref="UnauthorizedAccessException"/>.</exception>
    public ServerCertificate(string file)
    {
        (this.file, seen) = (file, Look(file));
        current = Load(file);
    }

    /// <summary>Whoever runs the server is told here.</summary>
    public Action<Text>? Notice { get; set; }

    public DateTimeOffset NotAfter => Current().NotAfter;

    /// <summary>Asked for at each connection: to look at the file costs some microseconds.</summary>
    public X509Certificate2 Current()
    {
        lock (turn)
        {
            try
            {
                var now = Look(file);
                if (now != seen)
                {
                    // Noted first: what cannot be read is told once, and read again when it has changed again.
                    seen = now;
                    current = Load(file);
                    var end = Calendar.DayOf(current.NotAfter).InWords();
                    Notice?.Invoke(new Text($"已换用“{file}”中的新证书，有效期至{end.Zh}。",
                        $"The new certificate in '{file}' is used; it ends on {end.En}."));
                }
            }
            catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
            {
                Notice?.Invoke(new Text($"“{file}”中的新证书无法读取，继续使用原证书：{e.Message}",
                    $"The new certificate in '{file}' cannot be read, and the one before stays in use: {e.Message}"));
            }
            return current;
        }
    }

    private static X509Certificate2 Load(string file) =>
        SecretFile.Objection(file) is { } objection ? throw new UnauthorizedAccessException(objection.En) : Read(file);

    private static X509Certificate2 Read(string file) => Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
        ? X509Certificate2.CreateFromPemFile(file)
        : X509CertificateLoader.LoadPkcs12FromFile(file, password: null);

    /// <summary>What renews certificates often leads a link to another file.</summary>
    private static (string Target, DateTime Written, long Length) Look(string file)
    {
        var target = new FileInfo(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file);
        return target.Exists ? (target.FullName, target.LastWriteTimeUtc, target.Length) : (target.FullName, default, -1);
    }
}
