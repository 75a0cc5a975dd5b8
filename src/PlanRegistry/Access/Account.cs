using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Access;

/// <summary>账户: a person who uses the registry, in one role, for one district.</summary>
public sealed record Account
{
    /// <summary>Stays the same when the name changes; what ledger entries name.</summary>
    public required string Id { get; init; }

    /// <summary>姓名: as the person signs in, and as ledger entries show it.</summary>
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required DistrictCode District { get; init; }

    /// <summary>单位: of a department's account, whose plans it sees.</summary>
    public string? Agency { get; init; }

    /// <summary>管理岗位: of an administrator, where the three are apart.</summary>
    public AdminPost? Post { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>授权: when role and scope were given; null as long as they are only asked for.</summary>
    public DateTimeOffset? GrantedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>When the password was chosen; kept beside the account.</summary>
    public DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>移交: the account that goes on with the work of one that was ended.</summary>
    public string? Successor { get; init; }

    /// <summary>What the provider calls the person; kept beside the account.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether a code is asked for after the password; kept beside the account.</summary>
    public bool HasFactor { get; init; }

    public bool IsEnded => EndedAt is not null;

    /// <summary>Two spellings of one name are one name.</summary>
    public string NameKey => TitleKey.Of(Name);

    public Key<Agency>? AgencyKey => Agency is { } code ? new Key<Agency>(District, code) : null;

    public Actor Actor => new(Id, Name, Names.Of(Role));
}

/// <summary>登录会话: where an account is signed in. What the browser holds is its secret; here is the sha256 of it.</summary>
public sealed record AccessSession
{
    public required string Hash { get; init; }
    public required string Account { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>To the minute.</summary>
    public required DateTimeOffset SeenAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the provider vouched for the person, and no password was asked for.</summary>
    public bool IsByProvider { get; init; }

    /// <summary>When the account had signed in before that.</summary>
    public DateTimeOffset? PreviousAt { get; init; }
    public string? Address { get; init; }

    /// <summary>What the browser says of itself.</summary>
    public string? Agent { get; init; }
}

/// <summary>令牌: with which a program uses the registry, in one role, until a day.</summary>
public sealed record MachineToken
{
    public required string Id { get; init; }
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required DistrictCode District { get; init; }
    public string? Agency { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>As somebody who acts.</summary>
    public Account Acting => new()
    {
        Id = Id, Name = Name, Role = Role, District = District, Agency = Agency, MadeAt = MadeAt, GrantedAt = MadeAt, EndedAt = EndedAt,
    };
}

/// <summary>一次性链接: with which an account chooses its password.</summary>
public sealed record InvitationLink
{
    public required string Hash { get; init; }
    public required string Account { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>An account of the provider (统一认证), linked to one of ours.</summary>
public sealed record ProviderIdentity(string Issuer, string Subject, string Account, DateTimeOffset LinkedAt);

/// <summary>动态口令: what a device makes codes from, protected; it counts once a code has confirmed it.</summary>
public sealed record SecondFactor
{
    public required string Account { get; init; }
    public required string Secret { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Half minutes since 1970, of the last code that counted.</summary>
    public long LastStep { get; init; }
}

/// <summary>Failed attempts to sign in under one name, from one place or from all.</summary>
public sealed record SignInFailures(string Key, int Count, DateTimeOffset LastAt);
