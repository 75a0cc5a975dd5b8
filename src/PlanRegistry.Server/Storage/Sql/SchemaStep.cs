using System.Security.Cryptography;
using System.Text;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>One step of the schema.</summary>
internal sealed record SchemaStep(string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}
