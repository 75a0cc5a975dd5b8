using System.Reflection;

namespace GraphQLEngine.Binding;

/// <summary>How C# names become GraphQL names.</summary>
internal static class Naming
{
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    public static string Of(MemberInfo member) => Camel(member.Name);

    public static string Of(ParameterInfo parameter) => Camel(parameter.Name!);

    /// <summary>InForce becomes IN_FORCE; a name that is upper case already stays.</summary>
    public static string OfEnumMember(FieldInfo member)
    {
        var name = member.Name;
        if (name.All(character => !char.IsLower(character)))
            return name;
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))) && name[i - 1] != '_';
            if (startsWord)
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }

    /// <summary>A CLR type as C# writes it, for messages.</summary>
    public static string Show(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Show(underlying)}?";
        if (type.IsArray)
            return $"{Show(type.GetElementType()!)}[]";
        if (!type.IsGenericType)
        {
            return Type.GetTypeCode(type) switch
            {
                TypeCode.Int32 when !type.IsEnum => "int",
                TypeCode.Int64 when !type.IsEnum => "long",
                TypeCode.String => "string",
                TypeCode.Boolean => "bool",
                TypeCode.Double => "double",
                TypeCode.Decimal => "decimal",
                _ => type == typeof(object) ? "object" : type.Name,
            };
        }
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>";
    }

    public static string Show(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
