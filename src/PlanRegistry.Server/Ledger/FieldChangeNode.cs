using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

/// <param name="column">The field.</param>
/// <param name="was">The record as it was, and the view in which it names others; no record where there was none.</param>
/// <param name="became">The same of what it became.</param>
public sealed class FieldChangeNode(Column column, (Record? Record, RegistryView In) was, (Record? Record, RegistryView In) became)
{
    /// <summary>A column's English name is its own.</summary>
    internal Text Words => new(column.Label, column.Name.Replace('_', ' '));
    internal Text? Before => was.Record is { } record ? RecordNames.Of(column, record, was.In) : null;
    internal Text? Now => became.Record is { } record ? RecordNames.Of(column, record, became.In) : null;

    public string Field => Names.Camel(column.Name);
}

[Resolves("FieldChange")]
public static class FieldChangeFields
{
    public static string Label(FieldChangeNode field, Language? language, [Service] Reader reader) => reader.Told(field.Words, language);

    public static string? Was(FieldChangeNode field, Language? language, [Service] Reader reader) =>
        field.Before is { } text ? reader.Told(text, language) : null;

    public static string? Became(FieldChangeNode field, Language? language, [Service] Reader reader) =>
        field.Now is { } text ? reader.Told(text, language) : null;
}
