using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>The agencies every district has, a department for each field, and its towns.</summary>
internal sealed class Roster
{
    private const int Towns = 12;

    private static readonly (string Code, string Name, AgencyRole Role)[] Offices =
    [
        ("PARTY", "区委", AgencyRole.PartyCommittee), ("PARTY-OFFICE", "区委办公室", AgencyRole.PartyOffice),
        ("CONGRESS", "区人民代表大会", AgencyRole.Congress),
        ("NPCSC", "区人大常委会", AgencyRole.StandingCommittee), ("GOV", "区政府", AgencyRole.Government),
        ("GOV-OFFICE", "区政府办公室", AgencyRole.GovernmentOffice),
        ("DRC", "区发展改革委", AgencyRole.ReformCommission), ("NR", "区规划自然资源局", AgencyRole.NaturalResources),
        ("ECO", "区生态环境局", AgencyRole.Ecology),
        ("WATER", "区水利局", AgencyRole.Water), ("FIN", "区财政局", AgencyRole.Finance), ("AUDIT", "区审计局", AgencyRole.Audit),
        ("JUSTICE", "区司法局", AgencyRole.Justice),
    ];

    private readonly DistrictDraft draft;

    public Roster(DistrictDraft draft)
    {
        this.draft = draft;
        foreach (var (code, name, role) in Offices)
        {
            Agency(code, draft.Name + name[1..], role, name);
        }
        foreach (var field in PlanningField.All)
        {
            Agency(field.Code, draft.Name + field.Department, AgencyRole.Department, "区" + field.Department);
        }
        for (var i = 1; i <= Towns; i++)
        {
            Agency($"TOWN-{i:00}", $"{draft.Name}{draft.Chance.Town()}镇人民政府", AgencyRole.Township);
        }
    }

    public Key<Agency> Party => draft.Key<Agency>("PARTY");
    public Key<Agency> Congress => draft.Key<Agency>("CONGRESS");
    public Key<Agency> StandingCommittee => draft.Key<Agency>("NPCSC");
    public Key<Agency> Government => draft.Key<Agency>("GOV");
    public Key<Agency> ReformCommission => draft.Key<Agency>("DRC");
    public Key<Agency> NaturalResources => draft.Key<Agency>("NR");
    public Key<Agency> Ecology => draft.Key<Agency>("ECO");
    public Key<Agency> Water => draft.Key<Agency>("WATER");
    public Key<Agency> Justice => draft.Key<Agency>("JUSTICE");

    public Key<Agency>? MunicipalReformCommission => draft.Superiors.Agency(World.Municipality, AgencyRole.ReformCommission);
    public Key<Agency>? MunicipalGovernment => draft.Superiors.Agency(World.Municipality, AgencyRole.Government);

    public Key<Agency> Lead(PlanningField field) => draft.Key<Agency>(field.Code);

    public Key<Agency> Town() => draft.Key<Agency>($"TOWN-{draft.Chance.Between(1, Towns):00}");

    private void Agency(string code, string name, AgencyRole role, string? alias = null) =>
        draft.Add(new Agency
        {
            Home = draft.Code, Code = code, Name = name, Role = role,
            Tier = role == AgencyRole.Township ? PlanTier.Township : PlanTier.District,
            Aliases = alias is null ? null : [alias],
        });
}
