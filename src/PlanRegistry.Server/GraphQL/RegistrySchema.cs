using System.Reflection;
using GraphQLEngine;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>Binds the contract in schema/graphql to the nodes and fields of the capabilities.</summary>
public static class RegistrySchema
{
    public static Schema Build(EngineOptions? options = null) => Schema.Build(Documents(), Bind, options);

    /// <summary>The files of schema/graphql, embedded.</summary>
    public static IReadOnlyList<SdlDocument> Documents()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".graphql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new SdlDocument(name, reader.ReadToEnd());
        })];
    }

    /// <summary>The same as texts, for who reads what the contract says.</summary>
    internal static IEnumerable<string> Texts() => Documents().Select(d => d.Text);

    private static void Bind(SchemaBinding binding)
    {
        binding.Scalar(new DateScalar()).Scalar(new DateTimeScalar()).Scalar(new DecimalScalar())
            .Type<INode>("Node").Type<PageInfo>("PageInfo").Type<Problem>("Problem")
            .Resolvers(typeof(NodeFields)).Resolvers(typeof(ProblemFields));
        foreach (var capability in Capabilities.All)
        {
            capability.Bind(binding);
        }
    }

    internal static SchemaBinding Connection<T>(this SchemaBinding binding, string type) =>
        binding.Type<Connection<T>>(type + "Connection").Type<Edge<T>>(type + "Edge");

    internal static SchemaBinding Payload<T>(this SchemaBinding binding) where T : Payload => binding.Type<T>(typeof(T).Name);

    /// <summary>An argument that is a district's code.</summary>
    internal static SchemaBinding District(this SchemaBinding binding, string coordinate) => binding.Argument<string>(coordinate,
        code => DistrictCode.TryParse(code, out _) ? null : $"\"{code}\" is no district code: six digits of GB/T 2260, like \"500154\".");
}
