using PlanRegistry.Amendments;
using PlanRegistry.Applications;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Settlement;

namespace PlanRegistry.Rules.Trials;

/// <summary>
/// Which records a remedy would leave, where that can be foreseen: a listing, a step of a plan, a link, a changed target, an auditor's
/// conclusion. What somebody must first find out (a wrong day, a value that nobody recorded) cannot.
/// </summary>
internal sealed class RepairSteps(PlanOnDay plan, Finding finding, Remedy remedy)
{
    private static readonly Text PaperOfTheStep = new("该环节的文件", "the paper of the step");

    private readonly List<RepairAct> acts = [];
    private readonly List<Record> records = [];

    /// <summary>The earliest on which the next act can be.</summary>
    private DateOnly day = plan.AsOf.Unwatched;

    /// <returns>Null where it cannot be foreseen what is recorded.</returns>
    public static RepairStep? Of(PlanOnDay plan, Finding finding, Remedy remedy) => new RepairSteps(plan, finding, remedy).Step();

    private RepairStep? Step() => Remedies.OperationOf(remedy) switch
    {
        Operation.ApplyForEntry or Operation.ApproveDirectoryList => List(),
        Operation.RecordAct when remedy.Input is { Type: { } type, Plan: { } of } => Act(type, of),
        Operation.LinkPlans when remedy.Input is { Subordinate: { } below, Superior: { } above } => Link(below, above),
        Operation.SetTargets when remedy.Input.Target is { } target && IsTold(target) => Draft(target),
        Operation.ProposeAmendment when remedy.Input is { Target: { } target, Version: { } version } && IsTold(target) =>
            Amend(target, version),
        Operation.ConfirmExemption when remedy.Input.IsOfTheFinding => Settle(SettlementKind.Confirmed),
        Operation.SettleFinding when remedy.Input.IsOfTheFinding => Settle(SettlementKind.Concluded),
        _ => null,
    };

    /// <summary>003 三、(一): made by the one bureau with the other, heard by the two of EIA and water, approved by the government.</summary>
    private RepairStep? List()
    {
        var isSpatial = plan.Kind == PlanKind.Spatial;
        var (commission, bureau) = (plan.Snapshot.Agency(AgencyRole.ReformCommission), plan.Snapshot.Agency(AgencyRole.NaturalResources));
        if (plan.Snapshot.Agency(AgencyRole.Government) is not { } government || plan.Kind == PlanKind.Development
            || (isSpatial ? bureau : commission) is not { } drafter)
        {
            return null;
        }
        Add(new("申报列入目录清单", "applies for a directory entry"), plan.LeadAgency, new("列入申请", "the application"));
        if (IsScreenedOut())
        {
            Add(new("明确要求编制本规划，否则筛选不通过", "demands the plan; else the screening speaks against it"), government,
                new("明确要求编制的文件（市级相关部门、区委或者区政府）",
                    "a document that demands it, of a municipal department, the district Party committee or the government"));
        }
        var (eia, water) = (Opinion(AgencyRole.Ecology, new("环评", "EIA")), Opinion(AgencyRole.Water, new("水资源论证", "water argumentation")));
        Add(new("制定目录清单并报送", "drafts the list and submits it"), drafter, new("目录清单送审稿", "the draft list"));
        var list = new DirectoryList
        {
            Home = plan.Plan.Home, Code = Code("LIST"), Year = day.Year,
            Track = isSpatial ? ListTrack.Spatial : ListTrack.SpecialAndRegional,
            Drafter = drafter.Key, CoDrafters = (isSpatial ? commission : plan.LeadAgency) is { } other ? [other.Key] : null,
            JointSubmission = true, SubmittedOn = day, Approver = government.Key, ApprovedOn = day,
            ApprovalDocument = Paper("REPLY", government).Key, EiaOpinion = eia, WaterOpinion = water,
        };
        records.AddRange([list, new DirectoryEntry
        {
            Home = plan.Plan.Home, List = list.Key, Code = "1", Title = plan.Plan.Title, Kind = plan.Kind,
            LeadAgency = plan.LeadAgency?.Key, HorizonFrom = plan.Horizon.From, HorizonTo = plan.Horizon.To, Plan = plan.Key,
        }]);
        return Done(new("批准目录清单", "approves the list"), government, new("清单批复", "the reply that approves it"));
    }

    /// <summary>As an application for it would be: daily work, or of too few years (003 三、(一)).</summary>
    private bool IsScreenedOut() => plan.Plan.LeadAgency is { } lead && Screening.Of(plan.Snapshot.View, new EntryApplication
    {
        Home = plan.Plan.Home, Code = Code("APPLICATION"), Applicant = lead, AppliedOn = day, Title = plan.Plan.Title, Kind = plan.Kind,
        LeadAgency = lead, HorizonFrom = plan.Horizon.From, HorizonTo = plan.Horizon.To, DailyWork = plan.Plan.DailyWork, Plan = plan.Key,
    }, day).Against.Any();

    /// <summary>Whether it is needed is the bureau's word, and not foreseen.</summary>
    private Key<Document>? Opinion(AgencyRole role, Text of)
    {
        if (plan.Snapshot.Agency(role) is not { } bureau)
        {
            return null;
        }
        Add(new($"提出是否需要{of.Zh}的意见", $"says whether {of.En} is needed"), bureau, new($"{of.Zh}意见", $"the opinion on {of.En}"));
        return Paper(role.ToString(), bureau).Key;
    }

