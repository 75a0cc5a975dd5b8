using System.Reflection;
using System.Text;

namespace GraphQLEngine.Tests;

/// <summary>The public API is what PublicApi.approved.txt says: a change to it is a decision.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_approved_one() => Approved.Matches("PublicApi.approved.txt", Describe(typeof(Schema).Assembly));

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is not MethodInfo { IsSpecialName: true } and not Type && !member.Name.Contains('<') && member.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "value__"))
                .Select(Describe).Order(StringComparer.Ordinal);
            foreach (var member in members)
                text.Append("  ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string Describe(MemberInfo member) => member switch
    {
        MethodInfo method => $"{Show(method.ReturnType)} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => $"{Show(parameter.ParameterType)} {parameter.Name}"))})",
        ConstructorInfo constructor => $"new({string.Join(", ", constructor.GetParameters().Select(parameter => $"{Show(parameter.ParameterType)} {parameter.Name}"))})",
        PropertyInfo property => $"{Show(property.PropertyType)} {property.Name} {{ {(property.GetMethod?.IsPublic == true ? "get; " : "")}{(property.SetMethod?.IsPublic == true ? "set; " : "")}}}",
        FieldInfo field => $"{Show(field.FieldType)} {field.Name}",
        _ => member.ToString()!,
    };

    private static string Show(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>"
        : type.Name;
}
