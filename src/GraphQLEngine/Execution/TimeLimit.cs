namespace GraphQLEngine.Execution;

/// <summary>Cancels when the time of an operation has passed, by the engine's clock, or when its client is gone.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _client;

    public TimeLimit(TimeSpan limit, TimeProvider clock, CancellationToken client)
    {
        _source = new CancellationTokenSource(limit, clock);
        _client = client.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _client.Dispose();
        _source.Dispose();
    }
}
