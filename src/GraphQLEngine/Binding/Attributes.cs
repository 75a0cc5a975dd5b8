namespace GraphQLEngine;

/// <summary>Marks a class whose public methods resolve the fields of one type of the schema.</summary>
/// <remarks>
/// A method named <c>ReviewDuties</c> resolves the field <c>reviewDuties</c>. A static class is called as it is; an instance class is taken from the
/// request's services.
/// </remarks>
/// <param name="typeName">The name of an object type in the SDL.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResolvesAttribute(string typeName) : Attribute
{
    /// <summary>The name of the type in the SDL.</summary>
    public string TypeName { get; } = typeName;
}

/// <summary>The parameter comes from the request's <see cref="IServiceProvider"/>, by its type.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
