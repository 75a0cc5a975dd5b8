using PlanRegistry.Implementation;

namespace PlanRegistry.Rules.Implementation;

/// <summary>What findings about decomposition say alike, and the acts that clear them.</summary>
internal static class ImplementationFindings
{
    /// <summary>As many as a sentence names one by one.</summary>
    private const int Named = 20;

    /// <summary>The earliest of what is overdue says since when.</summary>
    public static FindingDraft Overdue(this FindingDraft draft, PlanOnDay plan, IReadOnlyList<OpenItem> open)
    {
        var due = open.Min(i => i.Due);
        foreach (var item in open)
        {
            draft.Fact("item", item.Source);
        }
        return draft.Responsible(Office(plan)).With("count", open.Count).With("items", List([.. open.Select(i => i.Name)]))
            .With("due", (PartialDate)due).Since(due.AddDays(1)).JudgedOn(due);
    }

    /// <summary>From what else than the publication the day is reckoned: the amendments that brought some of it in.</summary>
    public static FindingDraft BroughtIn(this FindingDraft draft, IReadOnlyList<OpenItem> open)
    {
        var groups = open.Where(i => i.By is not null).GroupBy(i => i.By!.Value).OrderBy(g => g.Key.Version).ToList();
        var isAll = groups is [var only] && only.Count() == open.Count;
        var said = Wording.Clauses(groups.Select(g =>
        {
            var (version, on, count, due) = (g.Key.Version, g.Key.On.InWords(), g.Count(), ((PartialDate)g.First().Due).InWords());
            return new Text($"第{version}版调整修订于{on.Zh}批准，新增{(isAll ? "下列指标" : $"其中{count}项，应不晚于{due.Zh}分解落实")}",
                $"version {version}, approved on {on.En}, brought in {(isAll ? "what is named" : $"{count} of it, due by {due.En}")}");
        }));
        return draft.With("amended", groups.Count == 0 ? new Text("", "") : new($"（{said.Zh}）", $" ({said.En})"));
    }

    public static FindingDraft DividedByOthers(this FindingDraft draft, Decomposition decomposition)
    {
        var others = decomposition.ByOthers;
        foreach (var (assignment, _) in others)
        {
            draft.Fact("assignment", assignment);
        }
        var (plan, first) = (decomposition.Of, others.MinBy(o => o.Assignment.On.Last).Assignment);
        return draft.Responsible(Office(plan)).With("count", others.Count)
            .With("by", string.Join('、', others.Select(o => o.By.Name).Distinct()))
            .Since(first.On.Last).JudgedOn(first.On.Last)
            .Remedy(Of(Operation.DecomposePlan, plan, "核对分工由谁分解，由其他单位分解的按程序重新分解落实",
                "checks who decomposed and, where another body did, decomposes anew"));
    }

    public static Remedy AssignTheRest(PlanOnDay plan) => Of(Operation.DecomposePlan, plan,
        "将尚未分解的事项逐项落实到一个牵头单位", "assigns each of them to one lead agency");

    public static Remedy RecordAssignments(PlanOnDay plan) => Of(Operation.DecomposePlan, plan,
        "录入任务分工方案；尚未分解的，逐项落实到一个牵头单位",
        "records the paper that decomposes the plan; where there is none, assigns each to one lead agency");

    public static Remedy TakeUpTheRest(HandedDown handed) => Next(handed) ?? Of(Operation.TakeUpAssignments, handed.Of,
        "督促有关部门将上述目标任务纳入实施方案并登记",
        "has the departments take these targets up in their implementation schemes and record it", handed.First.From);

    public static Remedy RecordSchemes(HandedDown handed) => Next(handed) ?? Of(Operation.TakeUpAssignments, handed.Of,
        "督促有关部门登记实施方案；尚未制定的，抓紧制定并纳入上述目标任务",
        "has the departments record their implementation schemes; where there is none, has it made with these targets in it",
        handed.First.From);

    /// <summary>What nobody answers for is assigned before it is taken up.</summary>
    private static Remedy? Next(HandedDown handed) => handed.First.IsAssigned ? null : Of(Operation.DecomposePlan, handed.Of,
        "将上述目标任务分解到牵头单位，再由其纳入实施方案并登记",
        "assigns these targets to lead agencies, which then take them up in their schemes", handed.First.From);

    private static Agency? Office(PlanOnDay plan) => plan.Snapshot.Agency(AgencyRole.GovernmentOffice);

    private static Text List(IReadOnlyList<Text> names) => names.Count <= Named
        ? new(string.Join('、', names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)))
        : new($"{string.Join('、', names.Take(Named).Select(n => n.Zh))}等",
            $"{string.Join(", ", names.Take(Named).Select(n => n.En))} and others");

    /// <param name="about">The plan that the act is about; by default the plan itself.</param>
    private static Remedy Of(Operation act, PlanOnDay plan, string zh, string en, Key<Plan>? about = null)
    {
        var office = Office(plan);
        return Remedies.Of(act, office, $"由{office?.Name ?? "区政府办公室（未录入）"}{zh}",
            $"{office?.Name ?? "The district government's office (not recorded)"} {en}.")
            with { Input = new() { Plan = about ?? plan.Key } };
    }
}
