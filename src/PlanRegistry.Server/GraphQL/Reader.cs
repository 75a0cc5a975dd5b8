using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>Who reads the answer: in which language sentences are told where a field is not asked for one. One per request.</summary>
public sealed record Reader(Language Language)
{
    /// <summary>In the language that a field is asked for, else the reader's.</summary>
    public string Told(Text text, Language? language) => text.In(language ?? Language);

    /// <summary>The language that a request likes best of those that are spoken here; Chinese where it likes neither.</summary>
    public static Reader Of(HttpRequest? request) => new(request?.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is null or > 0).OrderByDescending(l => l.Quality ?? 1).Select(l => Spoken(l.Value.Value))
        .FirstOrDefault(l => l is not null) ?? Language.Zh);

    private static Language? Spoken(string? tag) => tag?.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => Language.Zh,
        "EN" => Language.En,
        _ => null,
    };
}
