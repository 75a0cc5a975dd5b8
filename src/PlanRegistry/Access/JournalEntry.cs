using PlanRegistry.Records;

namespace PlanRegistry.Access;

/// <summary>What the access journal keeps.</summary>
public enum AccessEvent
{
    /// <summary>登录.</summary>
    SignedIn,

    /// <summary>登录失败.</summary>
    SignInFailed,

    /// <summary>退出.</summary>
    SignedOut,

    /// <summary>设置密码.</summary>
    PasswordSet,

    /// <summary>新增账户.</summary>
    UserInvited,

    /// <summary>停用账户.</summary>
    UserEnded,

    /// <summary>重发链接.</summary>
    LinkRenewed,

    /// <summary>签发令牌.</summary>
    TokenMade,

    /// <summary>停用令牌.</summary>
    TokenRevoked,

    /// <summary>打印核验单.</summary>
    CertificatePrinted,

    /// <summary>关联统一认证.</summary>
    ProviderLinked,

    /// <summary>取消关联.</summary>
    ProviderUnlinked,

    /// <summary>启用动态口令.</summary>
    FactorSet,

    /// <summary>停用动态口令.</summary>
    FactorReset,

    /// <summary>导出.</summary>
    Exported,

    /// <summary>更换日历订阅地址.</summary>
    CalendarRenewed,

    /// <summary>授予角色.</summary>
    RoleGranted,

    /// <summary>从备份恢复.</summary>
    Restored,
}

/// <summary>访问日志: who came, failed to, or was given or refused what. Each entry holds the hash of the one before.</summary>
public sealed record JournalEntry
{
    public const string First = "0000000000000000000000000000000000000000000000000000000000000000";

    public required int Seq { get; init; }
    public required DateTimeOffset At { get; init; }
    public required AccessEvent Event { get; init; }

    /// <summary>The account that acted; null where nobody was signed in.</summary>
    public string? Actor { get; init; }

    /// <summary>Its name at the time, or the name that was tried.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The account, token or certificate that it was about; of an export, its lists, how many rows of each, and of which list,
    /// agency or plan; of a calendar, the agency; of a granted role, what was granted.
    /// </summary>
    public string? About { get; init; }
    public DistrictCode? District { get; init; }
    public string? Address { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    /// <summary>The entry with its place in the chain: after this one, or as the first.</summary>
    public static JournalEntry After(JournalEntry? previous, JournalEntry draft)
    {
        var placed = draft with { Seq = (previous?.Seq ?? 0) + 1, PreviousHash = previous?.Hash ?? First };
        return placed with { Hash = placed.Computed };
    }

    /// <summary>The first entry that does not follow from the one before; null when the chain is whole.</summary>
    public static int? Broken(IEnumerable<JournalEntry> inOrder)
    {
        var previous = First;
        var seq = 0;
        foreach (var entry in inOrder)
        {
            if (entry.Seq != ++seq || entry.PreviousHash != previous || entry.Computed != entry.Hash)
            {
                return entry.Seq;
            }
            previous = entry.Hash;
        }
        return null;
    }

    /// <summary>sha256 of what it says and of the entry before.</summary>
    public string Computed
    {
        get
        {
            using var hash = new TextHash();
            hash.Add(PreviousHash).Add($"{Seq}").Add($"{At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}").Add(Event.ToString());
            foreach (var text in (string?[])[Actor, Name, About, District?.Value, Address])
            {
                hash.Add(text);
            }
            return hash.ToHex();
        }
    }
}
