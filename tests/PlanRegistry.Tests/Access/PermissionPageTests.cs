using System.Text;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;

namespace PlanRegistry.Tests.Access;

/// <summary>docs/permissions.md is the table of permissions.</summary>
public sealed class PermissionPageTests
{
    private static readonly Role[] Shown = [Role.ReformCommission, Role.Department, Role.Finance, Role.Audit, Role.Admin, Role.Public];

    [Fact]
    public void The_page_is_the_table() => Approved.Matches("docs/permissions.md", Page());

    private static string Page()
    {
        var page = new StringBuilder("""
            # 权限 / Permissions

            本页由权限表(`src/PlanRegistry.Server/Access/Permissions.cs`)生成,由测试核对。Made from the table of permissions; a test compares it.

            - 表中没有的,一律不可用。What the table does not name is nobody's.
            - 在哪个行政区、涉及哪些规划,见 [access.zh-CN.md](access.zh-CN.md)。For which district and which plans: [access.md](access.md).
            - 令牌按其角色使用。A token uses what its role may.
            - 三员分立(`Access:AdminsApart`)时,系统管理员(ADMIN)只能使用“岗位”一列含本岗位的和各角色都能使用的。Where the three administrators
              are apart, each may use what the last column gives to the own post, and what all who are signed in may.


            """);
        page.Append("| 字段 Field |").AppendJoin("", Shown.Select(r => $" {Terms.Of(r).Zh} {Terms.Of(r).En} |"))
            .Append(" 岗位 Post |\n");
        page.Append("|---|").AppendJoin("", Shown.Select(_ => "---|")).Append("---|\n");
        foreach (var (coordinate, roles) in Permissions.Table)
        {
            page.Append($"| `{coordinate}` |").AppendJoin("", Shown.Select(r => roles.Contains(r) ? " ● |" : "  |"))
                .Append($" {string.Join('、', Permissions.Posts.GetValueOrDefault(coordinate, []).Select(p => Terms.Of(p).Zh))} |\n");
        }
        return page.ToString();
    }
}
