using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GraphQLEngine.Tests.Subscriptions;

/// <summary>Where the events of a test's subscription come from. Its queue holds four: a subscriber that falls behind is ended with an error.</summary>
public sealed class Source
{
    private Channel<int>? _events;

    public bool IsOpen => _events is not null;

    public void Publish(int number)
    {
        if (_events?.Writer.TryWrite(number) != false)
            return;
        _events.Writer.Complete(new GraphQLException("The subscription was ended because the client reads too slowly.", ErrorCodes.LimitExceeded));
        _events = null;
    }

    // The resolver hands on no token: the engine's own must reach the source.
    public async IAsyncEnumerable<int> Read([EnumeratorCancellation] CancellationToken stop = default)
    {
        var events = _events = Channel.CreateBounded<int>(4);
        try
        {
            while (await events.Reader.WaitToReadAsync(stop))
            {
                while (events.Reader.TryRead(out var number))
                    yield return number;
            }
        }
        finally
        {
            _events = null;
        }
    }
}
