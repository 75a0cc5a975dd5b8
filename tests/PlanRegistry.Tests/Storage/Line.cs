using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PlanRegistry.Tests.Storage;

/// <summary>A line to a server that can be cut and mended, and that may change what the server says.</summary>
internal sealed class Line : IDisposable
{
    private readonly int server;
    private readonly (byte[] Said, byte[] Heard)? change;
    private readonly ConcurrentBag<TcpClient> open = [];
    private TcpListener listener;

    public Line(int server, (byte[] Said, byte[] Heard)? change = null)
    {
        (this.server, this.change) = (server, change);
        (listener, Port) = (Listen(0), 0);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public void Cut()
    {
        listener.Stop();
        while (open.TryTake(out var client))
        {
            client.Close();
        }
    }

    public void Mend() => listener = Listen(Port);

    public void Dispose() => Cut();

    private TcpListener Listen(int port)
    {
        var made = new TcpListener(IPAddress.Loopback, port);
        made.Start();
        _ = Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    Join(await made.AcceptTcpClientAsync());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // It is cut.
            }
        });
        return made;
    }

    private void Join(TcpClient near)
    {
        var far = new TcpClient();
        open.Add(near);
        open.Add(far);
        far.Connect(IPAddress.Loopback, server);
        _ = Pass(near, far, null);
        _ = Pass(far, near, change);
    }

    private static async Task Pass(TcpClient from, TcpClient to, (byte[] Said, byte[] Heard)? change)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (var read = 1; read > 0;)
            {
                read = await from.GetStream().ReadAsync(buffer);
                if (change is var (said, heard) && buffer.AsSpan(0, read).IndexOf(said) is >= 0 and var at)
                {
                    heard.CopyTo(buffer, at);
                }
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one side has gone.
        }
        from.Close();
        to.Close();
    }
}
