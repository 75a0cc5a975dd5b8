namespace PlanRegistry.Server.Backups;

/// <summary>A backup that was read through again after it was made.</summary>
/// <param name="Hash">SHA-256 of its manifest, which names the hashes of all else.</param>
/// <param name="File">As it was named.</param>
public sealed record VerifiedBackup(string Hash, DateTimeOffset TakenAt, string File, long Bytes);
