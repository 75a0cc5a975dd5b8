using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

/// <summary>What clears a finding about superiors, and whose act it is.</summary>
internal static class HierarchyRemedies
{
    public static Remedy LinkTo(PlanOnDay plan, RequiredSuperior needed) => Remedies.Of(Operation.LinkPlans, plan.LeadAgency,
        $"由{Remedies.Name(plan.LeadAgency)}与{HierarchyNames.Of(needed).Zh}衔接后录入上位关系",
        $"{Remedies.NameEn(plan.LeadAgency)} aligns {plan.Title} with {HierarchyNames.Of(needed).En} and records it as a superior.")
            with { Input = new() { Subordinate = plan.Key, Superior = needed.Plan?.Key } };

    /// <summary>By whoever can: the lead agency its links, the reform commission a development plan.</summary>
    public static Remedy RecordTheWayTo(PlanOnDay plan, RequiredSuperior needed)
    {
        var reform = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        var isOpenEnd = needed.WhyOpen == WayUpGap.OpenEnd;
        var lead = isOpenEnd ? needed.OpenEnds.First().LeadAgency : plan.LeadAgency;
        // Of a development plan each tier is a finding of its own.
        var word = Terms.Of(needed.Tier);
        var tier = plan.Kind == PlanKind.Development ? new Text(word.Zh, $"{word.En} ") : default;
        return needed.WhyOpen == WayUpGap.NoPlan
            ? Remedies.Of(Operation.RegisterPlan, reform,
                $"由{Remedies.Name(reform)}补录规划期含{plan.Horizon.From}年的{Terms.Of(needed.Tier).Zh}发展规划",
                $"{Remedies.NameEn(reform)} records the {Terms.Of(needed.Tier).En} "
                    + $"development plan whose horizon holds {plan.Horizon.From}.")
                with { Input = new() { Kind = PlanKind.Development, Tier = needed.Tier } }
            : Remedies.Of(Operation.LinkPlans, lead,
                $"由{Remedies.Name(lead)}补录{(isOpenEnd ? HierarchyNames.Of(needed.OpenEnds).Zh : plan.Named.Zh)}的{tier.Zh}上位规划",
                $"{Remedies.NameEn(lead)} records the {tier.En}superiors of "
                    + $"{(isOpenEnd ? HierarchyNames.Of(needed.OpenEnds).En : plan.Title)}.")
            with { Input = new() { Subordinate = isOpenEnd ? needed.OpenEnds.First().Key : plan.Key } };
    }

    /// <summary>One of the links is wrong: dropping it is enough.</summary>
    public static IEnumerable<Remedy> BreakTheCycle(SuperiorCycle cycle) =>
        from link in cycle.Links
        let below = cycle.Snapshot.Plan(link.Subordinate)!
        let above = cycle.Snapshot.Plan(link.Superior)!
        select Remedies.Of(Operation.CorrectRecord, below.LeadAgency,
            $"由{Remedies.Name(below.LeadAgency)}核对，撤销{below.Named.Zh}以{above.Named.Zh}为上位规划的记录（撤销其中有误的一条即可）",
            $"{Remedies.NameEn(below.LeadAgency)} checks and withdraws the link "
                + $"of {below.Title} to {above.Title} (one wrong link is enough).")
            with { Input = new() { Record = link.Id } };

