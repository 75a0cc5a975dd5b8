using System.Reflection;
using GraphQLEngine;
using GraphQLEngine.Http;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Tests.Habits;

/// <summary>
/// Resolvers, nodes, payloads and inputs know the GraphQL engine by its attributes and exceptions
/// alone, and so does everything that they call: to serve them by HotChocolate is to write the binding
/// anew. The domain and the rules cannot see the engine (<see cref="ProjectReferenceTests"/>).
/// </summary>
public sealed class EngineFenceTests
{
    /// <summary>What binds the registry to the engine: the schema and its scalars, the settings, the way in over HTTP.</summary>
    private static readonly Type[] Server = typeof(RegistrySchema).Assembly.GetTypes();

    private static readonly HashSet<string> Binding =
    [
        "RegistrySchema", "DateScalar", "DateTimeScalar", "DecimalScalar",
        "GraphQLConfiguration", "LimitSettings", "GraphQLEndpoint", "WebHost", nameof(Capability),
        // The one Bind of each capability.
        .. Server.Where(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Any(p => p.PropertyType == typeof(Capability))).Select(type => type.Name),
    ];

    private static bool IsFenced(Type type) =>
        type.Assembly == typeof(Schema).Assembly && !type.IsSubclassOf(typeof(Attribute)) && !type.IsSubclassOf(typeof(Exception));

    private static bool IsBinding(Type type) => type.DeclaringType is { } outer ? IsBinding(outer) : Binding.Contains(type.Name);

    [Fact]
    public void Only_the_binding_touches_the_engine_beyond_attributes_and_exceptions() =>
        Fence.Breaches(Server.Where(type => !IsBinding(type)), IsFenced)
            .Should().BeEmpty("{0} bind the registry to the engine, and nothing else does", string.Join(", ", Binding));

    [Fact]
    public void Each_type_of_the_binding_touches_the_engine_and_resolves_nothing()
    {
        foreach (var name in Binding)
        {
            var types = Server.Where(type => IsBinding(type) && Outermost(type).Name == name).ToList();
            Fence.Breaches(types, IsFenced).Should().NotBeEmpty("{0} needs no leave otherwise", name);
            types
                .Should().NotContain(
                    type => type.IsDefined(typeof(ResolvesAttribute), false) || type.IsAssignableTo(typeof(INode))
                        || type.IsAssignableTo(typeof(CommandInput)) || type.IsSubclassOf(typeof(Payload)));
        }
    }

    [Fact]
    public void Whatever_reaches_over_the_fence_is_named() =>
        Fence.Breaches([typeof(BadFields), .. typeof(BadFields).GetNestedTypes(BindingFlags.NonPublic)], IsFenced).Should().Equal(
            "BadFields..ctor: Scalar`1",
            "BadFields..ctor: TrustedDocuments",
            "BadFields.Argument: InputValue",
            "BadFields.Lambda: EngineOptions",
            "BadFields.Lambda: Limits",
            "BadFields.Parse: InputValue",
            "BadFields.Result: GraphQLRequest",
            "BadFields.Walk: Limits",
            "BadFields.Write: JsonOutput",
            "BadFields.Write: TrustedDocuments",
            "BadFields.documents: TrustedDocuments",
            "BadFields: Scalar`1");

    // A resolver as it must not be. What it may do stands among what it may not: the attributes, an exception, a code.
    [Resolves("Bad")]
    private sealed class BadFields(TrustedDocuments documents) : Scalar<int>("Bad")
    {
        private readonly TrustedDocuments documents = documents;

        public static string Argument(List<InputValue[]> values, [Service] IServiceProvider services) =>
            values.Count > 0 ? "" : throw new GraphQLRequestException("None.", ErrorCodes.NotFound);

        public static Func<GraphQLRequest>? Result() => null;

        public static IEnumerable<int> Lambda(int[] numbers) => numbers.Where(number => new EngineOptions().Limits.MaxDepth > number);

        public static IEnumerable<int> Walk()
        {
            yield return Limits.None.MaxDepth;
        }

        public override int Parse(InputValue value) => 0;

        public override void Write(int value, JsonOutput output) => _ = documents;
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
