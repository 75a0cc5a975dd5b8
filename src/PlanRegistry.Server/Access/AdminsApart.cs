using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>三员分立: the setting is taken where each of the three posts has an account.</summary>
internal static class AdminsApart
{
    /// <summary>Why the setting is not taken; null where it is, or is off. In a demonstration one account is all three.</summary>
    public static Text? Objection(IAccessStorage storage, AccessSettings settings)
    {
        var missing = !settings.AdminsApart ? [] : storage.Read(rows => rows.Mark == Demonstration.Mark ? [] : Missing(rows));
        if (missing.Count == 0)
        {
            return null;
        }
        var (zh, en) = (string.Join('、', missing.Select(p => Terms.Of(p).Zh)), string.Join(", ", missing.Select(Names.Of)));
        string Add(string name, string district) =>
            $"plan-registry user add {name} --role ADMIN --post {Names.Of(missing[0])} --district {district}";
        return new(
            $"三员分立（Access:AdminsApart）要求三个岗位各有一个账户，尚缺{zh}；请先运行{Add("姓名", "区划代码")}，或者以plan-registry user grant为已有的管理员指定岗位。",
            $"Access:AdminsApart needs an account in each of the three posts; there is none in {en}: first run {Add("NAME", "CODE")}, "
                + "or plan-registry user grant for an administrator that there is.");
    }

    /// <summary>Whether nobody else could do what this administrator does.</summary>
    public static bool IsLast(IAccessRows rows, Account account, AccessSettings settings) =>
        account is { Role: Role.Admin, GrantedAt: not null }
        && !rows.Accounts().Any(a => a.Id != account.Id && a is { Role: Role.Admin, IsEnded: false, GrantedAt: not null }
            && (!settings.AdminsApart || account.Post is null || a.Post == account.Post));

    private static List<AdminPost> Missing(IAccessRows rows) => [.. Enum.GetValues<AdminPost>()
        .Except(rows.Accounts().Where(a => a is { Role: Role.Admin, IsEnded: false, GrantedAt: not null, Post: not null })
            .Select(a => a.Post!.Value))];
}
