using System.Text;
using Microsoft.Extensions.Logging;

namespace PlanRegistry.Tests.Access;

/// <summary>Keeps what a server writes to its log, with exceptions, as the console would show it.</summary>
internal sealed class TestLog : ILoggerProvider
{
    private readonly StringBuilder written = new();

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, written);

    public override string ToString()
    {
        lock (written)
        {
            return written.ToString();
        }
    }

    public void Dispose() { }

    private sealed class Writer(string category, StringBuilder written) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (written)
            {
                written.Append(category).Append(": ").Append(formatter(state, exception)).AppendLine(exception?.ToString());
            }
        }
    }
}
