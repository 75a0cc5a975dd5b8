namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>
/// The files that are in use, so that what happens to them under a running server is noticed: SQLite goes on with a file that was moved,
/// deleted or replaced as if it still stood under its name.
/// </summary>
internal sealed class OpenFiles(string file)
{
    private static readonly string[] Beside = ["-wal", "-shm"];

    private FileIdentity? main;
    private FileIdentity?[]? beside;

    /// <summary>What stands beside the file was taken away; the connections that have it open must all be closed first.</summary>
    public bool LogIsGone { get; private set; }

    /// <summary>To be called after a connection has read: only then all files are there.</summary>
    public void Note()
    {
        main ??= FileIdentity.Of(file);
        beside ??= [.. Beside.Select(suffix => FileIdentity.Of(file + suffix))];
    }

    /// <summary>The last connection is closed, and with it went what stands beside the file.</summary>
    public void Forget() => (beside, LogIsGone) = (null, false);

    /// <exception cref="StorageException">They are not those any more that were opened.</exception>
    public void Require()
    {
        if (main is not { } opened)
        {
            return;
        }
        if (FileIdentity.Of(file) is not { } found)
        {
            throw new StorageException(Faults.Gone(file));
        }
        if (!found.IsSameFile(opened))
        {
            throw new StorageException(Faults.Replaced(file));
        }
        // In WAL mode it only ever grows.
        if (found.Length < opened.Length)
        {
            throw new StorageException(Faults.Truncated(file));
        }
        main = found;
        RequireLog();
    }

    private void RequireLog()
    {
        for (var i = 0; i < Beside.Length; i++)
        {
            if (beside?[i] is { } opened && !(FileIdentity.Of(file + Beside[i]) is { } found && found.IsSameFile(opened)))
            {
                LogIsGone = true;
                throw new StorageException(Faults.LogGone(file));
            }
        }
    }
}
