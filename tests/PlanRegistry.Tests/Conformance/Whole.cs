using PlanRegistry.Conformance;

namespace PlanRegistry.Tests.Conformance;

/// <summary>All that anybody reads of findings, as text: what is equal here is equal everywhere.</summary>
internal static class Whole
{
    public static string Of(Finding f) => string.Join('\n',
    [
        f.Key, f.RuleVersion.ToString(), f.Verdict.ToString(), f.Severity.ToString(),
        f.Sentence.Zh, f.Sentence.En, f.Since.ToString("o"), f.Responsible?.Code ?? "",
        .. f.Subjects.Select(s => $"{s.Record} {s.Text}"), .. f.Plans.Select(p => p.ToString()), .. f.Basis.Select(b => b.ToString()),
        .. f.Facts.Select(x => $"{x.Name} {x.Type} {x.Record} {x.Text.Zh} {x.Text.En}"),
        .. f.Remedies.Select(r => $"{r.Act} {r.Agency?.Code} {r.Text.Zh} {r.Text.En}"),
    ]);

    /// <summary>Every finding, what only money asks for, and the light of every plan.</summary>
    public static IReadOnlyList<string> Of(Judgement judgement) =>
        [
            .. judgement.Findings.Select(Of),
            .. judgement.Snapshot.OwnPlans.Select(p => $"{p.Key} {judgement.LightOf(p)}"),
            .. judgement.Snapshot.OwnPlans.SelectMany(p => judgement.Of(p.Key).Select(f => $"{p.Key} {f.Key}")),
            .. judgement.Snapshot.OwnPlans.SelectMany(p => judgement.ForMoney(p.Key).Select(Of)),
        ];
}
