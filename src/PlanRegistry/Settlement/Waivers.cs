using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>
/// Which waiver holds for a finding on a day. It is asked after all rules have judged, so that neither money nor any step knows of it.
/// </summary>
public static class Waivers
{
    /// <summary>What a finding is called whose mending is put off, where its verdict stands.</summary>
    public static readonly Text Word = new("经批准暂缓整改", "put off by leave");

    /// <summary>The finding, put off where a waiver holds: of several the one that ends last.</summary>
    public static Finding Applied(Snapshot snapshot, Finding finding)
    {
        var view = snapshot.View;
        var held = finding.MayBeWaived ? view.Kept(Book.Of).ByRule[finding.Rule].Where(w => Holds(snapshot, w, finding))
            .OrderByDescending(w => LastDayOf(view, w)).ThenBy(w => w.Code, StringComparer.Ordinal).FirstOrDefault() : null;
        return held is null ? finding : PutOff(snapshot, finding, held);
    }

    /// <summary>From the later of its day and its document's: nobody gives leave for what is past.</summary>
    public static DateOnly FromOf(RegistryView view, Waiver waiver) =>
        view.Document(waiver.Document)?.IssuedOn?.Last is { } issued && issued > waiver.From.Last ? issued : waiver.From.Last;

    /// <summary>
    /// The last day on which it may hold: its own, no later than the policy lets its paper hold, and none after the same leave was revoked.
    /// </summary>
    public static DateOnly LastDayOf(RegistryView view, Waiver waiver) =>
        view.Kept(Book.Of).ByRule[waiver.Rule].Where(w => w.Revocation is not null && w.IsOfOneLeaveWith(waiver)).Append(waiver)
            .Select(w => w.To?.Last).OfType<DateOnly>().Append(LongestOf(view, waiver)).Min();

    /// <summary>The longest term counts from the paper, whatever day it begins on: else one paper would give leave for ever.</summary>
    internal static DateOnly LongestOf(RegistryView view, Waiver waiver) =>
        view.Document(waiver.Document)?.IssuedOn?.Last is { } issued && issued < waiver.From.Last ? LongestFrom(view, issued)
            : LongestFrom(view, waiver.From.Last);

    /// <summary>The other by which the same paper gives the same leave already; null where there is none.</summary>
    internal static Waiver? TwinOf(RegistryView view, Waiver waiver) =>
        view.Kept(Book.Of).ByRule[waiver.Rule].FirstOrDefault(w => w.Code != waiver.Code && w.IsOfOneLeaveWith(waiver));

    /// <summary>Why it puts this finding off on no day, however it came into the records; null where it does.</summary>
    internal static Problem? Objection(Snapshot snapshot, Waiver waiver, Finding finding)
    {
        var view = snapshot.View;
        if (view.Document(waiver.Document) is not { IssuedOn: not null } document)
        {
            return Problem($"批准文件“{waiver.Document.Code}”或者其印发日期未录入，请先补录。",
                $"The document {waiver.Document.Code} or the day of its issue is not recorded; record it first.");
        }
        if (finding.Plans.Any(p => view.Plan(p)?.IsSecret == true))
        {
            return Problem("涉密规划的问题不在本系统登记暂缓整改。", "No waiver is recorded of what is found about a secret plan.");
        }
        return Unentitled(view, finding.IsDemandedFromAbove ? Matter.WaiverFromAbove : Matter.Waiver, document)
            ?? OwnMatter(snapshot, finding, document) ?? Unnamed(view, waiver, document);
    }

    /// <summary>A paper of a body that may not give such leave, or take it back.</summary>
    internal static Problem? Unentitled(RegistryView view, Matter matter, Document document) =>
        Entitlement.OfPaper(view, matter, document) is { IsGiven: false } word
            ? Problem($"文件{document.Named.Zh}不能作为暂缓整改的依据：{word.Why.Zh}。",
                $"The document {document.Named.En} puts off nothing: {word.Why.En}.")
            : null;

    internal static Problem Problem(string zh, string en) => Unsettled.Problem("document", zh, en);

    private static bool Holds(Snapshot snapshot, Waiver waiver, Finding finding) => waiver.Covers(finding)
        && FromOf(snapshot.View, waiver) <= snapshot.AsOf && snapshot.AsOf <= LastDayOf(snapshot.View, waiver)
        && Objection(snapshot, waiver, finding) is null;

    /// <summary>Nobody puts off what is its own to mend: of several who speak one must be another.</summary>
    private static Problem? OwnMatter(Snapshot snapshot, Finding finding, Document document)
    {
        var speakers = Settlers.SpeakersOf(snapshot, document).ToList();
        return speakers.Exists(s => !IsOwn(s)) ? null
            : Problem($"{string.Join('、', speakers.Select(s => s.Name))}是责任单位，不能批准自身暂缓整改。",
                $"{string.Join(", ", speakers.Select(s => s.Name))} answers for this finding and gives itself no leave.");

        bool IsOwn(Agency speaker) => finding.Responsible?.Key == speaker.Key
            || finding.Plans.Select(snapshot.Plan).OfType<PlanOnDay>().Any(p => Settlers.Leads(speaker, p))
            || !Entitlement.Of(snapshot.View, Matter.Waiver, speaker.Key, document.IssuedOn, document.Key).IsGiven;
    }

    /// <summary>
    /// A paper about a plan names it: which one it means is not to be guessed. One that names plans, and none of the list's, is about
    /// another matter.
    /// </summary>
    public static Problem? Unnamed(RegistryView view, Waiver waiver, Document document)
    {
        var named = (document.Plans ?? []).Select(view.Canonical).ToHashSet();
        return waiver.Plan is { } plan && !named.Contains(view.Canonical(plan))
                ? Problem($"文件{document.Named.Zh}未写明{view.Plan(plan)?.Named.Zh ?? plan.Code}。",
                    $"The document {document.Named.En} does not name {view.Plan(plan)?.Named.En ?? plan.Code}.")
            : waiver.List is { } list && named.Count > 0
                && !view.EntriesIn[list].Any(e => e.Plan is { } entered && named.Contains(view.Canonical(entered)))
                ? Problem($"文件{document.Named.Zh}所写明的规划均不在目录清单{list.Code}中。",
                    $"The document {document.Named.En} names plans, and none of the directory list {list.Code}.")
            : null;
    }

    private static DateOnly LongestFrom(RegistryView view, DateOnly day) => day.AddDays(view.Policy.Of(PolicyKeys.WaiverDays, day));

    private static Finding PutOff(Snapshot snapshot, Finding finding, Waiver waiver)
    {
        var (last, view) = (LastDayOf(snapshot.View, waiver), snapshot.View);
        var (name, day) = (view.Document(waiver.Document)!.Named, last.InWords());
        var stays = finding.Severity == Severity.Blocking
            ? new Text("禁止办理的事项仍不得办理。", " What it forbids is forbidden still.") : default;
        return finding.PutOff(waiver, last, DueDays.UrgencyOf(snapshot, last), name, new Text(
            $"此问题经{name.Zh}批准暂缓整改，至{day.Zh}。{stays.Zh}", $" By {name.En} its mending is put off until {day.En}.{stays.En}"));
    }

    private sealed record Book(ILookup<string, Waiver> ByRule)
    {
        public static Book Of(RegistryView view) => new(view.Own.Of<Waiver>().ToLookup(w => w.Rule));
    }
}
