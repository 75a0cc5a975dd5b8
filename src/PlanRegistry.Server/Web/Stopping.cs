using System.Runtime.InteropServices;

namespace PlanRegistry.Server.Web;

/// <summary>
/// The end of a server that is told to stop (SIGTERM, or Ctrl+C): it says that it is not ready, takes nobody in any more, closes sockets
/// with 1001 and streams, and answers whom it has. Who tells it once more does not wait for that.
/// </summary>
internal sealed class Stopping(IHostApplicationLifetime life, StopSettings settings) : IHostLifetime, IDisposable
{
    /// <summary>As the shell tells of a program that a SIGTERM ended.</summary>
    private const int AtOnce = 128 + 15;

    private readonly List<IDisposable> held = [];
    private int told;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        held.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Tell));
        held.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Tell));
        // Kestrel goes on listening until this has returned.
        held.Add(life.ApplicationStopping.Register(() => Thread.Sleep(settings.NotReady)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => held.ForEach(h => h.Dispose());

    private void Tell(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref told) > 1)
        {
            Environment.Exit(AtOnce);
        }
        _ = Task.Run(life.StopApplication);
    }
}
