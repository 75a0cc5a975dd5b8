using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;

using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests;

/// <summary>
/// A district in memory, told in the domain's words: 500154 under 500000 under 000000, with the agencies every district has.
/// Codes without a district are the district's own; 500000:GOV names a municipal one.
/// </summary>
public sealed class TestDistrict
{
    public static readonly DistrictCode Own = DistrictCode.Parse("500154");
    public static readonly DistrictCode Municipality = DistrictCode.Parse("500000");
    public static readonly DistrictCode Nation = DistrictCode.Nation;

    private readonly Dictionary<DistrictCode, List<Record>> records = new() { [Own] = [], [Municipality] = [], [Nation] = [] };
    private DateTimeOffset recordedAt;
    private int acts;

    /// <param name="recordedOn">The day of its first import: what lies before it need not be recorded.</param>
    public TestDistrict(string recordedOn = "2021-01-01")
    {
        recordedAt = Moment(recordedOn);
        Add(new District { Home = Own, Code = Own, Name = "开州区", Tier = PlanTier.District, Superior = Municipality });
        Add(new District { Home = Municipality, Code = Municipality, Name = "重庆市", Tier = PlanTier.Municipal, Superior = Nation });
        Add(new District { Home = Nation, Code = Nation, Name = "国家", Tier = PlanTier.National });
        foreach (var (code, name, role) in OwnAgencies)
        {
            Agency(code, name, role);
        }
        Agency("500000:GOV", "市政府", AgencyRole.Government);
        Agency("500000:DRC", "市发展改革委", AgencyRole.ReformCommission);
        Agency("500000:AGR", "市农业农村委", AgencyRole.Department);
        Agency("000000:NDRC", "国家发展改革委", AgencyRole.ReformCommission);
        Policy(PolicyKeys.RecordsFrom, recordedOn);
    }

    private static readonly (string Code, string Name, AgencyRole Role)[] OwnAgencies =
    [
        ("PARTY", "区委", AgencyRole.PartyCommittee),
        ("PARTYOFFICE", "区委办公室", AgencyRole.PartyOffice), ("CONGRESS", "区人大", AgencyRole.Congress),
        ("SC", "区人大常委会", AgencyRole.StandingCommittee), ("GOV", "区政府", AgencyRole.Government),
        ("GOVOFFICE", "区政府办公室", AgencyRole.GovernmentOffice),
        ("DRC", "区发展改革委", AgencyRole.ReformCommission),
        ("NR", "区规划自然资源局", AgencyRole.NaturalResources), ("ECO", "区生态环境局", AgencyRole.Ecology),
        ("WATER", "区水利局", AgencyRole.Water), ("FIN", "区财政局", AgencyRole.Finance), ("AUDIT", "区审计局", AgencyRole.Audit),
        ("JUSTICE", "区司法局", AgencyRole.Justice),
        ("TRANS", "区交通运输委", AgencyRole.Department), ("EDU", "区教委", AgencyRole.Department), ("AGR", "区农业农村委", AgencyRole.Department),
    ];

    /// <summary>Adds a record as it is; <see cref="Record.Home"/> defaults to the district.</summary>
    public T Add<T>(T record) where T : Record
    {
        var home = record.Home == default ? Own : record.Home;
        var shape = RecordShape.Of<T>();
        var stored = (T)(record with { Home = home, Seq = 1, RecordedAt = recordedAt });
        stored = (T)(stored with { RecordCode = shape.KeyOf(stored) });
        records[home].RemoveAll(r => r.Id == stored.Id);
        records[home].Add(stored);
        return stored;
    }

    public Agency Agency(string code, string name, AgencyRole role) =>
        Add(new Agency { Home = Key<Agency>(code).District, Code = Key<Agency>(code).Code,
            Name = name, Role = role, Tier = Key<Agency>(code).District.Tier });

    public Plan Plan(string code, PlanKind kind, int from, int to, Func<Plan, Plan>? with = null)
    {
        var key = Key<Plan>(code);
        var plan = new Plan
        {
            Home = key.District, Code = key.Code, Title = $"{key.Code}规划", Kind = kind, Tier = key.District.Tier,
            LeadAgency = Key<Agency>(key.District == Own
                ? kind == PlanKind.Development ? "DRC" : kind == PlanKind.Spatial ? "NR" : "TRANS"
                : $"{key.District}:{(key.District == Nation ? "NDRC" : "DRC")}"),
            HorizonFrom = from, HorizonTo = to, Importance = Importance.Ordinary, Secrecy = Secrecy.Public,
        };
        return Add(with?.Invoke(plan) ?? plan);
    }

