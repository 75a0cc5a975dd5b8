using System.Net;
using System.Net.Sockets;
using MemHost;

// What no server of these answers can beat: they lie in arrays, and one thread between a
// poll and a send finds the request's place in them. No engine, no web server, no JSON.
var answers = Answers.Load(Environment.GetEnvironmentVariable("DB")!, File.ReadAllBytes(Environment.GetEnvironmentVariable("Q4")!));
using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
listener.Bind(new IPEndPoint(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("PORT")!)));
listener.Listen(128);
var clients = new Dictionary<Socket, Client>();
var ready = new List<Socket>();
while (true)
{
    ready.Clear();
    ready.Add(listener);
    ready.AddRange(clients.Keys);
    Socket.Select(ready, null, null, -1);
    foreach (var socket in ready)
    {
        if (socket == listener)
        {
            var client = listener.Accept();
            client.NoDelay = true;
            clients.Add(client, new Client(client, answers));
        }
        else if (!clients[socket].Serve())
        {
            clients.Remove(socket);
            socket.Dispose();
        }
    }
}
