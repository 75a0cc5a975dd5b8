using System.Runtime.CompilerServices;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Conformance;

/// <summary>After every write of every test: what the live judge finds by the difference is what is found afresh, word for word and in order.</summary>
internal static class Audit
{
    // A large district judged afresh at every write would take all day; what matters is how views differ, not how much they hold.
    private const int MostRows = 5_000;

    private static readonly Lock Turn = new();
    private static LiveJudge live = new();
    private static int writes;

    public static int Writes => writes;

    [ModuleInitializer]
    internal static void Begin() => Execution.Written += result => Check(result);

    /// <summary>The whole of a finding, as everybody reads it.</summary>
    public static string Whole(Finding f) => string.Join('\n',
    [
        f.Key, f.RuleVersion.ToString(), f.Verdict.ToString(), f.Severity.ToString(), f.Sentence.Zh, f.Sentence.En, f.Since.ToString("o"), f.Responsible?.Code ?? "",
        .. f.Subjects.Select(s => $"{s.Record} {s.Text}"), .. f.Plans.Select(p => p.ToString()), .. f.Basis.Select(b => b.ToString()),
        .. f.Facts.Select(x => $"{x.Name} {x.Type} {x.Record} {x.Text.Zh} {x.Text.En}"), .. f.Remedies.Select(r => $"{r.Act} {r.Agency?.Code} {r.Text.Zh} {r.Text.En}"),
    ]);

    /// <summary>Every finding, what only money asks for, and the light of every plan.</summary>
    public static IEnumerable<string> Whole(Judgement judgement) =>
    [
        .. judgement.Findings.Select(Whole),
        .. judgement.Snapshot.OwnPlans.Select(p => $"{p.Key} {judgement.LightOf(p)}"),
        .. judgement.Snapshot.OwnPlans.SelectMany(p => judgement.Of(p.Key).Select(f => $"{p.Key} {f.Key}")),
        .. judgement.Snapshot.OwnPlans.SelectMany(p => judgement.ForMoney(p.Key).Select(Whole)),
    ];

    public static void Same(Judgement live, RegistryView view, DateOnly day) =>
        Whole(live).Should().Equal(Whole(Judge.Assess(new Snapshot(Afresh(view), day))), "findings by difference are findings judged afresh, at {0} on {1}", view.Vector, day);

    /// <summary>The same rows in a view that shares nothing with any other.</summary>
    public static RegistryView Afresh(RegistryView view) => new([.. view.Chain.Select(d => new DistrictRecords(d.District, d.Seq, d.RecordedAt, d.All))]);

    private static void Check(WriteResult result)
    {
        if (result.Before.Own.Count > MostRows)
        {
            return;
        }
        var day = Calendar.DayOf(result.Entry!.RecordedAt);
        lock (Turn)
        {
            // Tests run at once: the judge comes from the last write of any of them, which only makes the difference larger.
            Same(live.Assess(result.Before, day), result.Before, day);
            Same(live.Assess(result.After, day), result.After, day);
            writes++;
        }
    }
}
