namespace PlanRegistry.Tests.Web;

/// <summary>A file as secrets are kept: for its owner alone, unless it is to be seen by others.</summary>
internal static class OwnFile
{
    public static void Write(string file, string text, bool isSeen = false)
    {
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | (isSeen ? UnixFileMode.OtherRead : 0));
        }
    }
}
