using GraphQLEngine;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>What a capability adds to the schema: the C# behind its types and fields, and the nodes of its records.</summary>
internal sealed record Capability(Action<SchemaBinding> Bind, params IReadOnlyList<NodeType> Nodes);

/// <summary>A record type and how GraphQL shows it.</summary>
/// <param name="Name">The type's name in the schema.</param>
internal sealed record NodeType(Type Record, string Name, Func<Record, Scope, INode?> Show)
{
    public static NodeType Of<T>(string name, Func<T, Scope, INode?> show) where T : Record =>
        new(typeof(T), name, (record, scope) => show((T)record, scope));
}
