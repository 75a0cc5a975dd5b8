using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>
/// 年度监测分析、中期评估、总结评估, and the disclosure of progress. Of plans from before
/// the registry kept records there is a final report at most.
/// </summary>
internal sealed class Reports(DistrictDraft draft, Roster roster)
{
    private const int FinalReportPercent = 90;

    public void Add(PlanDraft plan)
    {
        if (!plan.IsPublished || plan.Has(Defect.Secret))
        {
            return;
        }
        if (plan.Wave.List is null)
        {
            if (draft.Chance.Percent(FinalReportPercent))
            {
                AddFinal(plan);
            }
            return;
        }
        // A year of less than six months is none to report on.
        var first = Math.Max(plan.Horizon.From, plan.PublishedOn.Month <= 6 ? plan.PublishedOn.Year : plan.PublishedOn.Year + 1);
        for (var year = first; year <= Math.Min(plan.Horizon.To, World.LastDay.Year); year++)
        {
            AddYear(plan, year);
        }
        if (!plan.Has(Defect.MissingReports))
        {
            AddMidTerm(plan);
            AddFinal(plan);
        }
    }

    private void AddYear(PlanDraft plan, int year)
    {
        if (!plan.Has(Defect.MissingReports))
        {
            var on = plan.Has(Defect.LateReports) ? draft.Chance.In(year + 1, 8, 10) : draft.Chance.In(year + 1, 2, 5);
            Report(plan, ActAbout.Annual, year, on);
        }
        if (!plan.Has(Defect.UndisclosedProgress))
        {
            draft.Act(plan, ActType.ProgressDisclosed, draft.Chance.In(year + 1, 4, 6), plan.Lead, a => a with { Year = year });
        }
    }

    private void AddMidTerm(PlanDraft plan)
    {
        var year = plan.Kind == PlanKind.Spatial ? plan.ApprovedOn.Year + 5 : (plan.Horizon.From + plan.Horizon.To) / 2;
        var on = draft.Chance.In(plan.Has(Defect.LateReports) ? year + 1 : year, 8, 11);
        Report(plan, ActAbout.MidTerm, year, on);
        if (plan.IsDevelopment)
        {
            Act OfMidTerm(Act act) => act with { About = ActAbout.MidTerm, Year = year };
            draft.Act(plan, ActType.GovernmentExamined, on.AddDays(15), roster.Government, OfMidTerm);
            draft.Act(plan, ActType.StandingCommitteeDeliberated, on.AddDays(32), roster.StandingCommittee, OfMidTerm);
        }
    }

    private void AddFinal(PlanDraft plan)
    {
        var year = plan.IsDevelopment ? plan.Horizon.To : plan.Horizon.To + 1;
        Report(plan, ActAbout.Final, plan.Horizon.To, draft.Chance.In(year, 7, 11));
    }

    private void Report(PlanDraft plan, ActAbout about, int year, DateOnly on)
    {
        var copies = !plan.IsDevelopment ? [roster.ReformCommission]
            : about == ActAbout.Annual ? [] : Present(roster.MunicipalReformCommission);
        var withoutCopies = copies.Count == 0 || plan.Has(Defect.MissingCopies);
        draft.Act(plan, ActType.Reported, on, plan.Lead, a => a with
        {
            About = about, Year = year, Recipients = Recipients(plan, about), Copies = withoutCopies ? null : copies,
            CopiedOn = withoutCopies ? null : on.AddDays(3),
        });
    }

    private IReadOnlyList<Key<Agency>> Recipients(PlanDraft plan, ActAbout about) =>
        !plan.IsDevelopment ? [plan.Approver]
        : about == ActAbout.MidTerm ? [roster.Government, roster.StandingCommittee]
        : [roster.Government, .. Present(roster.MunicipalReformCommission)];

    private static IReadOnlyList<Key<Agency>> Present(Key<Agency>? agency) => agency is { } key ? [key] : [];
}
