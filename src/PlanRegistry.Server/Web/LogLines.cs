using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Web;

/// <summary>
/// One line for each event, with the id of the request that it belongs to. Of an exception that is no sentence of ours the message stays
/// out: it may quote what somebody wrote. Its type, and where it was thrown, tell the bug.
/// </summary>
internal sealed class LogLines(LogSettings settings, TimeProvider clock) : ConsoleFormatter(Form)
{
    public const string Form = "plan-registry";

    private const string Template = "{OriginalFormat}", Sentence = "Sentence";
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HttpContextAccessor Asking = new();

    /// <summary>systemd's journal reads the severity from the head of a line.</summary>
    private static readonly bool IsJournal = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { Length: > 0 };

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (IsJournal)
        {
            textWriter.Write(entry.LogLevel switch
            {
                LogLevel.Critical => "<2>", LogLevel.Error => "<3>", LogLevel.Warning => "<4>", LogLevel.Information => "<6>", _ => "<7>",
            });
        }
        var message = entry.Formatter(entry.State, entry.Exception);
        var request = Asking.HttpContext?.TraceIdentifier;
        textWriter.WriteLine(settings.IsJson
            ? AsJson(entry.LogLevel, entry.Category, request, message, entry.State, entry.Exception)
            : OneLine($"{Word(entry.LogLevel)}: {entry.Category}{(request is null ? "" : $" [{request}]")} {message} "
                + Told(entry.Exception)));
    }

    private string AsJson(LogLevel level, string category, string? request, string message, object? state, Exception? exception)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, Json))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow());
            json.WriteString("level", level.ToString());
            json.WriteString("category", category);
            if (request is not null)
            {
                json.WriteString("requestId", request);
            }
            json.WriteString("message", message);
            // Of the framework's events nobody knows what they hold.
            if (IsOurs(category) && state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach (var (name, value) in values.Where(v => v.Key is not (Template or Sentence)))
                {
                    json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(name), value?.ToString());
                }
            }
            if (exception is not null)
            {
                json.WriteString("exception", Told(exception));
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    private static bool IsOurs(string category) =>
        category.StartsWith("PlanRegistry", StringComparison.Ordinal) || category == "GraphQL";

    /// <summary>Type and place of each, down to the first cause.</summary>
    private static string Told(Exception? exception)
    {
        var told = new StringBuilder();
        for (var at = exception; at is not null; at = at.InnerException)
        {
            told.Append(told.Length > 0 ? " <- " : "").Append(at.GetType().FullName);
            told.Append(IsSaidWithoutPersons(at) ? $": {at.Message}" : "");
            told.Append('\n').Append(at.StackTrace);
        }
        return told.ToString();
    }

    /// <summary>Our own sentences, and those of who checks tokens, which hides by itself what is personal.</summary>
    private static bool IsSaidWithoutPersons(Exception exception) => exception is SpokenException
        || exception.GetType().Namespace?.StartsWith("Microsoft.IdentityModel", StringComparison.Ordinal) == true;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").TrimEnd();

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit", LogLevel.Error => "fail", LogLevel.Warning => "warn", LogLevel.Information => "info", _ => "dbug",
    };
}
