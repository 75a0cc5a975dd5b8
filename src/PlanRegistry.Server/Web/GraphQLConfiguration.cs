using GraphQLEngine;
using GraphQLEngine.Http;
using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Web;

/// <summary>Who may read the schema by introspection.</summary>
public enum IntrospectionAccess
{
    All,

    /// <summary>Whoever is signed in, a program by its token, and the operator of a server without accounts; not the public.</summary>
    SignedIn,
    None,
}

/// <summary>
/// The section GraphQL of the configuration: appsettings.json beside the program, or the environment, as GraphQL__Limits__MaxDepth=12.
/// </summary>
public sealed record GraphQLConfiguration
{
    private const string Section = "GraphQL";

    private static readonly SortedDictionary<string, Func<GraphQLConfiguration, IConfigurationSection, GraphQLConfiguration>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Limits"] = (c, s) => c with { Limits = s.Read(c.Limits, LimitSettings.Known) },
            ["Introspection"] = (c, s) => c with
            {
                Introspection = s.OneOf(("ALL", IntrospectionAccess.All), ("SIGNED_IN", IntrospectionAccess.SignedIn),
                    ("NONE", IntrospectionAccess.None)),
            },
            ["AllowEmptySelections"] = (c, s) => c with { AllowEmptySelections = s.Flag() },
            ["HttpStatusDraft"] = (c, s) => c with
            {
                Http = c.Http with
                {
                    StatusCodes = s.OneOf(("ESTABLISHED", HttpStatusCodes.Established), ("2026", HttpStatusCodes.Draft2026)),
                },
            },
            ["KeptMegabytes"] = (c, s) => c with { KeptMegabytes = s.Whole(64, 1_000_000) },
            ["MaxEventStreams"] = (c, s) => c with { MaxEventStreams = s.Whole(1, 100_000) },
            ["PersistedQueries"] = (c, s) => c with { Http = c.Http with { PersistedQueries = s.Whole(0, 100_000) } },
            ["TrustedDocuments"] = (c, s) => c with { Http = c.Http with { TrustedDocuments = Folder(s) } },
            ["TrustedDocumentsOnly"] = (c, s) => c with { Http = c.Http with { TrustedDocumentsOnly = s.Flag() } },
        };

    /// <summary>The engine's, but for what the contract's own walks up and down the hierarchy need.</summary>
    public Limits Limits { get; init; } = new()
    {
        CoordinateRepeats = new Dictionary<string, int> { ["Plan.superiors"] = 8, ["Plan.subordinates"] = 8, ["PlanLink"] = 8 },
        MaxDepth = 20,
    };

    public GraphQLHttpOptions Http { get; init; } = new();

    public IntrospectionAccess Introspection { get; init; } = IntrospectionAccess.SignedIn;

    public bool AllowEmptySelections { get; init; }

    /// <summary>How much memory what was read and judged may take, all of it together.</summary>
    public int KeptMegabytes { get; init; } = Kept.DefaultMegabytes;

    /// <summary>How many event streams may be open at once; sockets are bounded by themselves.</summary>
    public int MaxEventStreams { get; init; } = 1_000;

    /// <exception cref="SettingException">A key is unknown, or a value out of its range.</exception>
    public static GraphQLConfiguration Read(IConfiguration configuration)
    {
        var read = configuration.GetSection(Section).Read(new GraphQLConfiguration(), Known);
        return read.Http is { TrustedDocumentsOnly: true, TrustedDocuments: null }
            ? throw new SettingException(
                $"{Section}:TrustedDocumentsOnly is true; allowed is that only with "
                    + $"{Section}:TrustedDocuments, a folder of .graphql files.")
            : read;
    }

    /// <summary>Whether this request may introspect: asked for each one, since the caller's role counts.</summary>
    public bool AllowsIntrospection(GraphQLRequest request) => Introspection == IntrospectionAccess.All
        || (Introspection == IntrospectionAccess.SignedIn && request.Services?.GetService<Caller>() is { Role: not Role.Public });

    /// <summary>Whether GraphiQL opens: to the public only where it may introspect.</summary>
    public bool AllowsGraphiQL(Caller caller) => Introspection == IntrospectionAccess.All || caller.Role != Role.Public;

    private static TrustedDocuments Folder(IConfigurationSection setting)
    {
        if (string.IsNullOrWhiteSpace(setting.Value) || !Directory.Exists(setting.Value))
        {
            throw Settings.Wrong(setting, "a folder of .graphql files that is there");
        }
        try
        {
            return TrustedDocuments.FromFolder(setting.Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Settings.Wrong(setting, $"a folder that can be read ({e.Message.TrimEnd('.')})");
        }
    }
}
