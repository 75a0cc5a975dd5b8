namespace GraphQLEngine;

/// <summary>A custom scalar. Derive from <see cref="Scalar{T}"/>.</summary>
public abstract class Scalar
{
    private protected Scalar(string name, Type clrType) => (Name, ClrType) = (name, clrType);

    /// <summary>The name of the scalar in the SDL.</summary>
    internal string Name { get; }

    /// <summary>The CLR type of its values.</summary>
    internal Type ClrType { get; }

    internal abstract object ParseObject(InputValue value);
}

/// <summary>A custom scalar whose values have the CLR type <typeparamref name="T"/> (specification: Scalars).</summary>
/// <typeparam name="T">A value type or an immutable class; resolvers and arguments use it directly.</typeparam>
/// <param name="name">The name of the scalar in the SDL.</param>
public abstract class Scalar<T>(string name) : Scalar(name, typeof(T))
    where T : notnull
{
    /// <summary>Turns a literal of the document or a JSON value of the variables into a value. Never sees null.</summary>
    /// <exception cref="GraphQLException">The value does not fit; its message is shown, and the argument or variable is named by the engine.</exception>
    public abstract T Parse(InputValue value);

    /// <summary>Writes exactly one JSON value.</summary>
    /// <exception cref="GraphQLException">The value cannot be represented; the field becomes an execution error.</exception>
    public abstract void Write(T value, JsonOutput output);

    internal override object ParseObject(InputValue value) => Parse(value);
}
