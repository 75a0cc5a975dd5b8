namespace GraphQLEngine;

/// <summary>Marks a class whose public methods resolve the fields of one type of the schema.</summary>
/// <remarks>
/// A method named <c>ReviewDuties</c> resolves the field <c>reviewDuties</c>. A static class is called as it is; an instance class is taken from the
/// request's services. When <paramref name="typeName"/> names an interface, its methods serve every implementing type that has no resolver of its own.
/// </remarks>
/// <param name="typeName">The name of an object or interface type in the SDL.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResolvesAttribute(string typeName) : Attribute
{
    /// <summary>The name of the type in the SDL.</summary>
    public string TypeName { get; } = typeName;
}

/// <summary>The parameter comes from the request's <see cref="IServiceProvider"/>, by its type.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>Gives the GraphQL name of a method, property, parameter or enum member where it is not the camelCase (UPPER_SNAKE_CASE) form of its C# name.</summary>
/// <param name="name">The name in the SDL.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the SDL.</summary>
    public string Name { get; } = name;
}

/// <summary>A public method of a resolver class that is no resolver.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GraphQLIgnoreAttribute : Attribute;
