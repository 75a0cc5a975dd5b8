using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// A file with a password or a key. As OpenSSH and PostgreSQL do with theirs, one that others can read is refused: else nobody would
/// notice. The owner's group may read it, as root:plan-registry with 0640 is usual.
/// </summary>
internal static class SecretFile
{
    private const UnixFileMode OfOthers = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;

    /// <summary>
    /// Where systemd lays the credentials of a unit (LoadCredential=), one by one or, as our own unit has them, a folder called secrets;
    /// null without one of this name.
    /// </summary>
    public static string? Credential(string name) =>
        Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } folder
            ? new[] { name, $"secrets_{name}" }.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists) : null;

    /// <summary>Null where it is its owner's alone, or not there.</summary>
    public static Text? Objection(string file) => !OperatingSystem.IsWindows() && File.Exists(file)
        && (File.GetUnixFileMode(file) & OfOthers) != 0
            ? new Text($"“{file}”中有密码或者私钥，其他用户可以读取或者改写：请执行chmod 600。",
                $"'{file}' holds a password or a key, and others can read or change it: run chmod 600 on it.")
            : default(Text?);
}