    public static Remedy KeepOne(PlanOnDay first, PlanOnDay second)
    {
        var reform = first.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.CorrectRecord, reform,
            $"由{Remedies.Name(reform)}核对{first.Named.Zh}和{second.Named.Zh}，合并重复记录或更正规划期",
            $"{Remedies.NameEn(reform)} checks {first.Title} and {second.Title} and merges them or mends a horizon.")
            with { Input = new() { Record = first.Plan.Id } };
    }

    public static Remedy MendTheHorizon(PlanOnDay plan)
    {
        var reform = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.CorrectRecord, reform,
            $"由{Remedies.Name(reform)}核对并更正{plan.Named.Zh}的规划期（远景目标另填）",
            $"{Remedies.NameEn(reform)} checks and mends the horizon of {plan.Title} (a vision year is kept apart).")
            with { Input = new() { Record = plan.Plan.Id } };
    }

    public static Agency? SpatialBureau(PlanOnDay plan) => plan.Snapshot.Agency(AgencyRole.NaturalResources) ?? plan.LeadAgency;

    /// <summary>What the newer one took in is in force no more.</summary>
    public static Remedy Supersede(ParallelSpatialPlan plans)
    {
        var bureau = SpatialBureau(plans.First);
        return Remedies.Of(Operation.RecordAct, bureau,
            $"由{Remedies.Name(bureau)}核对，{plans.Older.Named.Zh}已由{plans.Newer.Named.Zh}替代的，录入替代记录",
            $"{Remedies.NameEn(bureau)} checks and records that {plans.Newer.Title} superseded {plans.Older.Title}, where it did.")
            with { Input = new() { Plan = plans.Older.Key, Type = ActType.Superseded, Against = new(plans.Newer.Key, null) } };
    }

    public static Remedy TellTheRegion(PlanOnDay plan) => Remedies.Of(Operation.CorrectRecord, plan.LeadAgency,
        $"由{Remedies.Name(plan.LeadAgency)}补录或者更正{plan.Named.Zh}的对象类别、所涉区域和所据条款，不属区域规划的重新归类",
        $"{Remedies.NameEn(plan.LeadAgency)} records class, areas and clause of {plan.Title}, or classes it as another kind of plan.")
            with { Input = new() { Record = plan.Plan.Id } };

    public static Remedy DeclareNoChange(HorizonDuty duty) => Remedies.Of(Operation.RecordAct, duty.Plan.LeadAgency,
        $"由{Remedies.Name(duty.Plan.LeadAgency)}对照{duty.Development.Named.Zh}评估，无需调整的作出声明",
        $"{Remedies.NameEn(duty.Plan.LeadAgency)} reviews {duty.Plan.Title} against "
            + $"{duty.Development.Title} and declares that nothing changes, if so.")
            with { Input = new() { Plan = duty.Of, Type = ActType.NoChangeDeclared, Against = new(duty.Development.Key, null) } };

    public static Remedy Amend(HorizonDuty duty) => Remedies.Of(Operation.ProposeAmendment, duty.Plan.LeadAgency,
        $"需要调整的，由{Remedies.Name(duty.Plan.LeadAgency)}按原规划审批程序报批调整修订",
        $"Otherwise {Remedies.NameEn(duty.Plan.LeadAgency)} submits an amendment by the plan's original procedure.")
            with { Input = Remedies.NextVersionOf(duty.Plan) };

    public static Remedy SettleTheOrder(HorizonDuty duty) => Remedies.Of(Operation.CorrectRecord, duty.Plan.LeadAgency,
        $"由{Remedies.Name(duty.Plan.LeadAgency)}补全相关办理记录的日期或所对应的发展规划",
        $"{Remedies.NameEn(duty.Plan.LeadAgency)} completes the day of the act, or the development plan it answers.")
            with { Input = new() { Record = duty.MayBeFollowedBy?.Id } };
}

internal static class HierarchyNames
{
    public static Text Of(RequiredSuperior needed) => needed.Plan is { } plan ? plan.Named : new Text("", "");

    public static Text Of(IEnumerable<PlanOnDay> plans) =>
        Text.Join(plans.OrderBy(p => p.Key.ToString(), StringComparer.Ordinal).Select(p => p.Named));

    public static Text Span(PlanOnDay plan) => new($"{plan.Horizon.To}−{plan.Horizon.From}+1={plan.Horizon.Years}年",
        $"{plan.Horizon.To} - {plan.Horizon.From} + 1 = {plan.Horizon.Years} years");

    public static Text Of(IEnumerable<Superior> superiors) => Of(superiors.Select(s => s.Plan));
}
