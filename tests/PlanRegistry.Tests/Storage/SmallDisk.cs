using System.Diagnostics;

namespace PlanRegistry.Tests.Storage;

/// <summary>A disk in memory, of eight megabytes.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-disk-");

    public SmallDisk()
    {
        if (Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.FullName) != 0)
        {
            folder.Delete();
            Assert.Skip("A disk can be made by root alone.");
        }
    }

    public string Folder => folder.FullName;

    private string Filling => Path.Combine(Folder, "filling");

    public void Fill() => File.WriteAllBytes(Filling, new byte[new DriveInfo(Folder).AvailableFreeSpace - 50_000]);

    /// <summary>Nobody may have a file open on it.</summary>
    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Folder).Should().Be(0);

    public void MakeRoom() => File.Delete(Filling);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        folder.Delete();
    }

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
