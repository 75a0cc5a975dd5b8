using System.CommandLine;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Commands;

/// <summary>Exit codes: 0 done (also with findings), 1 refused rows or a broken ledger, 2 usage or settings, 3 database or port.</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Environment = 3;

    public static int Run(RootCommand root, string[] args)
    {
        var isChinese = Options.LanguageIn(args) == Language.Zh;
        if (isChinese)
        {
            HelpWords.Tell(root);
        }
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(isChinese ? HelpWords.OfFault(error.Message) : error.Message);
            }
            return Usage;
        }
        try
        {
            // Help and version alone are written to it.
            using var help = new StringWriter();
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = help });
            Console.Out.Write(isChinese ? HelpWords.OfHelp(help.ToString()) : help.ToString());
            return code;
        }
        catch (SettingException e)
        {
            Console.Error.WriteLine(e.Message);
            return Usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read or written: the user's or the machine's matter, and the message names it.
            Console.Error.WriteLine(e.Message);
            return Environment;
        }
        catch (Exception e)
        {
            // A bug, or a machine in trouble: never the exit code of refused rows or a broken ledger.
            Console.Error.WriteLine($"plan-registry failed: {e.Message}");
            Console.Error.WriteLine(e);
            return Environment;
        }
    }

    /// <summary>Opens the registry for one command; a database that cannot be used is one sentence and exit code 3.</summary>
    public static int WithRegistry(string file, Voice voice, Func<Registry, int> command) =>
        With(() => Registry.Open(file, TimeProvider.System), voice, command);

    /// <summary>The same for a command that only reads: what is no registry yet does not become one.</summary>
    public static int ReadingRegistry(string file, Voice voice, Func<Registry, int> command) =>
        With(() => Registry.OpenToRead(file, TimeProvider.System), voice, command);

    private static int With(Func<Registry> open, Voice voice, Func<Registry, int> command)
    {
        try
        {
            using var registry = open();
            if (registry.KeptCopy is { } copy)
            {
                voice.Fail(BackupWords.Kept(copy));
            }
            return command(registry);
        }
        catch (SpokenException e)
        {
            voice.Fail(e.Sentence);
            return Environment;
        }
    }
}
