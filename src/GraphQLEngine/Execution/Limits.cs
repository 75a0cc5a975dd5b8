namespace GraphQLEngine;

/// <summary>What a request may use. Every limit is on by default; <see cref="None"/> is for trusted documents and conformance runs.</summary>
public sealed record Limits
{
    /// <summary>Bytes of a request body or socket message.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>Lexical tokens in a document, counted while lexing.</summary>
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>Nesting of selection sets, lists, objects and types while parsing, and of JSON.</summary>
    public int MaxNesting { get; init; } = 64;

    /// <summary>Fields in a document as written.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>Depth of fields in an operation, fragments followed, introspection apart.</summary>
    public int MaxDepth { get; init; } = 12;

    /// <summary>Directives in a document.</summary>
    public int MaxDirectives { get; init; } = 50;

    /// <summary>Directives at one place.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;

    /// <summary>Aliases in a document.</summary>
    public int MaxAliases { get; init; } = 50;

    /// <summary>Aliases of the same root field in an operation.</summary>
    public int MaxRootFieldAliases { get; init; } = 10;

    /// <summary>Times the same field coordinate may stand on one path.</summary>
    public int MaxCoordinateRepeats { get; init; } = 3;

    /// <summary>Exceptions from <see cref="MaxCoordinateRepeats"/>, by coordinate (<c>Plan.superiors</c>) or by type (<c>PlanLink</c>).</summary>
    public IReadOnlyDictionary<string, int> CoordinateRepeats { get; init; } = new Dictionary<string, int>();

    /// <summary>Times a list field of the introspection types may be nested in itself.</summary>
    public int MaxIntrospectionListNesting { get; init; } = 1;

    /// <summary>Nesting of <c>ofType</c>.</summary>
    public int MaxOfTypeNesting { get; init; } = 16;

    /// <summary>Fragment spreads followed while validating and measuring one operation.</summary>
    public int MaxFragmentVisits { get; init; } = 1_000;

    /// <summary>Pairs of fields compared by the rule on overlapping fields.</summary>
    public int MaxFieldComparisons { get; init; } = 100_000;

    /// <summary>Validation errors after which validation stops.</summary>
    public int MaxValidationErrors { get; init; } = 5;

    /// <summary>Nodes that the page sizes of an operation multiply to.</summary>
    public int MaxNodes { get; init; } = 50_000;

    /// <summary>Field cost of an operation.</summary>
    public double MaxFieldCost { get; init; } = 50_000;

    /// <summary>Type cost of an operation.</summary>
    public double MaxTypeCost { get; init; } = 5_000;

    /// <summary>How long an operation may run; zero is no limit.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests in one HTTP body; 0 refuses arrays.</summary>
    public int MaxBatch { get; init; }

    /// <summary>Operations at once on one socket.</summary>
    public int MaxSocketOperations { get; init; } = 100;

    /// <summary>How long a socket may wait before <c>connection_init</c>; then it is closed with 4408.</summary>
    public TimeSpan SocketInitTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a socket's client may leave one message unread by its network; then the connection is cut.</summary>
    public TimeSpan SocketSendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>No limit but nesting (256), comparisons and fragment visits, which protect the process itself.</summary>
    public static Limits None { get; } = new()
    {
        MaxBodyBytes = 16 * 1024 * 1024, MaxTokens = int.MaxValue, MaxNesting = 256, MaxFields = int.MaxValue, MaxDepth = int.MaxValue, MaxDirectives = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue, MaxAliases = int.MaxValue, MaxRootFieldAliases = int.MaxValue, MaxCoordinateRepeats = int.MaxValue,
        MaxIntrospectionListNesting = int.MaxValue, MaxOfTypeNesting = int.MaxValue, MaxFragmentVisits = 100_000, MaxFieldComparisons = 10_000_000, MaxValidationErrors = 1_000,
        MaxNodes = int.MaxValue, MaxFieldCost = double.MaxValue, MaxTypeCost = double.MaxValue, Timeout = TimeSpan.Zero, MaxBatch = 0,
    };
}
