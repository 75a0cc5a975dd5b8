using PlanRegistry.Approval;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>Who must draft, submit and approve a directory list, and where a list departs from it. 003 三、(一).</summary>
public static class ListProcedure
{
    /// <summary>区发展改革委会同区级有关部门统筹协调后制定,报区政府批准实施.</summary>
    public static ListFaults OfSpecialAndRegional(ListOnDay list)
    {
        if (!list.HasSpecialAndRegionalPlans)
        {
            return ListFaults.None;
        }
        var faults = new Collector(list);
        faults.Drafter(Matter.SpecialListDrafting, AgencyRole.ReformCommission);
        var departments = faults.Participants.Where(a => IsDepartment(a) && !a.Is(AgencyRole.ReformCommission, PlanTier.District));
        if (!departments.Any())
        {
            faults.AddUnlessOpen(faults.CoDraftersAreOpen,
                new("未会同区级有关部门", "no department of the district drafted it together with the reform commission"),
                new("会同部门未录入", "its co-drafters are not recorded"));
        }
        faults.Approval();
        return faults.Found;
    }

    /// <summary>区规划自然资源局会同区发展改革委制定,共同报区政府批准实施.</summary>
    public static ListFaults OfSpatial(ListOnDay list)
    {
        if (!list.HasSpatialPlans)
        {
            return ListFaults.None;
        }
        var faults = new Collector(list);
        faults.Drafter(Matter.SpatialListDrafting, AgencyRole.NaturalResources);
        var reform = faults.NameOf(AgencyRole.ReformCommission);
        if (!faults.Participants.Any(faults.IsTheReformCommission))
        {
            faults.AddUnlessOpen(faults.CoDraftersAreOpen, new($"未会同{reform.Zh}制定", $"{reform.En} did not take part in drafting it"),
                new("会同部门未录入", "its co-drafters are not recorded"));
        }
        if (list.List.JointSubmission != true)
        {
            faults.AddUnlessOpen(list.List.JointSubmission is null, new("未共同报批", "it was not submitted jointly"),
                new("是否共同报批未录入", "whether it was submitted jointly is not recorded"));
        }
        faults.Approval();
        return faults.Found;
    }

    private static bool IsDepartment(Agency agency) => agency.Tier == PlanTier.District && agency.Role
        is AgencyRole.GovernmentOffice or AgencyRole.ReformCommission
            or AgencyRole.NaturalResources or AgencyRole.Ecology or AgencyRole.Water
        or AgencyRole.Finance or AgencyRole.Audit or AgencyRole.Justice or AgencyRole.Department;

    private sealed class Collector(ListOnDay list)
    {
        private readonly List<Text> defects = [];
        private readonly List<Text> gaps = [];

        public ListFaults Found => new([.. defects.Distinct()], [.. gaps.Distinct()]);

        public IEnumerable<Agency> Participants => list.Drafter is { } drafter ? list.CoDrafters.Prepend(drafter) : list.CoDrafters;

        /// <summary>Nobody is named but perhaps the drafter: empty is not "none".</summary>
        public bool CoDraftersAreOpen => list.CoDrafters.Count == 0;

        /// <summary>Of its submission, else of its approval: when who drafted it had done so.</summary>
        private PartialDate? Day => list.List.SubmittedOn ?? list.List.ApprovedOn;

        public bool IsTheReformCommission(Agency agency) =>
            Entitlement.Of(list.Snapshot.View, Matter.SpecialListDrafting, agency.Key, Day).IsGiven;

        public Text NameOf(AgencyRole role) => list.Snapshot.Agency(role)?.Name ?? Body.Of(role).Name;

        public void AddUnlessOpen(bool open, Text defect, Text gap) => (open ? gaps : defects).Add(open ? gap : defect);

        /// <summary>The bureau drafts; on a COMBINED list it is enough that it takes part.</summary>
        public void Drafter(Matter matter, AgencyRole bureau)
        {
            var named = list.List.Track == ListTrack.Combined ? Participants : Participants.Take(list.Drafter is null ? 0 : 1);
            var words = named.Select(a => Entitlement.Of(list.Snapshot.View, matter, a.Key, Day)).ToList();
            if (words.Exists(w => w.IsGiven))
            {
                return;
            }
            if (words.Find(w => w.IsOpen) is { } open)
            {
                gaps.Add(open.Why);
            }
            else if (list.Drafter is null)
            {
                gaps.Add(new("起草单位未录入", "its drafter is not recorded"));
            }
            else if (list.List.Track == ListTrack.Combined)
            {
                AddUnlessOpen(CoDraftersAreOpen, new($"{NameOf(bureau).Zh}未参与制定", $"{NameOf(bureau).En} did not take part in drafting it"),
                    new("会同部门未录入", "its co-drafters are not recorded"));
            }
            else
            {
                defects.Add(new($"起草单位为{list.Drafter.Name}，应为{NameOf(bureau).Zh}",
                    $"it was drafted by {list.Drafter.Name} and not by {NameOf(bureau).En}"));
            }
        }

        public void Approval()
        {
            var approval = list.Approval;
            if (approval.IsAnothers)
            {
                var approver = list.Snapshot.View.Agency(list.List.Approver)!;
                defects.Add(new($"批准单位为{approver.Name}，应为{NameOf(AgencyRole.Government).Zh}",
                    $"it was approved by {approver.Name} and not by {NameOf(AgencyRole.Government).En}"));
            }
            if (list.IsApproved)
            {
                gaps.AddRange(approval.Gaps);
            }
        }
    }
}