    public Act Act(string plan, ActType type, string on, string? agency = null,
        ActAbout about = ActAbout.Plan, int? year = null, Func<Act, Act>? with = null)
    {
        var key = Key<Plan>(plan);
        var act = new Act { Home = key.District, Code = $"A{++acts:000}", Plan = key, Type = type,
            On = PartialDate.Parse(on), Agency = (agency ?? ByItsName(type, key)) is { } by && by != "-" ? Key<Agency>(by) : null,
            About = about, Year = year };
        return Add(with?.Invoke(act) ?? act);
    }

    /// <summary>As intake takes it: the body that an approval is called after, unless the row says that nobody is recorded (-).</summary>
    private static string? ByItsName(ActType type, Key<Plan> plan) => plan.District != Own ? null : type switch
    {
        ActType.CongressApproved => "CONGRESS",
        ActType.GovernmentApproved or ActType.GovernmentExamined => "GOV",
        ActType.PartyReviewed => "PARTY",
        _ => null,
    };

    /// <summary>
    /// The plan ends as it must: withdrawn by its lead agency or, once approved, its approver; superseded by an approved plan.
    /// </summary>
    public Act End(string plan, ActType end, string on)
    {
        var view = View();
        var ended = view.Plan(Key<Plan>(plan))!;
        if (end == ActType.Superseded)
        {
            Plan($"{plan}-NEXT", ended.Kind, ended.HorizonTo + 1, ended.HorizonTo + 5, p => p with { Tier = PlanTier.Township });
            Act($"{plan}-NEXT", ended.Kind == PlanKind.Development ? ActType.CongressApproved : ActType.GovernmentApproved, on,
                ended.Kind == PlanKind.Development ? "CONGRESS" : "GOV");
            return Act(plan, end, on, "GOV", with: a => a with
            {
                Against = new(Key<Plan>($"{plan}-NEXT"), null), Document = Document($"{plan}-END", "GOV").Key,
            });
        }
        var by = view.History(ended.Key).Approval?.Agency ?? ended.LeadAgency;
        return Act(plan, end, on, by?.Within(Own), with: a => a with { Document = Document($"{plan}-END", by?.Within(Own)).Key });
    }

    public DirectoryList List(string list, ListTrack track, int year, string? approvedOn, Func<DirectoryList, DirectoryList>? with = null)
    {
        var row = new DirectoryList
        {
            Code = list, Track = track, Year = year, Drafter = Key<Agency>(track == ListTrack.Spatial ? "NR" : "DRC"),
            CoDrafters = [Key<Agency>(track == ListTrack.Spatial ? "DRC" : "EDU")], JointSubmission = true, Approver = Key<Agency>("GOV"),
            ApprovedOn = approvedOn is null ? null : PartialDate.Parse(approvedOn),
            ApprovalDocument = approvedOn is null ? null
                : Document($"{list}-APPROVAL", "GOV", d => d with { IssuedOn = PartialDate.Parse(approvedOn) }).Key,
            EiaOpinion = Document($"{list}-EIA", "ECO").Key, WaterOpinion = Document($"{list}-WATER", "WATER").Key,
        };
        return Add(with?.Invoke(row) ?? row);
    }

    /// <summary>An entry that lists the plan (or, with a title, one that names none).</summary>
    public DirectoryEntry Entry(string list, string? plan, Func<DirectoryEntry, DirectoryEntry>? with = null)
    {
        var named = plan is null ? null : records[Own].OfType<Plan>().Single(p => p.Code == plan);
        var row = new DirectoryEntry
        {
            List = Key<DirectoryList>(list), Code = plan ?? "1", Title = named?.Title ?? "未命名", Kind = named?.Kind ?? PlanKind.Special,
            LeadAgency = named?.LeadAgency, Plan = named?.Key, EiaNeeded = false, WaterNeeded = false,
        };
        return Add(with?.Invoke(row) ?? row);
    }

    public Document Document(string document, string? issuer = null, Func<Document, Document>? with = null)
    {
        var row = new Document { Code = document, Title = document,
            Issuer = issuer is null ? null : Key<Agency>(issuer), Secrecy = Secrecy.Public };
        return Add(with?.Invoke(row) ?? row);
    }

    public PlanLink Link(string subordinate, string superior, PlanLinkKind kind = PlanLinkKind.Obeys, string? from = null) =>
        Add(new PlanLink { Home = Key<Plan>(subordinate).District, Subordinate = Key<Plan>(subordinate),
            Superior = Key<Plan>(superior), Kind = kind, From = from is null ? null : PartialDate.Parse(from) });

    /// <summary>A stub of a superior's development plan, such as 500000:CQ-2026.</summary>
    public SuperiorPlan Stub(string code, int from, int to, string? approvedOn = null)
    {
        var key = Key<Plan>(code);
        return Add(new SuperiorPlan
        {
            District = key.District, Code = key.Code, Title = $"{key.Code}纲要",
            Kind = PlanKind.Development, HorizonFrom = from, HorizonTo = to,
            ApprovedOn = approvedOn is null ? null : PartialDate.Parse(approvedOn),
        });
    }

