using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>What is owed once a mid-term report was deliberated.</summary>
public sealed record FollowUpStep(ActType Type, Text Name, Addressee Taker, Act? Act);

/// <summary>
/// 审议意见研究处理: after the standing committee deliberated a mid-term report the government reports to it in writing how its opinions were
/// handled, the deputies are told, and report, opinions and handling are published (国家发展规划法 第三十条, 第三十六条 参照). Of what was
/// deliberated before 2026-03-12 nothing of it is owed.
/// </summary>
public sealed class MidTermFollowUp
{
    private MidTermFollowUp(PlanOnDay plan, Act report, Act deliberated)
    {
        var (snapshot, day) = (plan.Snapshot, deliberated.On.Last);
        var (government, committee) = (Addressee.Of(snapshot, AgencyRole.Government), Addressee.Of(snapshot, AgencyRole.StandingCommittee));
        Deliberated = deliberated;
        Due = day.AddDays(snapshot.Policy.Of(PolicyKeys.FollowUpDays, day, plan.Kind));
        var acts = plan.ActsAbout(ActAbout.MidTerm).Where(a => a.On.Last >= deliberated.On.First
            && (a.Year is null || report.Year is null || a.Year == report.Year)).ToList();
        var answered = acts.Find(a => a.Type == ActType.OpinionsAnswered && Reaches(a, committee) && IsBy(a, government));
        Steps =
        [
            new(ActType.OpinionsAnswered,
                new($"向{committee.Name.Zh}书面报告审议意见研究处理情况", $"a written report to {committee.Name.En} on how its opinions were handled"),
                government, answered),
            new(ActType.DeputiesInformed, new("向人大代表通报", "telling the deputies"), committee,
                acts.Find(a => a.Type == ActType.DeputiesInformed && IsBy(a, committee, government) && TellsOfIt(a))),
            new(ActType.Published, new("公布报告、审议意见和研究处理情况", "publishing report, opinions and handling"), committee,
                acts.Find(a => a.Type == ActType.Published && TellsOfIt(a)
                    && (IsBy(a, committee, government) || a.Agencies.Any(by => by == plan.LeadAgency?.Key)))),
        ];
        IsPastDue = plan.AsOf > Due && Due >= snapshot.RecordsFrom && !(Due >= plan.EndedOn);

        // Another body's word is none; where the body is not recorded, it is taken for the one whose act it is.
        bool IsBy(Act act, params Addressee[] bodies) => !act.Agencies.Any()
            || act.Agencies.Any(by => bodies.Any(b => b.Is(snapshot.Agency(by))));

        // What was told before the handling was reported cannot have told of it.
        bool TellsOfIt(Act act) => !(answered is not null && act.On.IsBefore(answered.On) is true);

        bool Reaches(Act act, Addressee addressee) =>
            act.Recipients is not { Count: > 0 } named || named.Any(r => addressee.Is(snapshot.Agency(r)));
    }

    public Act Deliberated { get; }

    /// <summary>review.mid_term.follow_up.days after the deliberation.</summary>
    public DateOnly Due { get; }

    public IReadOnlyList<FollowUpStep> Steps { get; }

    public IReadOnlyList<FollowUpStep> Missing => [.. Steps.Where(s => s.Act is null)];

    public bool IsPastDue { get; }

    /// <summary>Null where it is not surely owed: not deliberated yet, or not surely under the law.</summary>
    internal static MidTermFollowUp? Of(PlanOnDay plan, Act report, Act? deliberated) =>
        deliberated is not null && deliberated.HappenedBy(plan.AsOf)
            && deliberated.On.First >= Law.From(plan.Snapshot.View, Law.Planning, Obliged.MidTermFollowUp)
            ? new MidTermFollowUp(plan, report, deliberated) : null;
}
