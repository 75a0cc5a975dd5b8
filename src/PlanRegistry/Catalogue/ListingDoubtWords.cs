using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>What leaves open whether a plan is listed, said of the plan: it follows its name in a sentence.</summary>
internal static class ListingDoubtWords
{
    public static Text Of(PlanOnDay plan, DirectoryStanding directory, AsOfDay day) => directory.Doubt switch
    {
        ListingDoubt.NotTheOutline => new("登记为发展规划，但不是由区发展改革委、区政府牵头，也未见区人大批准",
            "is recorded as a development plan, but neither the reform commission nor the government leads it "
                + "and no approval of the congress is recorded"),
        ListingDoubt.NotAnOutline => new("登记为发展规划，但名称不是国民经济和社会发展规划纲要",
            "is recorded as a development plan, but its title is not that of an outline of economic and social development"),
        ListingDoubt.RivalOutline => Rivals(Text.Join(Outline.Rivals(plan, day).Select(p => p.Named))),
        ListingDoubt.MunicipalLevel => new("登记为由市级审批，但未录入市级单位的批准",
            "is recorded as approved at the municipal level, but no approval of a municipal body is"),
        ListingDoubt.Earlier => BegunEarlier(directory),
        ListingDoubt.UnprovenApproval or ListingDoubt.ApprovalDay => OfItsApproval(directory),
        { } doubt => OfEntries(plan, directory, doubt, day),
        null => default,
    };

    /// <summary>Listed, by a list whose papers are not in order: that does not do for money.</summary>
    public static Text OfUnprovenList(RegistryView view, DirectoryEntry entry)
    {
        var (name, gaps) = (entry.Place, Wording.Clauses(ListApproval.Of(view, view.List(entry.List)!).Gaps));
        return new($"列入{name.Zh}，但该清单的批准资料不全：{gaps.Zh}",
            $"is {name.En}, but the papers of that list's approval are not in order: {gaps.En}");
    }

    private static Text Rivals(Text rivals) => new($"登记为发展规划，但{rivals.Zh}也登记为同期发展规划",
        $"is recorded as a development plan, and so is {rivals.En} of the same time");

    private static Text BegunEarlier(DirectoryStanding directory)
    {
        var (began, list) = (directory.DraftingBeganInWords, directory.Lists[0]);
        var (code, approved) = (list.Code, list.ApprovedOn!.Value.InWords());
        return new($"于{began.Zh}启动编制，早于已录入的最早一份目录清单{code}（{approved.Zh}批准）",
            $"was begun on {began.En}, before the earliest directory list recorded, {code} (approved on {approved.En})");
    }

    private static Text OfItsApproval(DirectoryStanding directory)
    {
        var (decided, from) = (directory.DecidedOn?.InWords() ?? default, directory.ListingFrom.InWords());
        if (directory.Doubt == ListingDoubt.ApprovalDay)
        {
            return new($"于{decided.Zh}批准或发布，是否早于{from.Zh}（须列入目录清单之日）无法确定",
                $"was approved or published in {decided.En}, and whether that was before {from.En}, "
                    + "from which listing is demanded, cannot be told");
        }
        var why = Wording.Clauses(directory.PriorGaps);
        return new($"据录入于{decided.Zh}批准或发布，早于{from.Zh}（须列入目录清单之日），但{why.Zh}",
            $"is recorded as approved or published on {decided.En}, before {from.En}, from which listing is demanded, but {why.En}");
    }

    private static Text OfEntries(PlanOnDay plan, DirectoryStanding directory, ListingDoubt doubt, AsOfDay day)
    {
        var (view, entries) = (plan.Snapshot.View, directory.EntriesFor(doubt));
        var (names, why) = (DirectoryEntry.Places(entries), doubt switch
        {
            ListingDoubt.OtherLink => Wording.Clauses(EntryLink.Differences(view, entries[0], plan.Plan, day)),
            ListingDoubt.ListInDoubt => Wording.Clauses(ListApproval.Of(view, view.List(entries[0].List)!).Gaps),
            _ => default,
        });
        return doubt switch
        {
            ListingDoubt.OtherLink => new($"与{names.Zh}关联，但尚不能认定二者为同一规划：{why.Zh}",
                $"is linked to {names.En}, but they are not seen to be one plan: {why.En}"),
            ListingDoubt.ListInDoubt => new($"在{names.Zh}，但该清单的批准存疑：{why.Zh}",
                $"is {names.En}, but the approval of that list is in doubt: {why.En}"),
            ListingDoubt.Undated => new($"在{names.Zh}，但该清单的批准日期或者批准文件的日期未录入或不够具体",
                $"is {names.En}, but the day of that list's approval, or of its document, is not recorded or not exact"),
            _ => new($"未与目录清单条目关联，但{names.Zh}与其名称相同或者相近",
                $"is linked to no entry, but {names.En} has its title or nearly so"),
        };
    }
}
