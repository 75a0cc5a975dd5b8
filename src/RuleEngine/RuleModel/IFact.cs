namespace RuleEngine.RuleModel;

/// <summary>An object the engine knows: inserted, yielded by a rule, or made by a query.</summary>
public interface IFact
{
    /// <summary>The runtime type of the value.</summary>
    Type Type { get; }

    /// <summary>The object itself.</summary>
    object? Value { get; }

    /// <summary>Where the fact comes from; null for a fact inserted from outside.</summary>
    IFactSource? Source { get; }
}

/// <summary>A fact as one pattern of a rule matched it.</summary>
public interface IFactMatch : IFact
{
    /// <summary>The pattern's alias and declared type.</summary>
    Declaration Declaration { get; }
}

/// <summary>How a fact that was not inserted from outside came to be.</summary>
public enum FactSourceType
{
    /// <summary>A query aggregated it.</summary>
    Aggregate = 1,

    /// <summary>A rule yielded it.</summary>
    Linked = 2,
}

/// <summary>The facts a derived fact rests on: follow it to answer "why".</summary>
public interface IFactSource
{
    /// <summary>Aggregated or yielded.</summary>
    FactSourceType SourceType { get; }

    /// <summary>The facts it was derived from, in pattern order.</summary>
    IEnumerable<IFact> Facts { get; }
}

/// <summary>The name and type under which a pattern's fact is known to the rule.</summary>
/// <param name="Name">The alias, for example <c>plan</c>.</param>
/// <param name="Type">The declared type, for example <c>Plan</c>.</param>
public sealed record Declaration(string Name, Type Type)
{
    /// <summary>The whole name, as it is written in messages.</summary>
    public string FullName => Name;
}
