using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Access;

/// <summary>The section Access of the configuration: how long things hold, and what a password must be. 本系统默认.</summary>
public sealed record AccessSettings
{
    private const string Section = "Access";

    private static readonly SortedDictionary<string, Func<AccessSettings, IConfigurationSection, AccessSettings>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["IdleMinutes"] = (a, s) => a with { Idle = TimeSpan.FromMinutes(s.Whole(5, 1440)) },
            ["SessionHours"] = (a, s) => a with { Longest = TimeSpan.FromHours(s.Whole(1, 168)) },
            ["LinkHours"] = (a, s) => a with { Link = TimeSpan.FromHours(s.Whole(1, 720)) },
            ["Provider"] = (a, s) => a with { Provider = ProviderSettings.Read(s) },
            ["SecondFactorRoles"] = (a, s) => a with { SecondFactorRoles = Roles(s) },
            ["PasswordLength"] = (a, s) => a with { PasswordLength = s.Whole(8, 64) },
            ["PasswordKinds"] = (a, s) => a with { PasswordKinds = s.Whole(1, 4) },
            ["PasswordHistory"] = (a, s) => a with { PasswordHistory = s.Whole(0, 12) },
            ["PasswordDays"] = (a, s) => a with { PasswordDays = s.Whole(0, 730) },
            ["AdminsApart"] = (a, s) => a with { AdminsApart = s.Flag() },
        };

    /// <summary>A session in which nothing is asked ends after it.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>After it a session ends, whatever is done in it.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);

    public TimeSpan Link { get; init; } = TimeSpan.FromHours(72);

    /// <summary>In characters, at least.</summary>
    public int PasswordLength { get; init; } = 12;

    /// <summary>Of small letters, capitals, digits and all else, so many kinds of characters at least.</summary>
    public int PasswordKinds { get; init; } = 1;

    /// <summary>So many of the last passwords, the present one among them, are not chosen again.</summary>
    public int PasswordHistory { get; init; } = 1;

    /// <summary>So many days a password is good for; 0: for ever.</summary>
    public int PasswordDays { get; init; }

    /// <summary>三员分立: the work of ADMIN is divided by <see cref="AdminPost"/>.</summary>
    public bool AdminsApart { get; init; }

    /// <summary>The last day, in Asia/Shanghai, on which one signs in by the account's password and changes nothing; null: any.</summary>
    public DateOnly? LastDayOf(Account account) => PasswordDays > 0 && account.PasswordSetAt is { } at
        ? Calendar.DayOf(at).AddDays(PasswordDays) : null;

    /// <summary>Who must have a second factor; others may.</summary>
    public IReadOnlyList<Role> SecondFactorRoles { get; init; } = [];

    /// <summary>Whose accounts may sign in beside our own; null: nobody's.</summary>
    public ProviderSettings? Provider { get; init; }

    private static List<Role> Roles(IConfigurationSection setting)
    {
        List<Role> roles = [];
        foreach (var name in (setting.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles.Add(Names.TryParse<Role>(name, out var role) && role is not (Role.Public or Role.Operator)
                ? role : throw Settings.Wrong(setting, "a list of roles, as ADMIN,FINANCE"));
        }
        return roles;
    }

    /// <summary>As the server reads them: beside the program, and from the environment, which wins.</summary>
    public static AccessSettings OfTheProgram() => Read(new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build());

    public static AccessSettings Read(IConfiguration configuration) => configuration.GetSection(Section).Read(new AccessSettings(), Known);
}
