using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

/// <summary>The one box in which somebody types what they have before them: a title, a name, a document number, a certificate's.</summary>
[Resolves("District")]
public static class DistrictSearch
{
    private const int Most = 50;

    /// <summary>What holds the text, folded as names are; plans first, each kind in order of codes.</summary>
    public static IReadOnlyList<INode> Search(DistrictNode district, string text, int first)
    {
        if (TitleKey.Of(text) is not { Length: > 0 } sought)
        {
            throw RequestErrors.Request("参数“text”须至少有一个字。", "The argument \"text\" needs a character at least.");
        }
        var (scope, view) = (district.Scope, district.Scope.View);
        return
        [
            .. scope.Plans.Where(p => Holds(p.Plan.Code, p.Title)).OrderBy(p => p.Plan.Code, StringComparer.Ordinal)
                .Select(p => (INode)new PlanNode(p, scope))
                .Concat(Own<Agency>(a => [a.Name, .. a.Aliases ?? []]))
                .Concat(Own<Document>(d => [d.Number, d.Title]))
                .Concat(Own<FundingCertificate>(c => [c.Number]))
                .Take(Math.Clamp(first, 0, Most)),
        ];

        IEnumerable<INode> Own<T>(Func<T, IEnumerable<string?>> names) where T : Record => view.Own.Of<T>()
            .Where(r => Holds([.. names(r)])).OrderBy(r => r.RecordCode, StringComparer.Ordinal)
            .Select(r => scope.Node(r.Id)).OfType<INode>();

        bool Holds(params IEnumerable<string?> words) =>
            words.OfType<string>().Any(w => TitleKey.Of(w).Contains(sought, StringComparison.Ordinal));
    }
}
