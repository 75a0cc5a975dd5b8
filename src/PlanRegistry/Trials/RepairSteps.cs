using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Settlement;

namespace PlanRegistry.Trials;

/// <summary>
/// Which records a remedy would leave, where that can be foreseen: a listing, a step of a plan, a link, a changed target, an auditor's
/// conclusion. What somebody must first find out (a wrong day, a value that nobody recorded) cannot.
/// </summary>
public sealed class RepairSteps(PlanOnDay plan, Finding finding, Remedy remedy)
{
    private readonly DateOnly day = plan.AsOf;
    private readonly List<RepairAct> acts = [];
    private readonly List<Record> records = [];

    /// <returns>Null where it cannot be foreseen what is recorded.</returns>
    public static RepairStep? Of(PlanOnDay plan, Finding finding, Remedy remedy) => new RepairSteps(plan, finding, remedy).Step();

    private RepairStep? Step() => remedy.Act switch
    {
        "applyForEntry" or "approveDirectoryList" => List(),
        "recordAct" when remedy.Input is { Type: { } type, Plan: { } of } => Act(type, of),
        "linkPlans" when remedy.Input is { Subordinate: { } below, Superior: { } above } => Link(below, above),
        "setTargets" when remedy.Input.Target is { } target && IsTold(target) => Draft(target),
        "proposeAmendment" when remedy.Input is { Target: { } target, Version: { } version } && IsTold(target) => Amend(target, version),
        "settleFinding" or "confirmExemption" when remedy.Input.IsOfTheFinding => Settle(),
        _ => null,
    };

    private RepairStep? List()
    {
        var (government, drafter) = (plan.Snapshot.Agency(AgencyRole.Government), Drafter());
        if (government is null || drafter is null || plan.Kind == PlanKind.Development)
        {
            return null;
        }
        var track = plan.Kind == PlanKind.Spatial ? ListTrack.Spatial : ListTrack.SpecialAndRegional;
        var other = plan.Kind == PlanKind.Spatial ? plan.Snapshot.Agency(AgencyRole.ReformCommission)?.Key : plan.LeadAgency?.Key;
        var list = new DirectoryList
        {
            Home = plan.Plan.Home, Code = Code("LIST"), Track = track, Year = day.Year, Drafter = drafter.Key,
            CoDrafters = other is { } with ? [with] : null, JointSubmission = true, SubmittedOn = day,
            Approver = government.Key, ApprovedOn = day,
            ApprovalDocument = Paper("REPLY", government).Key,
            EiaOpinion = Opinion("EIA", AgencyRole.Ecology),
            WaterOpinion = Opinion("WATER", AgencyRole.Water),
        };
        records.AddRange([list, new DirectoryEntry
        {
            Home = plan.Plan.Home, List = list.Key, Code = "1", Title = plan.Plan.Title, Kind = plan.Kind,
            LeadAgency = plan.LeadAgency?.Key, HorizonFrom = plan.Horizon.From, HorizonTo = plan.Horizon.To, Plan = plan.Key,
            EiaNeeded = false, WaterNeeded = false,
        }]);
        Add(new("申报列入目录清单", "applies for a directory entry"), plan.LeadAgency, new("列入申请", "the application"));
        Add(new("制定目录清单并报送", "drafts the list and submits it"), drafter, new("目录清单送审稿", "the draft list"));
        return Done(new("批准目录清单", "approves the list"), government, new("清单批复", "the reply that approves it"));
    }

    private Agency? Drafter() =>
        plan.Snapshot.Agency(plan.Kind == PlanKind.Spatial ? AgencyRole.NaturalResources : AgencyRole.ReformCommission);

    private Key<Document>? Opinion(string code, AgencyRole role) =>
        plan.Snapshot.Agency(role) is { } bureau ? Paper(code, bureau).Key : null;

