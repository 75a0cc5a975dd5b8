using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>An object with a global id.</summary>
public interface INode
{
    string Id { get; }
}

/// <summary>A record as GraphQL shows it: its own columns, with keys turned into the nodes they name.</summary>
public abstract class RecordNode<T>(T row, Scope scope) : INode where T : Record
{
    protected internal T Row { get; } = row;

    internal Scope Scope { get; } = scope;

    public string Id => Scope.IdOf(Row);

    public int Seq => Row.Seq;

    public DateTimeOffset RecordedAt => Calendar.InShanghai(Row.RecordedAt);
}
