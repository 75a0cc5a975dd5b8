using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Conformance;

/// <summary>
/// What a judgement does not speak of, so that nothing found never reads as nothing wrong: what lies before the registry kept complete
/// records, plans of which nothing is recorded, and plans of a tier that is never judged.
/// </summary>
public sealed class Coverage
{
    private readonly Snapshot snapshot;
    private readonly int judged;

    public Coverage(Judgement judgement)
    {
        snapshot = judgement.Snapshot;
        var plans = snapshot.OwnPlans.Where(p => p.HasStanding && p.IsJudged).ToList();
        judged = plans.Count;
        NeverJudged = snapshot.OwnPlans.Count(p => p.Tier != PlanTier.District);
        Untold = plans.Count(p => p.IsUntold);
        PlansBefore = plans.Count(p => p.History.ExistsFrom < RecordsFrom);
        ListsBefore = snapshot.View.Of<DirectoryList>()
            .Count(l => Listing.IsApprovedBy(snapshot.View, l, snapshot.AsOf) && l.ApprovedOn!.Value.Last < RecordsFrom);
        DutiesBefore = plans.Sum(p => p.ReviewDuties.Count(d => d.State == DutyState.NotRecorded)
            + p.DisclosureDuties.Count(d => d.State == DutyState.NotRecorded));
    }

    /// <summary>From when records are complete.</summary>
    public DateOnly RecordsFrom => snapshot.RecordsFrom;

    /// <summary>Judged plans that were there before.</summary>
    public int PlansBefore { get; }

    /// <summary>Lists approved before.</summary>
    public int ListsBefore { get; }

    /// <summary>Reports and disclosures that were due before and of which nothing is recorded.</summary>
    public int DutiesBefore { get; }

    /// <summary>Judged plans without any recorded act: GREY at best.</summary>
    public int Untold { get; }

    /// <summary>Plans of another tier, which are only compared with.</summary>
    public int NeverJudged { get; }

    public IEnumerable<Text> Sentences
    {
        get
        {
            if (NeverJudged > 0)
            {
                yield return new($"市级、国家级和镇乡级规划不作评判，仅供比较，共{NeverJudged}个。",
                    $"Plans of the municipality, the nation and townships are never judged, only compared with: {NeverJudged}.");
            }
            foreach (var (row, why, _) in snapshot.View.Policy.Idle)
            {
                var (name, value) = row.InWords;
                yield return new($"参数“{name.Zh}”（{row.From.InWords().Zh}起为{value.Zh}）不生效：{why.Zh}。",
                    $"The policy “{name.En}” ({value.En} from {row.From} on) has no effect: {why.En}.");
            }
            if (judged == 0)
            {
                yield return new("没有评判任何规划，不表示没有问题。", "No plan was judged, which does not say that nothing is wrong.");
                yield break;
            }
            if (Untold > 0)
            {
                yield return new($"{Untold}个规划没有任何办理记录，批准情况未录入，最多显示灰色。",
                    $"Of {Untold} plans no act is recorded, nor whether they were approved; such a plan is grey at best.");
            }
            yield return new($"资料自{RecordsFrom.InWords().Zh}起完整；此前有规划{PlansBefore}个、目录清单{ListsBefore}份，"
                + $"未录入的评估和公布任务{DutiesBefore}项，缺录的不作违规认定。",
                $"Records are complete from {RecordsFrom:yyyy-MM-dd} on; before it lie {PlansBefore} plans, {ListsBefore} lists and "
                + $"{DutiesBefore} duties that are not recorded, and what is not recorded of them is no breach.");
        }
    }
}
