using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What is at hand while rows are read: the view, and what the pack itself says so far.</summary>
internal sealed class Desk
{
    private readonly Dictionary<Key<Plan>, Plan> plans = [];
    private readonly Dictionary<Key<Plan>, SuperiorPlan> stubs = [];
    private readonly Dictionary<Key<Agency>, Agency> agencies = [];
    private readonly Dictionary<(AgencyRole, PlanTier, DateOnly), Agency?> byRole = [];
    private List<Agency>? allAgencies;

    public Desk(RegistryView view, IReadOnlyList<Sheet> sheets)
    {
        View = view;
        Names = new PackNames(view, sheets);
        References = new References(this);
        Tier = TierOf(sheets) ?? view.District?.Tier ?? view.Code.Tier;
    }

    public RegistryView View { get; }
    public DistrictCode Home => View.Code;

    /// <summary>The tier of the receiving district.</summary>
    public PlanTier Tier { get; }
    public PackNames Names { get; }
    public References References { get; }

    /// <summary>Values refused as secret: no other problem may repeat them either.</summary>
    public HashSet<string> Unspeakable { get; } = [];

    /// <summary>Later rows rest on what this one says.</summary>
    public void Learn(Record record)
    {
        switch (record)
        {
            case Plan plan:
                plans[plan.Key] = plan;
                break;
            case SuperiorPlan stub:
                stubs[stub.Key] = stub;
                break;
            case Agency agency:
                agencies[agency.Key] = agency;
                break;
        }
    }

    /// <summary>The last year of the plan's horizon, as the pack has it, else as recorded; null where the plan's own row is refused.</summary>
    public int? LastYearOf(Key<Plan> key) => PlanOf(key)?.HorizonTo ?? stubs.GetValueOrDefault(key)?.HorizonTo;

    /// <summary>The plan as the pack has it, else as recorded.</summary>
    private Plan? PlanOf(Key<Plan> key) => plans.GetValueOrDefault(key) ?? (Names.IsInPack(key) ? null : View.Plan(key));

    /// <summary>Whose act it is by default; null where nobody is assumed or found.</summary>
    public Key<Agency>? AgencyOf(ActType type, Key<Plan> key, PartialDate on)
    {
        if (ActAgencies.IsOpen(type))
        {
            return null;
        }
        var plan = PlanOf(key);
        if (ActAgencies.RoleFor(type) is not { } role)
        {
            return plan is null ? stubs.GetValueOrDefault(key)?.Issuer : plan.LeadAgency;
        }
        var tier = plan?.Tier ?? key.District.Tier;
        // A township's plans are examined and approved by the bodies of its district.
        return AgencyFor(role, tier == PlanTier.Township ? PlanTier.District : tier, on.Last)?.Key;
    }

    private Agency? AgencyFor(AgencyRole role, PlanTier tier, DateOnly day)
    {
        if (!byRole.TryGetValue((role, tier, day), out var agency))
        {
            allAgencies ??= [.. agencies.Values, .. View.All<Agency>().Where(a => !agencies.ContainsKey(a.Key))];
            var all = allAgencies.Where(a => a.Is(role, tier)).OrderBy(a => a.Home == Home ? 0 : 1).ToList();
            byRole[(role, tier, day)] = agency = all.FirstOrDefault(a => a.ExistsOn(day)) ?? all.FirstOrDefault();
        }
        return agency;
    }

    private static PlanTier? TierOf(IReadOnlyList<Sheet> sheets)
    {
        var sheet = sheets.FirstOrDefault(s => s.Table == "districts");
        var row = sheet?.Rows.FirstOrDefault();
        return row is not null && Records.Names.TryParse<PlanTier>(RawCells.Cell(sheet!, row, "tier") ?? "", out var tier) ? tier : null;
    }
}
