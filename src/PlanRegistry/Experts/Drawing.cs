using System.Security.Cryptography;
using System.Text;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>What is wanted: so many of the pool, with a word on one matter of a plan.</summary>
public sealed record DrawRequest(Key<Plan> Plan, ActAbout About, int Count, IReadOnlyList<string>? Fields, ExpertForm? Form, DateOnly On);

/// <summary>
/// 抽取: by lot, among those of the pool who have no interest in the plan. The lot is SHA-256 of the last entry's hash, what the server threw
/// for this draw, the plan, the matter and the code, the smallest first: who holds the ledger can draw it again, and who draws can neither
/// know it before nor choose it.
/// </summary>
public static class Drawing
{
    public const int Most = 50;

    /// <summary>Fewer than so many times those drawn are no circle to draw from: that is to appoint.</summary>
    public const int Circle = 2;

    /// <summary>Those who may be drawn, in the order of their lots.</summary>
    public static IReadOnlyList<Expert> Lots(RegistryView view, string hash, string thrown, DrawRequest request)
    {
        var plan = view.Plan(request.Plan)!;
        var asked = view.Of<ExpertDraw>().Where(d => view.Canonical(d.Plan) == plan.Key && d.About == request.About)
            .Select(d => d.Expert).ToHashSet();
        var wanted = request.Fields?.Select(TitleKey.Of).ToHashSet();
        return [.. view.Of<Expert>()
            .Where(e => e.IsInPoolOn(request.On) && !asked.Contains(e.Key)
                && (request.Form is null || e.Form == request.Form)
                && (wanted is null || e.Fields.Any(f => wanted.Contains(TitleKey.Of(f))))
                && Interest.Of(view, plan, e, request.About, request.On) is null)
            .OrderBy(e => Lot($"{hash}|{thrown}", request, e), StringComparer.Ordinal)];
    }

    /// <summary>Lots that were drawn for the same matter: each time one, however many were drawn.</summary>
    public static IReadOnlyList<int> Before(RegistryView view, Key<Plan> plan, ActAbout about) =>
        [.. view.Of<ExpertDraw>().Where(d => d.About == about && view.Canonical(d.Plan) == view.Canonical(plan))
            .Select(d => d.LotOf).OfType<int>().Distinct().Order()];

    private static string Lot(string hash, DrawRequest request, Expert expert) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{hash}|{request.Plan}|{Names.Of(request.About)}|{expert.Code}")));
}
