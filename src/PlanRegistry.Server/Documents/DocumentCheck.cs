using System.ComponentModel;
using System.Diagnostics;

namespace PlanRegistry.Server.Documents;

public enum CheckResult { Clean, Refused, NotChecked }

/// <summary>Asks the program of <c>Documents:Check</c> about a file, such as a scanner for viruses.</summary>
internal static class DocumentCheck
{
    public static async Task<CheckResult> Of(string path, DocumentSettings settings, CancellationToken cancellation)
    {
        if (settings.Check is not { } program)
        {
            return CheckResult.Clean;
        }
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(program, [path]) { UseShellExecute = false })!;
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            over.CancelAfter(settings.CheckTime);
            try
            {
                await asked.WaitForExitAsync(over.Token);
            }
            catch (OperationCanceledException)
            {
                asked.Kill(entireProcessTree: true);
                return CheckResult.NotChecked;
            }
            return asked.ExitCode switch { 0 => CheckResult.Clean, 1 => CheckResult.Refused, _ => CheckResult.NotChecked };
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return CheckResult.NotChecked;
        }
    }
}
