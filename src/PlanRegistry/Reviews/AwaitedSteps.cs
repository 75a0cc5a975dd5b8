using PlanRegistry.Alignment;
using PlanRegistry.Applications;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// What others wait for: replies, opinions to be handled, objections to be reviewed, words on lists, alignment opinions, applications to be
/// decided, returned ones to be mended, and what <see cref="AwaitedMatters"/> has. What began before the records are complete, and what is
/// closed, is owed by nobody. Where no text and no round sets a day, one is reckoned as for a reply, and nobody is late by it.
/// </summary>
public static class AwaitedSteps
{
    public static IEnumerable<OwedDuty> Of(Snapshot snapshot) =>
        [.. snapshot.OwnPlans.Where(p => !p.HasEnded).SelectMany(p => OfPlan(p).Concat(AwaitedMatters.Of(p))),
            .. AwaitedMatters.Of(snapshot),
            .. snapshot.View.Of<EntryApplication>().Where(a => Began(snapshot, a.ResubmittedOn ?? a.AppliedOn)
                && a.AppliedOn.Last <= snapshot.AsOf).SelectMany(a => OfApplication(snapshot, a)),
            .. snapshot.View.Of<DirectoryList>().SelectMany(l => OfList(snapshot, l))];

    /// <summary>
    /// The bureaus' words on the entries of a list that is submitted or in force: a duty of each bureau. Before, each application is one.
    /// </summary>
    private static IEnumerable<OwedDuty> OfList(Snapshot snapshot, DirectoryList list)
    {
        var view = snapshot.View;
        if ((list.SubmittedOn ?? list.ApprovedOn) is not { } day || !Began(snapshot, day) || day.Last > snapshot.AsOf
            || Listing.IsReplaced(view, list, snapshot.AsOf))
        {
            yield break;
        }
        foreach (var matter in Enum.GetValues<OpinionMatter>())
        {
            var open = view.EntriesIn[list.Key].Where(e => e.Dropped != true && !(list.ApprovedOn is null && IsApplied(view, list, e))
                && (matter == OpinionMatter.Eia ? e.EiaNeeded : e.WaterNeeded) is null)
                .OrderBy(e => e.Code.Length).ThenBy(e => e.Code, StringComparer.Ordinal).ToList();
            if (open.Count > 0)
            {
                yield return Open(snapshot, DutyKind.ListOpinion, list, day, matter) with
                {
                    Agency = view.AgencyFor(ListWord.On(matter).Bureau, PlanTier.District, snapshot.AsOf),
                    Missing = () => [Lacking(matter, open)],
                };
            }
        }
    }

    /// <summary>It came by an application, which is a duty of its own until the list is approved.</summary>
    private static bool IsApplied(RegistryView view, DirectoryList list, DirectoryEntry entry) =>
        view.Of<ApplicationDecision>().Any(d => d.List == list.Key && d.Entry == entry.Code);

    private static Text Lacking(OpinionMatter matter, IReadOnlyList<DirectoryEntry> entries) => new(
        $"第{string.Join('、', entries.Select(e => e.Code))}项是否需要{Terms.Of(matter).Zh}的意见",
        $"whether {Terms.Of(matter).En} is needed of entries {string.Join(", ", entries.Select(e => e.Code))}");

    private static IEnumerable<OwedDuty> OfPlan(PlanOnDay plan)
    {
        var snapshot = plan.Snapshot;
        foreach (var round in RoundOnDay.Of(snapshot.View, plan.Key, plan.AsOf)
            .Where(r => !r.IsClosed && Began(snapshot, r.Round.OpenedOn)))
        {
            foreach (var duty in Replies(plan, round).Append(Handling(plan, round)).Concat(Objections(plan, round)).OfType<OwedDuty>())
            {
                yield return duty;
            }
        }
        foreach (var asked in AlignmentOpinions.Of(snapshot.View, plan.Key).Where(o => !o.WasGivenBy(plan.AsOf)))
        {
            if (asked.RequestedOn is { } day && Began(snapshot, day) && day.Last <= plan.AsOf)
            {
                yield return Open(snapshot, DutyKind.AlignmentOpinion, asked, day) with
                {
                    Plan = plan.Key, Agency = snapshot.Agency(asked.Agency),
                };
            }
        }
    }

