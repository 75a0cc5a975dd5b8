using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Implementation;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Corrections are watched: an entry that overwrites, withdraws or adds to what is recorded and approved says why, and on what document
/// where the record is no longer young and a breach stands that concerns it, or it was approved with its plan. So nobody makes a finding
/// go away by the way.
/// </summary>
internal static class OverwritingWatch
{
    public static Decision Watched(this Decision decision, RegistryView view, CommandHeader header, DateOnly today) =>
        decision.IsRefused || decision.Overwritten.Count == 0 ? decision
        : Placeholders.IsNoReason(header.Reason) ? Decision.Refuse(decision.Overwritten.SelectMany(o => o.WithoutReason(view)))
        : IsNone(header.Document) && WithoutDocument(decision, view, today).ToList() is { Count: > 0 } problems
            ? Decision.Refuse(problems)
        : decision;

    /// <summary>A reason that is given says something, whether one was wanted or not.</summary>
    public static Decision Reasoned(this Decision decision, CommandHeader header) =>
        !decision.IsRefused && Reasons.Refusal(header.Reason) is { } unfit ? Decision.Refuse(unfit) : decision;

    private static bool IsNone(string? text) => string.IsNullOrWhiteSpace(text) || Placeholders.Has(text);

    private static IEnumerable<Problem> WithoutDocument(Decision decision, RegistryView view, DateOnly today)
    {
        if (ApprovedTasks.WithoutDocument(view, decision.Overwritten, today).ToList() is { Count: > 0 } approved)
        {
            return approved;
        }
        var old = decision.Overwritten.Where(o => o.IsOld(view, today)).ToList();
        return old.Count == 0 || view.District is null ? [] : Concerned(old, Judge.JudgementOf(new Snapshot(view, today)), view);
    }

    private static IEnumerable<Problem> Concerned(List<Overwriting> old, Judgement judgement, RegistryView view) =>
        from overwriting in old
        let rules = judgement.Findings
            .Where(f => f is { IsBroken: true, Severity: not Severity.Notice } && f.Concerns(overwriting.Subject, view))
            .Select(f => f.Rule).Distinct().ToList()
        where rules.Count > 0
        from problem in overwriting.WithoutDocument(view, overwriting.FirstDay(view), rules)
        select problem;

    /// <summary>It rests on the record, or counts for a plan that the record is or names, or that an unlinked entry may mean.</summary>
    public static bool Concerns(this Finding finding, Record record, RegistryView view) =>
        finding.Subjects.Any(s => s.Record == record.Id) || finding.Facts.Any(f => f.Record == record.Id)
        || finding.Plans.Any(p => (record as Plan)?.Key == p || Names(record, p)
            || (record is DirectoryEntry { Plan: null } entry && view.Plan(p) is { } plan && MayMean(entry, plan, view)));

    private static bool MayMean(DirectoryEntry entry, Plan plan, RegistryView view) =>
        TitleKey.Same(entry.Title, plan.Title) || TitleNearness.AreNear(entry.Title, plan.Title, view.DistrictNames);

    internal static bool Names(this Record record, Key<Plan> plan) => RecordShape.Of(record.GetType()).Columns
        .SelectMany(c => c.Named(record)).Any(n => n.Type == typeof(Plan) && n.Key == plan.ToString());
}
