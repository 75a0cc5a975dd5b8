using System.Runtime.InteropServices;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>
/// Which file stands under a name. The runtime does not tell: asked of the system by statx, whose answer lies alike on every processor.
/// Where there is no statx, that a file is there and how long it is; Windows lets nobody take away a file that is open.
/// </summary>
internal readonly partial record struct FileIdentity(ulong Device, ulong Number, long Length)
{
    private const int Here = -100; // AT_FDCWD
    private const uint NumberAndLength = 0x100 | 0x200; // STATX_INO | STATX_SIZE

    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new FileInfo(path) is { Exists: true } file ? new FileIdentity(0, 0, file.Length) : null;
        }
        Span<byte> found = stackalloc byte[256];
        if (StatX(Here, path, 0, NumberAndLength, ref MemoryMarshal.GetReference(found)) != 0)
        {
            return null;
        }
        return new FileIdentity(
            BitConverter.ToUInt64(found[136..]), BitConverter.ToUInt64(found[32..]), BitConverter.ToInt64(found[40..]));
    }

    public bool IsSameFile(FileIdentity other) => (Device, Number) == (other.Device, other.Number);

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, ref byte found);
}
