using System.Buffers;
using System.Text;
using GraphQLEngine.Http;

namespace Fuzz;

/// <summary>An input that was answered badly, with all that is needed to send it again.</summary>
public sealed class FuzzException(Target target, int seed, int index, GraphQLHttpRequest request, Exception inner)
    : Exception($"{target.Name}, seed {seed}, input {index}: {inner.Message}\n{Describe(request)}", inner)
{
    private const int Shown = 2_000;

    internal static string Describe(GraphQLHttpRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body.ToArray());
        return $"{request.Method} {Shorten(request.QueryString ?? "")}\n"
            + $"Content-Type: {request.ContentType}\nAccept: {request.Accept}\n\n{Shorten(body)}";
    }

    private static string Shorten(string text) => text.Length <= Shown ? text : $"{text[..Shown]}... ({text.Length} characters)";
}
