using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// A database that says of itself that it is a demonstration, with an account for each role and no passwords. On this machine only.
/// </summary>
internal static class Demonstration
{
    public const string Mark = "demonstration";

    /// <summary>What a program sends in place of a token: demo-finance.</summary>
    public const string TokenPrefix = "demo-";

    private static readonly (Role Role, string Name, string? Agency)[] People =
    [
        (Role.ReformCommission, "发改委经办（演示）", null), (Role.Department, "水利局经办（演示）", "KZ-WRB"), (Role.Finance, "财政局经办（演示）", null),
        (Role.Finance, "财政局复核（演示）", null), (Role.Audit, "审计局（演示）", null), (Role.Admin, "系统管理员（演示）", null),
    ];

    /// <summary>Marks a new database, and gives it its accounts; one sentence where the database is somebody's own.</summary>
    public static Text? Begin(Registry registry, IAccessStorage storage, TimeProvider clock)
    {
        if (storage.Read(rows => rows.Mark) == Mark)
        {
            return null;
        }
        if (registry.Districts().Count > 0 || storage.Read(rows => rows.HasAccounts))
        {
            return new($"“{registry.Name}”不是演示数据库，不能以--sample启动；请另指定新的数据库文件（--database），或者不写--sample。",
                $"'{registry.Name}' is no demonstration and is not started with --sample: "
                    + "name a new file by --database, or leave --sample out.");
        }
        Found(storage, clock);
        return null;
    }

    /// <summary>Marks a database, and gives it its accounts.</summary>
    internal static void Found(IAccessStorage storage, TimeProvider clock) => storage.Write(TimeSpan.FromSeconds(10), rows =>
    {
        rows.SetMark(Mark);
        foreach (var (role, name, agency) in People)
        {
            rows.Save(new Account
            {
                Id = AccessKeys.MakeId("person"), Name = name, Role = role, District = DistrictCode.Parse(Sample.District),
                Agency = agency, MadeAt = clock.GetUtcNow(), GrantedAt = clock.GetUtcNow(),
            });
        }
        rows.RaiseEpoch();
        return true;
    });
}