    private RepairStep Act(ActType type, Key<Plan> of)
    {
        var (input, taker) = (remedy.Input, TakerOf(type));
        records.Add(new Act
        {
            Home = of.District, Code = Code("ACT"), Plan = of, Type = type, On = day, About = input.About ?? ActAbout.Plan,
            Agency = taker?.Key, Year = input.Year, Version = input.Version, Against = input.Against,
            Document = taker is { } by ? Paper("PAPER", by).Key : null,
        });
        return Done(Terms.Of(type), taker, new("该环节的文件", "the paper of the step"));
    }

    /// <summary>A step of an amendment is the body's own; the remedy names who has it taken.</summary>
    private Agency? TakerOf(ActType type) => remedy.Input.About != ActAbout.Amendment ? remedy.Agency : type switch
    {
        ActType.AmendmentProposed => plan.Snapshot.Agency(AgencyRole.Government),
        ActType.PartyAgreed => plan.Snapshot.Agency(AgencyRole.PartyCommittee),
        ActType.AmendmentApproved => AmendmentRoute.ApproverOf(plan),
        _ => remedy.Agency,
    };

    private RepairStep Link(Key<Plan> below, Key<Plan> above)
    {
        records.Add(new PlanLink { Home = plan.Plan.Home, Subordinate = below, Superior = above, Kind = PlanLinkKind.Obeys });
        return Done(new("登记规划间关系", "records the link"), remedy.Agency, new("规划文本中的依据条款", "the clause of the plan's text"));
    }

    private static bool IsTold(RemedyTarget target) => target.Value is not null || target.Low is not null || target.High is not null;

    private RepairStep Draft(RemedyTarget target)
    {
        records.AddRange(Targets(target, plan.Targets.Version));
        return Done(new("修改送审稿的目标值", "sets the target in the draft"), plan.LeadAgency, new("修改后的规划草案", "the amended draft"));
    }

    private RepairStep? Amend(RemedyTarget target, int version)
    {
        if (AmendmentRoute.ApproverOf(plan) is not { } approver)
        {
            return null;
        }
        var amendment = new Amendment
        {
            Home = plan.Plan.Home, Plan = plan.Key, Version = version, ProposedOn = day, ChangedIndicators = [target.Indicator],
        };
        records.AddRange([amendment, .. Targets(target, version)]);
        Add(new("提出调整修订", "proposes the amendment"), plan.LeadAgency, new("调整修订方案", "the amendment"));
        foreach (var step in new AmendmentRoute(plan, version).StepsBefore(day).Where(s => s is { Taken: not true, Way: not null }))
        {
            var (type, role) = step.Way!.Value;
            if (type == ActType.Reported)
            {
                // A report comes before the proposal, and a report that was not made cannot be made of yesterday.
                return null;
            }
            var agency = role is { } of ? plan.Snapshot.Agency(of) : plan.LeadAgency;
            records.Add(About(type, agency, version, $"STEP-{records.Count}"));
            Add(step.Name, agency, new("该环节的文件", "the paper of the step"));
        }
        records.Add(About(ActType.AmendmentApproved, approver, version, "APPROVAL"));
        return Done(new("批准调整修订", "approves the amendment"), approver, new("批准文件", "the approval"));
    }

    private Act About(ActType type, Agency? agency, int version, string code) => new()
    {
        Home = plan.Plan.Home, Code = Code(code), Plan = plan.Key, Type = type, On = day, About = ActAbout.Amendment, Version = version,
        Agency = agency?.Key, Document = agency is null ? null : Paper(code + "-PAPER", agency).Key,
    };

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

    private RepairStep? Settle()
    {
        if (remedy.Agency is not { } settler)
        {
            return null;
        }
        var isConfirmed = remedy.Act == "confirmExemption";
        records.Add(new FindingSettlement
        {
            Home = plan.Plan.Home, Finding = finding.Key, On = day,
            Kind = isConfirmed ? SettlementKind.Confirmed : SettlementKind.Concluded,
            Document = Paper("CONCLUSION", settler).Key,
        });
        return Done(isConfirmed ? new("确认例外情形", "confirms the exception") : new("登记核查结论", "concludes the finding"), settler,
            isConfirmed ? new("确认文件或者会议纪要", "the document or minutes") : new("核查结论文件", "the conclusion"));
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
