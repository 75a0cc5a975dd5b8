using System.Buffers.Text;
using System.Net.Sockets;

namespace MemHost;

/// <summary>One connection: what has come of its next request.</summary>
internal sealed class Client(Socket socket, Answers answers)
{
    private readonly byte[] _received = new byte[64 * 1024];
    private int _length;

    /// <summary>Receives once and answers every request that is whole. False when the connection is over.</summary>
    public bool Serve()
    {
        try
        {
            var count = socket.Receive(_received.AsSpan(_length));
            _length += count;
            var taken = 0;
            while (BodyOf(_received.AsSpan(taken, _length - taken)) is { End.Value: > 0 } body)
            {
                Send(answers.Find(_received.AsSpan(taken, _length - taken)[body]));
                taken += body.End.Value;
            }
            _received.AsSpan(taken, _length - taken).CopyTo(_received);
            _length -= taken;
            return count > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Send(ReadOnlySpan<byte> response)
    {
        while (!response.IsEmpty)
            response = response[socket.Send(response)..];
    }

    /// <summary>Where the first request's body is; empty while it is not all there.</summary>
    private static Range BodyOf(ReadOnlySpan<byte> requests)
    {
        var head = requests.IndexOf("\r\n\r\n"u8);
        // The only header whose name ends so: Content-Length of wrk and curl, content-length of node.
        var length = head < 0 ? -1 : requests[..head].IndexOf("ength: "u8);
        return length >= 0 && Utf8Parser.TryParse(requests[(length + "ength: ".Length)..], out int body, out _)
            && head + 4 + body <= requests.Length
            ? (head + 4)..(head + 4 + body)
            : default;
    }
}
