namespace GraphQLEngine;

/// <summary>An argument or input field whose absence differs from an explicit <c>null</c> (specification: Coercing Field Arguments, Input Objects).</summary>
/// <typeparam name="T">The CLR type of the value when it is there.</typeparam>
/// <param name="value">The value given, possibly null.</param>
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    /// <summary>False when the client left the argument or input field out and it has no default.</summary>
    public bool HasValue { get; } = true;

    /// <summary>The value, or the default of <typeparamref name="T"/> when there is none.</summary>
    public T Value { get; } = value;

    /// <summary>The value, or <paramref name="fallback"/> when the client left it out.</summary>
    public T Or(T fallback) => HasValue ? Value : fallback;

    /// <summary>A value is an optional that is there.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, Value) : 0;

    /// <summary>Equality of presence and value.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Inequality of presence or value.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
