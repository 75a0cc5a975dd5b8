using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GraphQLEngine.Subscriptions;

/// <summary>Tells many subscribers the same events. Each has a bounded queue: one that falls behind is ended with an error and may come again with its cursor, and nobody waits for it.</summary>
/// <typeparam name="T">The event.</typeparam>
/// <param name="capacity">Events that may wait for one subscriber.</param>
public sealed class Broadcast<T>(int capacity = 256)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Channel<T>> _subscribers = [];

    /// <summary>How many listen.</summary>
    public int Subscribers
    {
        get
        {
            lock (_lock)
                return _subscribers.Count;
        }
    }

    /// <summary>Tells everybody who listens now.</summary>
    public void Publish(T @event)
    {
        lock (_lock)
        {
            foreach (var subscriber in _subscribers.Where(subscriber => !subscriber.Writer.TryWrite(@event)).ToList())
            {
                subscriber.Writer.TryComplete(new GraphQLException("The subscription was ended because the client reads too slowly.", ErrorCodes.LimitExceeded));
                _subscribers.Remove(subscriber);
            }
        }
    }

    /// <summary>Listens from the call on (not from the first read, so that nothing is missed in between) until cancelled.</summary>
    public IAsyncEnumerable<T> Subscribe(CancellationToken cancellation = default)
    {
        var channel = Channel.CreateBounded<T>(capacity);
        lock (_lock)
            _subscribers.Add(channel);
        return Read(channel, cancellation);
    }

    private async IAsyncEnumerable<T> Read(Channel<T> channel, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var @event in channel.Reader.ReadAllAsync(cancellation))
                yield return @event;
        }
        finally
        {
            lock (_lock)
                _subscribers.Remove(channel);
        }
    }
}
