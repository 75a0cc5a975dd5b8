using System.Text.Json;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Commands;

/// <summary>Corrections for a terminal, a line for each thing said, or as JSON for a script.</summary>
public sealed record CorrectionsFormat(Language Language, bool Json)
{
    public void Write(IEnumerable<CorrectionEntry> corrections, TextWriter output)
    {
        var all = corrections.Select(c => (Correction: c, Cleared: ClearedBy(c))).ToList();
        if (Json)
        {
            output.WriteLine(JsonSerializer.Serialize(all.Select(c => Plain(c.Correction, c.Cleared)), FindingsFormat.Indented));
            return;
        }
        foreach (var (correction, cleared) in all)
        {
            var entry = correction.Entry;
            output.WriteLine($"{entry.Seq}  {correction.RecordedOn:yyyy-MM-dd}  {entry.Actor.Name}  {entry.Command}  {entry.Reason}");
            foreach (var line in correction.Values.Select(v => v.Told).Concat(cleared.Select(Line)))
            {
                output.WriteLine("    " + line.In(Language));
            }
        }
        output.WriteLine(new Text(
            $"更正{all.Count}次，共消除问题和待核实事项{all.Sum(c => c.Cleared.Count)}条。",
            $"{all.Count} corrections, which cleared {all.Sum(c => c.Cleared.Count)} findings.").In(Language));
    }

    private static IReadOnlyList<Finding> ClearedBy(CorrectionEntry correction)
    {
        IReadOnlyList<Finding> On(PlanRegistry.Ledger.RegistryView view) => Judge.JudgementOf(new Snapshot(view, correction.Day)).Findings;
        return On(correction.Before).NotIn(On(correction.After));
    }

    private static Text Line(Finding finding) => new(
        $"消除{finding.Rule}（{Terms.Of(finding.Severity).Zh}）：{finding.Sentence.Zh}",
        $"cleared {finding.Rule} {Terms.Of(finding.Severity).En}: {finding.Sentence.En}");

    private object Plain(CorrectionEntry correction, IReadOnlyList<Finding> cleared) => new
    {
        seq = correction.Entry.Seq,
        day = $"{correction.RecordedOn:yyyy-MM-dd}",
        actor = correction.Entry.Actor.Name,
        command = correction.Entry.Command,
        reason = correction.Entry.Reason,
        values = correction.Values.Select(v => new { record = v.Id.ToString(), field = v.Column?.Name, was = v.Was, became = v.Became }),
        cleared = cleared.Select(f => new
        {
            rule = f.Rule,
            plan = f.Plan?.Code,
            verdict = Names.Of(f.Verdict),
            severity = Names.Of(f.Severity),
            sentence = f.Sentence.In(Language),
        }),
    };
}
