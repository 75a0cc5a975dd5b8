using GraphQLEngine;
using PlanRegistry.Amendments;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Amendments;

public sealed class ApprovedContentNode(BoundContent content, Scope scope)
{
    public int Version => content.Version;
    public ActNode Approval => new(content.Approval, scope);
    public string Hash => content.Hash;
    public DateTimeOffset BoundAt => content.BoundAt;
    public int BoundSeq => content.BoundSeq;
    public bool Holds => content.Holds;
    public IReadOnlyList<ApprovedContentChangeNode> Changed => [.. content.Changed.Select(c => new ApprovedContentChangeNode(c, scope))];
}

public sealed class ApprovedContentChangeNode(ContentChange change, Scope scope)
{
    internal Text Of => RecordNames.Of(change.Record, scope.View);
    internal Text? Column => change.Column is { } column ? new Text(column.Label, column.Name.Replace('_', ' ')) : (Text?)null;
    internal Text? Then => change.Was(scope.View);
    internal Text? Now => change.Became(scope.View);
    internal Text Sentence => change.InWords(scope.View);

    public PartialDate On => change.On;
}

[Resolves("ApprovedContentChange")]
public static class ApprovedContentChangeFields
{
    public static string Record(ApprovedContentChangeNode change, Language? language, [Service] Reader reader) =>
        reader.Told(change.Of, language);

    public static string? Field(ApprovedContentChangeNode change, Language? language, [Service] Reader reader) =>
        change.Column is { } text ? reader.Told(text, language) : null;

    public static string? Was(ApprovedContentChangeNode change, Language? language, [Service] Reader reader) =>
        change.Then is { } text ? reader.Told(text, language) : null;

    public static string? Became(ApprovedContentChangeNode change, Language? language, [Service] Reader reader) =>
        change.Now is { } text ? reader.Told(text, language) : null;

    public static string Words(ApprovedContentChangeNode change, Language? language, [Service] Reader reader) =>
        reader.Told(change.Sentence, language);
}
