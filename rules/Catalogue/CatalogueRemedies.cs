using PlanRegistry.Applications;

namespace PlanRegistry.Rules.Catalogue;

/// <summary>What clears a finding about the directory lists, and whose act it is.</summary>
internal static class CatalogueRemedies
{
    public static Remedy HaveAListApproved(PlanOnDay plan)
    {
        var drafter = DrafterFor(plan);
        return Remedies.Of(Operation.ApproveDirectoryList, drafter,
            $"由{Zh(drafter)}制定含{plan.Named.Zh}的规划编制目录清单，报区政府批准",
            $"{En(drafter)} drafts a directory list that has {plan.Title} and submits it to the district government for approval.")
            with { Input = new() { Entry = plan.Plan } };
    }

    public static Remedy SayWhy(AppliedField field)
    {
        var applicant = field.Of.Snapshot.Agency(field.Application.Applicant) ?? field.Of.LeadAgency;
        return Remedies.Of(Operation.CorrectRecord, applicant,
            $"由{Remedies.Name(applicant)}补充申报{field.Application.Code}，说明{field.Of.Named.Zh}关系全局、需要政府发挥作用的理由",
            $"{Remedies.NameEn(applicant)} completes the application {field.Application.Code}: why the field of {field.Of.Title} "
                + "concerns the whole and needs the government.")
            with { Input = new() { Record = field.Application.Id } };
    }

    /// <summary>003 三、(一): 除市级相关部门和区委、区政府有明确要求外.</summary>
    public static Remedy ShowTheDemand(PlanOnDay plan) => Remedies.Of(Operation.GrantExemption, plan.LeadAgency,
        $"市级相关部门或区委、区政府对编制{plan.Named.Zh}有明确要求的，由{Remedies.Name(plan.LeadAgency)}提交该文件",
        "Where a municipal department, the district Party committee or the government "
            + $"demands {plan.Title}, {En(plan.LeadAgency)} submits that document.")
            with { Input = new() { Plan = plan.Key } };

    /// <summary>What settles the doubt about its listing.</summary>
    public static IEnumerable<Remedy> Settle(PlanOnDay plan) => plan.Directory.Doubt switch
    {
        ListingDoubt.OtherLink => [LinkTheEntry(plan), ConfirmTheLink(plan)],
        ListingDoubt.Unlinked => [FillInTheLink(plan)],
        ListingDoubt.Undated => [DateTheList(plan)],
        ListingDoubt.ListInDoubt => [CheckTheList(plan)],
        ListingDoubt.Earlier => [RecordTheListOfItsTime(plan)],
        _ => [RecordTheApproval(plan)],
    };

    private static Remedy ConfirmTheLink(PlanOnDay plan)
    {
        var confirmer = PlanRegistry.Settlement.Settlers.ConfirmerOf(plan.Snapshot, [plan], isMoney: false);
        return Remedies.Of(Operation.ConfirmExemption, confirmer,
            $"确为同一规划而不宜更正的，由{Zh(confirmer)}以文件或会议纪要予以确认",
            $"Where they are one and neither is to be corrected, {En(confirmer)} confirms it by a document or minutes.")
            with { Input = new() { IsOfTheFinding = true } };
    }

    private static Remedy LinkTheEntry(PlanOnDay plan)
    {
        var entries = plan.Directory.EntriesFor(plan.Directory.Doubt!.Value);
        var drafter = ListDrafter(plan, entries[0]);
        return Remedies.Of(Operation.CorrectRecord, drafter,
            $"由{Zh(drafter)}核对{DirectoryEntry.Places(entries).Zh}是否为{plan.Named.Zh}；是的，更正条目或者规划并关联；不是的，解除关联",
            $"{En(drafter)} checks whether {DirectoryEntry.Places(entries).En} means {plan.Title}; "
                + "if so, corrects and links them; if not, parts them.")
            with { Input = new() { Record = entries[0].Id } };
    }

    private static Remedy FillInTheLink(PlanOnDay plan)
    {
        var entries = plan.Directory.EntriesFor(ListingDoubt.Unlinked);
        var drafter = ListDrafter(plan, entries[0]);
        return Remedies.Of(Operation.CorrectRecord, drafter,
            $"由{Zh(drafter)}核对{DirectoryEntry.Places(entries).Zh}是否为{plan.Named.Zh}；是的，更正条目或者再次录入清单，将条目的“规划”填为{plan.Plan.Code}",
            $"{En(drafter)} checks whether {DirectoryEntry.Places(entries).En} means {plan.Title}; "
                + $"if so, corrects the entry or records the list again, with {plan.Plan.Code} as the plan of the entry.")
            with { Input = new() { Record = entries[0].Id } };
    }

    private static Remedy CheckTheList(PlanOnDay plan)
    {
        var drafter = ListDrafter(plan, plan.Directory.EntriesInDoubt[0]);
        return Remedies.Of(Operation.CorrectRecord, drafter,
            $"由{Zh(drafter)}核对目录清单的批准单位和批准文件；不是区政府批准的，报区政府批准",
            $"{En(drafter)} checks who approved the list and by what document; "
                + "if it was not the government, has it approved by the government.")
            with { Input = new() { Record = ListOf(plan, plan.Directory.EntriesInDoubt[0]) } };
    }

    private static Remedy RecordTheApproval(PlanOnDay plan) => Remedies.Of(Operation.CorrectRecord, plan.LeadAgency,
        $"由{Remedies.Name(plan.LeadAgency)}核对{plan.Named.Zh}的类型、牵头单位和审批层级，补录批准单位、日期和文件；应当列入目录清单的，申请列入",
        $"{En(plan.LeadAgency)} checks kind, lead agency and level of {plan.Title} and records who approved it, when and by what document; "
            + "if it must be listed, applies for it.")
            with { Input = new() { Record = plan.Plan.Id } };

