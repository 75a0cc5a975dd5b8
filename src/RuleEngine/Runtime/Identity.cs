using System.Collections.Concurrent;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>Decides which objects are one fact.</summary>
public interface IFactIdentityComparer : IEqualityComparer<object>
{
    /// <summary>The comparer for facts of one type.</summary>
    IEqualityComparer<TFact> GetComparer<TFact>();
}

/// <summary>Comparers that decide which objects are one fact.</summary>
public class FactIdentityComparerRegistry
{
    private readonly Dictionary<Type, IEqualityComparer<object>> _comparers = [];

    /// <summary>Compares facts of types without a comparer of their own; by <see cref="IIdentityProvider"/>, else by Equals, unless set.</summary>
    public IEqualityComparer<object> DefaultFactIdentityComparer { get; set; } = new DefaultIdentity();

    /// <summary>Registers the comparer for facts whose runtime type is exactly <typeparamref name="TFact"/>.</summary>
    public void RegisterComparer<TFact>(IEqualityComparer<TFact> comparer) => _comparers[typeof(TFact)] = new TypedIdentity<TFact>(comparer);

    internal IFactIdentityComparer Build() => new FactIdentityComparer(new Dictionary<Type, IEqualityComparer<object>>(_comparers), DefaultFactIdentityComparer);

    private sealed class DefaultIdentity : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y) => x is IIdentityProvider a && y is IIdentityProvider b
            ? Equals(a.GetIdentity(), b.GetIdentity())
            : object.Equals(x, y);

        public int GetHashCode(object fact) => fact is IIdentityProvider provider ? provider.GetIdentity().GetHashCode() : fact.GetHashCode();
    }

    private sealed class TypedIdentity<TFact>(IEqualityComparer<TFact> comparer) : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y) => comparer.Equals((TFact?)x, (TFact?)y);

        public int GetHashCode(object fact) => comparer.GetHashCode((TFact)fact);
    }
}

/// <summary>Immutable after the compilation, so that sessions on several threads may share it.</summary>
internal sealed class FactIdentityComparer(IReadOnlyDictionary<Type, IEqualityComparer<object>> comparers, IEqualityComparer<object> fallback)
    : IFactIdentityComparer
{
    public IEqualityComparer<object> For(Type type) => comparers.GetValueOrDefault(type) ?? fallback;

    public IEqualityComparer<TFact> GetComparer<TFact>() => EqualityComparer<TFact>.Create(
        (x, y) => Equals(x, y), x => GetHashCode(x!));

    public new bool Equals(object? x, object? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.GetType() == y.GetType() && For(x.GetType()).Equals(x, y));

    public int GetHashCode(object fact) => For(fact.GetType()).GetHashCode(fact);
}
