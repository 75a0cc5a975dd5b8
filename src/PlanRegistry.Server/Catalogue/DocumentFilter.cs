using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

/// <summary>Which documents: a document must fit every part that is given.</summary>
public sealed record DocumentFilter
{
    public string? Text { get; init; }
    public IReadOnlyList<string>? Issuers { get; init; }
    public IReadOnlyList<string>? Plans { get; init; }

    public Func<Document, bool> Test(Scope scope)
    {
        var plans = PlanNames.Find(scope, Plans);
        var issuers = AgencyNames.Find(scope, Issuers);
        var text = Text is null ? null : TitleKey.Of(Text);
        return document =>
            (text is null || Holds(document.Title, text) || (document.Number is { } number && Holds(number, text)))
            && (issuers is null || document.Issuers.Any(issuers.Contains))
            && (plans is null || document.Plans?.Any(plans.Contains) == true);
    }

    private static bool Holds(string words, string text) => TitleKey.Of(words).Contains(text, StringComparison.Ordinal);
}