    private static IEnumerable<OwedDuty> Replies(PlanOnDay plan, RoundOnDay round)
    {
        var due = round.Round.DueOn?.Last
            ?? round.Round.OpenedOn.Last.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.RoundDays, round.Round.OpenedOn.First));
        return round.Silent.Select(a => Dated(plan, DutyKind.Reply, round.Round, due, plan.Snapshot.Agency(a), a.Code, () => new(
            $"{round.Round.OpenedOn.InWords().Zh}起征求意见（{round.Round.Code}），截止{due.InWords().Zh}。",
            $"The round {round.Round.Code} was opened on {round.Round.OpenedOn} and is due on {due:yyyy-MM-dd}.")));
    }

    /// <summary>The first of those that nobody has handled yet says by when.</summary>
    private static OwedDuty? Handling(PlanOnDay plan, RoundOnDay round)
    {
        var open = round.Undone.Where(o => o.State != OpinionState.Objected).ToList();
        if (open.Count == 0 || round.CollectedOn is not { } collected)
        {
            return null;
        }
        var came = open.Min(o => o.Opinion.On.Last);
        var due = Handled(plan, came > collected ? came : collected);
        return Dated(plan, DutyKind.OpinionHandling, round.Round, due, plan.LeadAgency, "", () => new(
            $"征求意见（{round.Round.Code}）有{open.Count}条意见尚未办理；{Days(plan, collected).Zh}。",
            $"Of the round {round.Round.Code} so many opinions are not handled: {open.Count}; {Days(plan, collected).En}."));
    }

    private static IEnumerable<OwedDuty> Objections(PlanOnDay plan, RoundOnDay round) =>
        from opinion in round.Opinions
        where opinion.State == OpinionState.Objected
        let objected = opinion.Objection!.On
        select Dated(plan, DutyKind.ObjectionReview, opinion.Opinion, Handled(plan, objected.Last), plan.LeadAgency, "", () => new(
            $"{objected.InWords().Zh}对意见（{opinion.Opinion.Code}）的办理提出了异议，由另一人复核；{Days(plan, objected.Last).Zh}。",
            $"The handling of the opinion {opinion.Opinion.Code} was objected to on {objected}; another person reviews it: "
                + $"{Days(plan, objected.Last).En}.")) with { NotBy = opinion.First?.Handler };

    private static DateOnly Handled(PlanOnDay plan, DateOnly from) =>
        from.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.IntegrationDays, from, plan.Kind));

    private static Text Days(PlanOnDay plan, DateOnly from)
    {
        var days = plan.Snapshot.Policy.Of(PolicyKeys.IntegrationDays, from, plan.Kind);
        return new($"意见收齐后办理的期限为{days}日（参考值）", $"{days} days are for handling, once they are in (a reference value)");
    }

    private static IEnumerable<OwedDuty> OfApplication(Snapshot snapshot, EntryApplication application)
    {
        var (view, course) = (snapshot.View, ApplicationCourse.Of(snapshot.View, application, snapshot.AsOf));
        var day = application.ResubmittedOn is { } again && again.Last <= snapshot.AsOf ? again : application.AppliedOn;
        var entry = course.Decision is { List: { } list } made && view.List(list)?.ApprovedOn is null
            ? view.EntriesIn[list].FirstOrDefault(e => e.Code == made.Entry) : null;
        var (eia, water) = entry is null ? (application.EiaNeeded, application.WaterNeeded) : (entry.EiaNeeded, entry.WaterNeeded);
        if (course.State == ApplicationState.Applied)
        {
            yield return Open(snapshot, DutyKind.Application, application, day) with
            {
                Agency = view.AgencyFor(Deciding.DeciderOf(application.Kind), PlanTier.District, snapshot.AsOf),
            };
        }
        if (course is { State: ApplicationState.Returned, Decision: { } returned })
        {
            yield return Open(snapshot, DutyKind.ApplicationReturned, application, returned.On) with
            {
                Agency = view.AgencyOn(application.Applicant, snapshot.AsOf), Missing = () => ToMend(application, returned),
            };
        }
        if (course.State == ApplicationState.Applied || entry is not null)
        {
            foreach (var matter in new[] { (Of: OpinionMatter.Eia, Said: eia), (Of: OpinionMatter.Water, Said: water) })
            {
                if (matter.Said is null)
                {
                    yield return Open(snapshot, DutyKind.ListOpinion, application, day, matter.Of) with
                    {
                        Agency = view.AgencyFor(ListWord.On(matter.Of).Bureau, PlanTier.District, snapshot.AsOf),
                    };
                }
            }
        }
    }

    /// <summary>Why it was returned, in the words of who returned it.</summary>
    private static IReadOnlyList<Text> ToMend(EntryApplication application, ApplicationDecision returned) =>
        returned.Reason is { } reason && !application.IsUntold ? [new($"退回补正：{reason}", $"returned: {reason}")] : [];

    private static OwedDuty Dated(
        PlanOnDay plan, DutyKind kind, Record about, DateOnly due, Agency? agency, string more, Func<Text> reason) =>
        new()
        {
            Kind = kind, Id = $"{kind}|{about.Id}|{more}", Plan = plan.Key, Due = due, About = about, Agency = agency, Reason = reason,
            State = OwedDuty.StateOf(DueDays.UrgencyOf(plan.Snapshot, due)),
        };

    /// <summary>
    /// No text says by when: the day is one to go by, and what is past it is due on the day that is asked about, and not late.
    /// </summary>
    private static OwedDuty Open(Snapshot snapshot, DutyKind kind, Record about, PartialDate asked, OpinionMatter? matter = null)
    {
        var days = snapshot.Policy.Of(PolicyKeys.RoundDays, asked.First);
        var due = asked.Last.AddDays(days);
        var day = due < snapshot.AsOf ? snapshot.AsOf.Unwatched : due;
        var word = matter is { } of ? Terms.Of(of) : default;
        var how = kind == DutyKind.ApplicationReturned ? new Text("退回", "returned") : new Text("提出", "asked for");
        return new()
        {
            Kind = kind, Id = $"{kind}|{about.Id}|{matter}", Due = day, Reference = due, About = about,
            State = OwedDuty.StateOf(DueDays.UrgencyOf(snapshot, day)),
            Missing = () => matter is null ? [] : [new($"是否需要{word.Zh}的意见", $"whether {word.En} is needed")],
            Reason = () => new(
                $"{asked.InWords().Zh}{how.Zh}；文件未规定期限，按征求部门意见的{days}日计为{due.InWords().Zh}（参考值），不据以认定逾期。",
                $"It was {how.En} on {asked}; no text sets a day; as for a reply, {days} days would be {due:yyyy-MM-dd} "
                    + "(a reference value), by which nobody is late."),
        };
    }

    private static bool Began(Snapshot snapshot, PartialDate day) => day.First >= snapshot.RecordsFrom;
}
