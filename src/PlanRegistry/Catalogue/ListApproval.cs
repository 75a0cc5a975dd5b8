using PlanRegistry.Approval;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// What the approval of a list comes to. NONE: another body's, it lists, drops and replaces nothing. DOUBTFUL: whose it is is to be looked
/// up, and until then it does nothing either. DEMAND: the Party committee's, its entries are 明确要求. UNPROVEN: its papers are not in order,
/// its entries count for the listing alone. FULL: the government's.
/// </summary>
public enum ListEffect { None, Doubtful, Demand, Unproven, Full }

/// <summary>
/// 报区政府批准实施 (003 三、(一)): whether a list is one that this district's government approved, by whose paper, and from which day it holds.
/// </summary>
public sealed class ListApproval
{
    private readonly RegistryView view;
    private readonly DirectoryList list;
    private readonly Document? document;
    private readonly Entitlement entitlement;

    private ListApproval(RegistryView view, DirectoryList list)
    {
        (this.view, this.list) = (view, list);
        document = view.Document(list.ApprovalDocument);
        entitlement = Entitlement.Of(view, Matter.ListApproval, list.Approver, list.ApprovedOn, list.ApprovalDocument);
        From = document?.IssuedOn is { } issued && issued.Last > list.ApprovedOn?.Last ? issued : list.ApprovedOn;
        IsByTheParty = Entitlement.Of(view, Matter.PartyConsent, list.Approver, list.ApprovedOn, list.ApprovalDocument).IsGiven;
        Gaps = list.ApprovedOn is null ? [] : [.. FindGaps()];
        Effect = IsByTheParty ? Gaps.Count > 0 ? ListEffect.Doubtful : ListEffect.Demand
            : entitlement.IsDenied ? ListEffect.None
            : entitlement.State == EntitlementState.Doubtful ? ListEffect.Doubtful
            : Gaps.Count > 0 ? ListEffect.Unproven
            : ListEffect.Full;
    }

    public ListEffect Effect { get; }

    /// <summary>The later of the day of its approval and that of the document; null while it is not approved.</summary>
    public PartialDate? From { get; }

    public bool IsByTheParty { get; }

    /// <summary>Its entries list: for CAT-001 alone, where it is unproven.</summary>
    public bool Lists => Effect is ListEffect.Unproven or ListEffect.Full;

    /// <summary>What is not recorded of its approval, or does not go together.</summary>
    public IReadOnlyList<Text> Gaps { get; }

    /// <summary>Another body approved it, where one is recorded that may not.</summary>
    public bool IsAnothers => !IsByTheParty && entitlement.IsDenied;

    public static ListApproval Of(RegistryView view, DirectoryList list) => view.Kept(v => new Approvals(v)).Of(list);

    public bool HoldsOn(AsOfDay day) => From?.Last <= day;

    private IEnumerable<Text> FindGaps()
    {
        if (list.Approver is null)
        {
            yield return new("批准单位未录入", "its approver is not recorded");
        }
        else if (entitlement.State == EntitlementState.Doubtful || (!IsByTheParty && entitlement.IsOpen && document is not null))
        {
            yield return entitlement.Why;
        }
        foreach (var gap in document is null ? [new Text("批准文件未录入", "its approval document is not recorded")] : PaperGaps(document))
        {
            yield return gap;
        }
    }

    private IEnumerable<Text> PaperGaps(Document paper)
    {
        var name = new Text($"批准文件{Called(paper)}", $"the approval document {Called(paper)}");
        IEnumerable<Key<Agency>> approver = list.Approver is { } key ? [key] : [];
        if (Bodies.Of(view).DoubtAbout(paper, approver, name, new("批准单位", "the approver")) is { } doubt)
        {
            yield return doubt;
        }
        if (paper.IssuedOn is { } day && day.Last < list.SubmittedOn?.First)
        {
            yield return new($"{name.Zh}（{day.InWords().Zh}）早于清单报送日期（{list.SubmittedOn.Value.InWords().Zh}）",
                $"{name.En} ({day}) is older than the submission of the list ({list.SubmittedOn})");
        }
        else if (paper.IssuedOn?.Last < new DateOnly(list.Year - 1, 1, 1))
        {
            yield return new($"{name.Zh}（{paper.IssuedOn.Value.InWords().Zh}）早于{list.Year - 1}年",
                $"{name.En} ({paper.IssuedOn}) is older than {list.Year - 1}");
        }
        if (FirstWith(paper) is { } other)
        {
            yield return new($"{name.Zh}已是清单{other.Code}的批准文件（一份文件同时批准两类规划的，录为一份合并清单）",
                $"{name.En} approves list {other.Code} already (one paper for both tracks approves one combined list)");
        }
        if (paper.Plans is { Count: > 0 } plans && !view.EntriesIn[list.Key].Any(e => e.Plan is { } plan && plans.Contains(plan)))
        {
            yield return new($"{name.Zh}写明的是清单以外的规划", $"{name.En} names plans that are not on the list");
        }
    }

    /// <summary>
    /// Another list that rests on the paper, and did before. Lists of two tracks that came to the registry at once, of one year and day,
    /// may share one.
    /// </summary>
    private DirectoryList? FirstWith(Document paper) => view.Of<DirectoryList>()
        .Where(other => other.Key != list.Key && other.ApprovalDocument == paper.Key && !MayShare(other)
            && Order(other).CompareTo(Order(list)) < 0)
        .MinBy(Order);

    private bool MayShare(DirectoryList other) =>
        other.Track != list.Track && other.Track != ListTrack.Combined && list.Track != ListTrack.Combined
        && other.Year == list.Year && other.ApprovedOn == list.ApprovedOn && view.FirstRecordedAt(other) == view.FirstRecordedAt(list);

    private (DateTimeOffset, int, string) Order(DirectoryList of) => (view.FirstRecordedAt(of), of.Year, of.Code);

    private static string Called(Document paper) => paper.Number ?? Wording.Title(paper.Title).Zh;

    /// <summary>Each list's, once for a view.</summary>
    private sealed class Approvals(RegistryView view)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<Key<DirectoryList>, ListApproval> known = [];

        public ListApproval Of(DirectoryList list) => known.GetOrAdd(list.Key, _ => new ListApproval(view, list));
    }
}