    public static Remedy EndThePlan(PlanOnDay plan) => Remedies.Of(Operation.RecordAct, plan.LeadAgency,
        $"不再编制或者实施的，由{Remedies.Name(plan.LeadAgency)}终止{plan.Named.Zh}并录入终止记录和文件",
        $"Where it is given up, {En(plan.LeadAgency)} ends {plan.Title} and records that with its document.")
            with { Input = new() { Plan = plan.Key, Type = ActType.Withdrawn, About = ActAbout.Plan } };

    public static Remedy CheckTheDays(PlanOnDay plan) => Remedies.Of(Operation.CorrectRecord, plan.LeadAgency,
        $"由{Remedies.Name(plan.LeadAgency)}核对{plan.Named.Zh}启动编制的日期，录入有误的予以更正",
        $"{En(plan.LeadAgency)} checks the day on which drafting of {plan.Title} began and corrects what is wrong.")
            with { Input = new() { Record = StartOf(plan) } };

    private static Remedy DateTheList(PlanOnDay plan)
    {
        var drafter = ListDrafter(plan, plan.Directory.EntriesOfUndatedLists[0]);
        return Remedies.Of(Operation.CorrectRecord, drafter,
            $"由{Zh(drafter)}补录目录清单的批准日期和批准文件的日期",
            $"{En(drafter)} records the day on which the directory list was approved, and that of its document.")
            with { Input = new() { Record = ListOf(plan, plan.Directory.EntriesOfUndatedLists[0]) } };
    }

    private static Remedy RecordTheListOfItsTime(PlanOnDay plan)
    {
        var drafter = DrafterFor(plan);
        return Remedies.Of(Operation.ApproveDirectoryList, drafter,
            $"由{Zh(drafter)}补录{plan.Named.Zh}启动编制时的规划编制目录清单",
            $"{En(drafter)} records the directory list of the time when drafting of {plan.Title} began.")
            with { Input = new() { Entry = plan.Plan } };
    }

    public static Remedy CheckTheListsOfItsTime(PlanOnDay plan)
    {
        var drafter = DrafterFor(plan);
        return Remedies.Of(Operation.CorrectRecord, drafter,
            $"由{Zh(drafter)}核对{plan.Named.Zh}规划期内的目录清单；确已列入的，补录并关联条目",
            $"{En(drafter)} checks the lists of the time of {plan.Title}; if it was listed, records and links the entry.");
    }

    public static Remedy MakeAWorkPlan(PlanOnDay plan) => Remedies.Of(Operation.RecordAct, plan.LeadAgency,
        $"由{Remedies.Name(plan.LeadAgency)}改为年度工作计划或实施方案，终止{plan.Named.Zh}",
        $"{En(plan.LeadAgency)} makes an annual work plan of it and ends {plan.Title}.")
            with { Input = new() { Plan = plan.Key, Type = ActType.Withdrawn, About = ActAbout.Plan } };

    public static Remedy RedoTheList(ListOnDay list, AgencyRole bureau)
    {
        var drafter = list.Snapshot.Agency(bureau);
        return Remedies.Of(Operation.ApproveDirectoryList, drafter,
            $"由{Zh(drafter)}按规定程序重新制定清单并报区政府批准，替代{list.Name.Zh}",
            $"{En(drafter)} drafts the list again by the procedure, to replace {list.Name.En},"
                + " and submits it to the district government for approval.")
            with { Input = new() { Track = list.List.Track, Replaces = list.List.Key } };
    }

    public static Remedy CompleteTheList(ListOnDay list)
    {
        var drafter = list.Drafter ?? list.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.CorrectRecord, drafter,
            $"由{Zh(drafter)}补录{list.Name.Zh}的制定和报批情况",
            $"{En(drafter)} records how {list.Name.En} was drafted and submitted.")
            with { Input = new() { Record = list.Id } };
    }

    /// <summary>One per bureau that has not spoken for every entry, or for which another spoke.</summary>
    public static IEnumerable<Remedy> GiveOpinions(ListOnDay list) =>
        list.BureausToHear.Select(role => list.Snapshot.Agency(role)).Select(bureau => Remedies.Of(Operation.RegisterDocument, bureau,
            $"由{Zh(bureau)}对{list.Name.Zh}的各条目出具意见（可一函并复）",
            $"{En(bureau)} gives its opinion on the entries of {list.Name.En}; one letter may cover all.")
            with { Input = new() { Issuer = bureau?.Key } });

    private static Agency? DrafterFor(PlanOnDay plan) =>
        plan.Snapshot.Agency(plan.Kind == PlanKind.Spatial ? AgencyRole.NaturalResources : AgencyRole.ReformCommission);

    private static Agency? ListDrafter(PlanOnDay plan, DirectoryEntry entry) =>
        plan.Snapshot.Agency(plan.Snapshot.View.List(entry.List)?.Drafter) ?? DrafterFor(plan);

    private static RecordId? ListOf(PlanOnDay plan, DirectoryEntry entry) => plan.Snapshot.View.List(entry.List)?.Id;

    private static RecordId? StartOf(PlanOnDay plan) =>
        plan.ActsAbout(ActAbout.Plan).FirstOrDefault(a => a.Type == ActType.DraftingStarted)?.Id;

    private static string Zh(Agency? agency) => agency?.Name ?? "清单制定单位（未录入）";

    private static string En(Agency? agency) => agency?.Name ?? "The agency in charge (not recorded)";
}
