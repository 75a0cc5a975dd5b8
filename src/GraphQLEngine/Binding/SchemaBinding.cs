using System.Reflection;

namespace GraphQLEngine;

/// <summary>Says which C# code stands behind the SDL. Given to the callback of <see cref="Schema.Build(IEnumerable{SdlDocument}, Action{SchemaBinding}, EngineOptions?)"/>.</summary>
public sealed class SchemaBinding
{
    internal SchemaBinding()
    {
    }

    internal Dictionary<string, Type> ClrTypes { get; } = [];

    internal List<(string TypeName, Type Class)> ResolverClasses { get; } = [];

    internal Dictionary<string, Scalar> Scalars { get; } = [];

    internal List<(string Coordinate, ArgumentValidator Validator)> Validators { get; } = [];

    internal List<string> Faults { get; } = [];

    /// <summary>The CLR type of the values of an object type, and so the concrete type of these values behind interfaces and unions.</summary>
    /// <remarks>
    /// Fields without a resolver method are read from its public properties and parameterless methods. Subclasses count as the type unless bound themselves.
    /// </remarks>
    /// <typeparam name="T">A class or record; a struct works and is boxed once per value.</typeparam>
    /// <param name="typeName">The object type, interface or union in the SDL; binding an interface or union only checks the CLR types of the fields that have it.</param>
    public SchemaBinding Type<T>(string typeName) => Type(typeName, typeof(T));

    /// <inheritdoc cref="Type{T}(string)"/>
    /// <param name="typeName">The type in the SDL.</param>
    /// <param name="clrType">The CLR type of its values.</param>
    public SchemaBinding Type(string typeName, Type clrType)
    {
        if (!ClrTypes.TryAdd(typeName, clrType))
            Faults.Add($"{typeName} is bound twice, to {ClrTypes[typeName].Name} and to {clrType.Name}.");
        return this;
    }

    /// <summary>Adds a class marked <see cref="ResolvesAttribute"/>.</summary>
    /// <param name="resolverClass">A static class, or a class that the request's services can provide.</param>
    public SchemaBinding Resolvers(Type resolverClass)
    {
        var marks = resolverClass.GetCustomAttributes<ResolvesAttribute>(inherit: false).ToList();
        if (marks.Count == 0)
            Faults.Add($"{resolverClass.Name} has resolvers but no [Resolves(\"TypeName\")].");
        ResolverClasses.AddRange(marks.Select(mark => (mark.TypeName, resolverClass)));
        return this;
    }

    /// <summary>Adds every class of an assembly that is marked <see cref="ResolvesAttribute"/>.</summary>
    public SchemaBinding ResolversOf(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type.IsDefined(typeof(ResolvesAttribute), inherit: false)).OrderBy(type => type.FullName, StringComparer.Ordinal))
            Resolvers(type);
        return this;
    }

    /// <summary>Gives a scalar of the SDL its coercion.</summary>
    public SchemaBinding Scalar(Scalar scalar)
    {
        if (!Scalars.TryAdd(scalar.Name, scalar))
            Faults.Add($"{scalar.Name} is bound to two scalars.");
        return this;
    }

    /// <summary>Checks an argument after coercion and before anything runs; a refusal is a request error that names the argument. Null values are not checked.</summary>
    /// <typeparam name="T">The CLR type of the argument in its resolver, without Nullable.</typeparam>
    /// <param name="coordinate">A schema coordinate such as <c>Query.district(code:)</c>.</param>
    /// <param name="validate">Returns null, or what is wrong as a sentence.</param>
    public SchemaBinding Argument<T>(string coordinate, Func<T, string?> validate)
    {
        Validators.Add((coordinate, new ArgumentValidator(typeof(T), value => value is T typed ? validate(typed) : null)));
        return this;
    }
}

internal sealed record ArgumentValidator(Type ClrType, Func<object, string?> Validate);
