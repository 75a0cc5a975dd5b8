using PlanRegistry.Server.Commands;

namespace PlanRegistry.Server.Backups;

/// <summary>
/// A folder for what is not whole yet, for this user alone, gone in the end. Who has it has it alone; what a process that was killed left
/// in it, the next one takes away.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly FileStream hold;

    private WorkFolder(string path, FileStream hold) => (Path, this.hold) = (path, hold);

    public string Path { get; }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public static WorkFolder Take(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        var name = System.IO.Path.Combine(path, "lock");
        FileStream hold;
        try
        {
            hold = new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(name))
        {
            throw new BackupException(BackupWords.InUse(path), CommandLine.Environment, e);
        }
        foreach (var left in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(f => f.Name != "lock"))
        {
            if (left is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                left.Delete();
            }
        }
        return new WorkFolder(path, hold);
    }

    public void Dispose()
    {
        // Before it is let go of: nobody else then finds half of it.
        Directory.Delete(Path, recursive: true);
        hold.Dispose();
    }
}
