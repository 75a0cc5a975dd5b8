using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PlanRegistry.Server.Access;

/// <summary>What a browser, a program or a link holds: 256 random bits. The registry keeps the sha256 of them only.</summary>
internal static class AccessKeys
{
    private const int Bytes = 32;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>An id that tells nothing.</summary>
    public static string MakeId(string kind) => $"{kind}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
