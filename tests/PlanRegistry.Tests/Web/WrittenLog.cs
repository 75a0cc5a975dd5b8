using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Tests.Web;

/// <summary>What the console would show, line by line.</summary>
internal sealed class WrittenLog(bool isJson) : ILoggerProvider
{
    private readonly LogLines lines = new(new LogSettings { IsJson = isJson }, TimeProvider.System);
    private readonly StringWriter written = new();

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (written)
            {
                return written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, this);

    public void Dispose() { }

    private sealed class Writer(string category, WrittenLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (log.written)
            {
                log.lines.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, log.written);
            }
        }
    }
}
