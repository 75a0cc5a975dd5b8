using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanRegistry.Server.Backups;

/// <summary>
/// The first part of a backup, manifest.json: what is in it, and the size and SHA-256 of each other part, in their order. The hash of its
/// own bytes is the name of the backup.
/// </summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json";
    public const string Database = "registry.db";
    public const string Documents = "documents/";
    public const string ItsFormat = "plan-registry-backup";
    public const int ItsVersion = 1;

    /// <summary>Half a million documents have one of 60 MB.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, PropertyNameCaseInsensitive = false,
    };

    public required string Format { get; init; }
    public required int Version { get; init; }

    /// <summary>Of the program that made it, with its commit.</summary>
    public required string Program { get; init; }

    /// <summary>The number of the schema's last step.</summary>
    public required string Schema { get; init; }
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Whether nobody was writing at that moment: then everything before it is in the backup.</summary>
    public required bool IsCertain { get; init; }

    public required int Entries { get; init; }
    public required int Rows { get; init; }
    public required int Accounts { get; init; }
    public required IReadOnlyList<BackedUpLedger> Districts { get; init; }
    public required IReadOnlyList<BackupPart> Parts { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest Read(byte[] bytes) =>
        JsonSerializer.Deserialize<BackupManifest>(bytes, Json) ?? throw new JsonException("null");
}

/// <summary>How far the ledger of a district goes.</summary>
public sealed record BackedUpLedger(string District, int Seq, string Hash);

/// <summary>A file of the backup: registry.db, or documents/SHA256.</summary>
public sealed record BackupPart(string Name, long Bytes, string Sha256);