    public Exemption Exemption(string plan, string issuer, string from, Func<Exemption, Exemption>? with = null)
    {
        var row = new Exemption { Plan = Key<Plan>(plan), Issuer = Key<Agency>(issuer),
            Document = Document($"{plan}-EXEMPTION", issuer, d => d with { Plans = [Key<Plan>(plan)] }).Key,
            From = PartialDate.Parse(from) };
        return Add(with?.Invoke(row) ?? row);
    }

    public Indicator Indicator(string code, string name, string unit = "%", Func<Indicator, Indicator>? with = null)
    {
        var key = Key<Indicator>(code);
        var row = new Indicator { Home = key.District, Code = key.Code, Name = name, Unit = unit,
            Direction = Direction.Higher, Measure = Measure.Level, Extent = Extent.Ratio };
        return Add(with?.Invoke(row) ?? row);
    }

    public Target Target(string plan, string indicator, decimal? value, IndicatorNature nature = IndicatorNature.Binding,
        int? year = null, int version = 1, Func<Target, Target>? with = null)
    {
        var key = Key<Plan>(plan);
        var row = new Target
        {
            Home = key.District, Plan = key, Version = version, Indicator = Key<Indicator>(indicator), Nature = nature, TargetValue = value,
            TargetYear = year ?? records[key.District].OfType<Plan>().Single(p => p.Key == key).HorizonTo,
        };
        return Add(with?.Invoke(row) ?? row);
    }

    /// <summary>What a superior plan hands down to the district; recorded in the district's ledger.</summary>
    public Allocation Allocation(string plan, string indicator, decimal? value, int year,
        IndicatorNature nature = IndicatorNature.Binding, Func<Allocation, Allocation>? with = null)
    {
        var row = new Allocation { Plan = Key<Plan>(plan), Indicator = Key<Indicator>(indicator),
            ToDistrict = Own, TargetYear = year, TargetValue = value, Nature = nature };
        return Add(with?.Invoke(row) ?? row);
    }

    public Reading Reading(string plan, string indicator, int year, decimal value,
        ReadingSource source = ReadingSource.Department, string? cutoffOn = null, string? unit = null) =>
        Add(new Reading { Plan = Key<Plan>(plan), Indicator = Key<Indicator>(indicator), Year = year,
            Value = value, Source = source, Unit = unit, CutoffOn = cutoffOn is null ? null : PartialDate.Parse(cutoffOn) });

    public Amendment Amendment(string plan, int version, string proposedOn, Func<Amendment, Amendment>? with = null)
    {
        var row = new Amendment { Plan = Key<Plan>(plan), Version = version, ProposedOn = PartialDate.Parse(proposedOn) };
        return Add(with?.Invoke(row) ?? row);
    }

    public FundingLine Funding(string id, string plan, Func<FundingLine, FundingLine> with) =>
        Add(with(new FundingLine { Code = id, Plan = Key<Plan>(plan), Project = $"{id}项目",
            Amount = 100_000m, Money = FundingMoney.District, Purpose = FundingPurpose.Implementation }));

    public PolicyValue Policy(PolicyKey key, string value, string from = "2000-01-01", PlanKind? kind = null) =>
        Add(new PolicyValue { Key = key.Name, Kind = kind, From = PartialDate.Parse(from), Value = value,
            Document = Document("POLICY", "GOV").Key });

    /// <summary>As if its first import had been that day: records begin with it.</summary>
    public TestDistrict RecordedOn(string day)
    {
        recordedAt = Moment(day);
        foreach (var rows in records.Values)
        {
            var stamped = rows.Select(r => r with { RecordedAt = recordedAt }).ToList();
            rows.Clear();
            rows.AddRange(stamped);
        }
        Policy(PolicyKeys.RecordsFrom, day);
        return this;
    }

    private static DateTimeOffset Moment(string day) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOnly.MinValue, TimeSpan.FromHours(8));

    public Key<T> Key<T>(string text) => Records.Key<T>.TryParse(text, Own, out var key) ? key : throw new ArgumentException(text);

    public RegistryView View() =>
        new([.. new[] { Own, Municipality, Nation }.Select(d => new DistrictRecords(d, 1, recordedAt, records[d]))]);

    public Snapshot On(string day) => new(View(), DateOnly.ParseExact(day, "yyyy-MM-dd"));

    public Judgement Judge(string day) => Rules.Judge.JudgementOf(On(day));

    /// <summary>The findings of one rule on a day.</summary>
    public IReadOnlyList<Finding> Findings(string rule, string day) => [.. Judge(day).Findings.Where(f => f.Rule == rule)];

    /// <summary>The one finding of a rule on a day.</summary>
    public Finding Finding(string rule, string day) => Findings(rule, day).Should().ContainSingle($"{rule} is to have one finding").Subject;
}