    private RepairStep Act(ActType type, Key<Plan> of)
    {
        var input = remedy.Input;
        // A step of an amendment is the body's own; the remedy names who has it taken.
        var taker = input is { About: ActAbout.Amendment, Version: { } version }
            ? new AmendmentRoute(plan, version).TakerOf(type) ?? remedy.Agency : remedy.Agency;
        return Taken(new Act
        {
            Home = of.District, Code = Code("ACT"), Plan = of, Type = type, On = day, About = input.About ?? ActAbout.Plan,
            Agency = taker?.Key, Year = input.Year, Version = input.Version, Against = input.Against,
        }, Terms.Of(type), PaperOfTheStep);
    }

    private RepairStep Link(Key<Plan> below, Key<Plan> above)
    {
        records.Add(new PlanLink { Home = plan.Plan.Home, Subordinate = below, Superior = above, Kind = PlanLinkKind.Obeys });
        return Done(new("登记规划间关系", "records the link"), remedy.Agency, new("规划文本中的依据条款", "the clause of the plan's text"));
    }

    private static bool IsTold(RemedyTarget target) => target.Value is not null || target.Low is not null || target.High is not null;

    private RepairStep Draft(RemedyTarget target)
    {
        if (plan.Status == PlanStatus.Submitted)
        {
            Add(new("撤回送审稿", "takes the draft back from who is to approve it"), plan.LeadAgency, new("撤回报批的函", "the letter"));
        }
        records.AddRange(Targets(target, plan.Targets.Version));
        return Done(new("修改送审稿的目标值", "sets the target in the draft"), plan.LeadAgency, new("修改后的规划草案", "the amended draft"));
    }

    /// <summary>Along the plan's own route. A report comes before the proposal, which then is of the next day at the earliest.</summary>
    private RepairStep? Amend(RemedyTarget target, int version)
    {
        var route = new AmendmentRoute(plan, version);
        if (route.TakerOf(ActType.AmendmentApproved) is null)
        {
            return null;
        }
        var missing = route.ToTake(day).ToLookup(s => s.Way!.Value.Type == ActType.Reported);
        foreach (var report in missing[true])
        {
            Taken(route.Taking(ActType.Reported, day, Code("REPORT")), report.Name, new("评估报告", "the evaluation"));
            day = day.AddDays(1);
        }
        records.AddRange([
            new Amendment
            {
                Home = plan.Plan.Home, Plan = plan.Key, Version = version, ProposedOn = day, ChangedIndicators = [target.Indicator],
            },
            .. Targets(target, version)]);
        Add(new("提出调整修订", "proposes the amendment"), plan.LeadAgency, new("调整修订方案", "the amendment"));
        foreach (var step in missing[false])
        {
            var type = step.Way!.Value.Type;
            Taken(route.Taking(type, day, Code($"{type}")), step.Name, PaperOfTheStep);
        }
        return Taken(route.Taking(ActType.AmendmentApproved, day, Code("APPROVAL")), new("批准调整修订", "approves the amendment"),
            new("批准文件", "the approval"));
    }

    /// <summary>A version is the complete set: the others stay as they are.</summary>
    private IEnumerable<Target> Targets(RemedyTarget target, int version)
    {
        var others = plan.Targets.Version == version ? [] : plan.Targets.Targets.Where(t => !IsIt(t));
        return others.Select(t => t with { Version = version, RecordCode = "" })
            .Append(new Target
            {
                Home = plan.Plan.Home, Plan = plan.Key, Version = version, Indicator = target.Indicator, TargetYear = target.Year,
                Nature = target.Nature, TargetValue = target.Value, TargetLow = target.Low, TargetHigh = target.High, Unit = target.Unit,
                BaseYear = target.BaseYear, BaseValue = target.BaseValue,
            });

        bool IsIt(Target t) => t.TargetYear == target.Year
            && plan.Snapshot.View.Identity(t.Indicator) == plan.Snapshot.View.Identity(target.Indicator);
    }

    private RepairStep? Settle(SettlementKind kind)
    {
        if (remedy.Agency is not { } settler)
        {
            return null;
        }
        records.Add(new FindingSettlement
        {
            Home = plan.Plan.Home, Finding = finding.Key, On = day, Kind = kind, Document = Paper("CONCLUSION", settler).Key,
        });
        return kind == SettlementKind.Confirmed
            ? Done(new("确认例外情形", "confirms the exception"), settler, new("确认文件或者会议纪要", "the document or minutes"))
            : Done(new("登记核查结论", "concludes the finding"), settler, new("核查结论文件", "the conclusion"));
    }

    /// <summary>An act with the paper that its taker makes of it.</summary>
    private RepairStep Taken(Act act, Text what, Text paper)
    {
        var taker = plan.Snapshot.View.Agency(act.Agency);
        records.Add(act with { Document = taker is null ? null : Paper($"{act.Code} PAPER", taker).Key });
        return Done(what, taker, paper);
    }

    private Document Paper(string code, Agency issuer)
    {
        var paper = new Document
        {
            Home = plan.Plan.Home, Code = Code(code), Title = Code(code), Issuer = issuer.Key, IssuedOn = day, Secrecy = Secrecy.Internal,
            Plans = [plan.Key],
        };
        records.Add(paper);
        return paper;
    }

    /// <summary>One for each remedy of each finding, so that several can be tried together.</summary>
    private string Code(string what) => $"TRIAL {finding.Key} {remedy.Act} {what}";

    private void Add(Text what, Agency? agency, Text paper) => acts.Add(new RepairAct(what, agency, paper, day));

    private RepairStep Done(Text what, Agency? agency, Text paper)
    {
        Add(what, agency, paper);
        return new RepairStep(finding, remedy, acts, records);
    }
}
