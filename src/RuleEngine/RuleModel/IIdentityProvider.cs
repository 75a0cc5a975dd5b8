namespace RuleEngine.RuleModel;

/// <summary>A fact that says which object it is: two facts of one type with equal identities are one fact.</summary>
public interface IIdentityProvider
{
    /// <summary>The identity; compared by Equals within the fact's runtime type.</summary>
    object GetIdentity();
}

/// <summary>A lookup whose keys can be listed.</summary>
public interface IKeyedLookup<TKey, TElement> : ILookup<TKey, TElement>
{
    /// <summary>The keys in the order they first appeared.</summary>
    IEnumerable<TKey> Keys { get; }
}
