using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>The GraphQL type of each record type: the record's own name, but for stubs, which show as plans.</summary>
public static class NodeTypes
{
    private static readonly Dictionary<Type, string> Names = RecordShape.All.ToDictionary(s => s.Type, s => s.Type == typeof(SuperiorPlan) ? nameof(Plan) : s.Type.Name);

    public static string NameOf(Type record) => Names[record];

    /// <summary>The table of a GraphQL type; null for types that are no records.</summary>
    public static string? TableOf(string type) => RecordShape.All.FirstOrDefault(s => s.Type.Name == type)?.Table;
}
