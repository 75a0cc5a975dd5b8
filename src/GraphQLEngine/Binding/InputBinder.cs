using System.Reflection;
using GraphQLEngine.Types;

namespace GraphQLEngine.Binding;

/// <summary>Finds the converter for a pair of input type and CLR type, or names what does not fit.</summary>
internal sealed class InputBinder(List<string> faults)
{
    private readonly Dictionary<(GraphQLType, Type), InputConverter?> _known = [];

    /// <summary>For an argument or input field; the coordinate is for messages.</summary>
    public InputConverter? For(InputValueDefinition definition, Type clrType)
    {
        var mustTakeNull = !definition.Type.IsNonNull && definition.DefaultValue is null;
        if (mustTakeNull && clrType.IsValueType && Nullable.GetUnderlyingType(clrType) is null)
        {
            faults.Add($"{definition.Coordinate}: is nullable, but {Naming.Show(clrType)} takes no null; use {Naming.Show(clrType)}?.");
            return null;
        }
        return For(definition.Type, clrType, definition.Coordinate, definition.DefaultValue);
    }

    private InputConverter? For(GraphQLType type, Type clrType, string coordinate, Language.ValueNode? defaultValue = null)
    {
        if (type is NonNullType nonNull)
            return For(nonNull.Inner, clrType, coordinate) is { } required ? new NonNullConverter(required, type) : null;
        var bare = Nullable.GetUnderlyingType(clrType) ?? clrType;
        if (!_known.TryGetValue((type, bare), out var converter))
        {
            converter = Create(type, bare, coordinate);
            _known.TryAdd((type, bare), converter);
        }
        if (converter is null)
            return null;
        // An explicit null for an argument with a default means the default where the CLR type has no null.
        var ifNull = bare.IsValueType && bare == clrType ? defaultValue is null ? Activator.CreateInstance(bare) : converter.Convert(defaultValue) : null;
        return new NullableConverter(converter, ifNull);
    }

    private InputConverter? Create(GraphQLType type, Type clrType, string coordinate)
    {
        var converter = type switch
        {
            ListType list => List(list, clrType, coordinate),
            ScalarType { Coercion: CustomScalar custom } when clrType.IsAssignableFrom(custom.Scalar.ClrType) => new CustomScalarConverter(custom.Scalar),
            ScalarType scalar => ScalarConverter.For(scalar.Name, clrType) is { } convert ? new ScalarConverter(scalar, convert) : null,
            EnumType @enum => Enum(@enum, clrType, coordinate),
            InputObjectType input => InputObject(input, clrType),
            _ => null,
        };
        if (converter is null)
            faults.Add($"{coordinate}: {Naming.Show(clrType)} does not fit the type {type}.");
        return converter;
    }

    private InputConverter? List(ListType list, Type clrType, string coordinate)
    {
        if (!InputObjectConverter.IsList(clrType, out var itemType))
            return null;
        var items = For(list.Inner, itemType, coordinate);
        return items is null ? null : new ListConverter(itemType, items, clrType == typeof(List<>).MakeGenericType(itemType));
    }

    private EnumConverter? Enum(EnumType type, Type clrType, string coordinate)
    {
        if (clrType == typeof(string))
            return new EnumConverter(type, type.Values.ToDictionary(value => value.Name, object (value) => value.Name));
        if (!clrType.IsEnum)
            return null;
        var members = EnumMembers(clrType);
        foreach (var value in type.Values.Where(value => !members.ContainsKey(value.Name)))
            faults.Add($"{value.Coordinate}: {Naming.Show(clrType)} has no member for it ({coordinate}).");
        return new EnumConverter(type, members);
    }

    public static Dictionary<string, object> EnumMembers(Type clrType) =>
        clrType.GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(Naming.OfEnumMember, field => field.GetValue(null)!);

    private InputObjectConverter? InputObject(InputObjectType type, Type clrType)
    {
        if (clrType.IsPrimitive || clrType == typeof(string) || clrType.IsAbstract || clrType == typeof(object))
            return null;
        var constructor = clrType.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault(candidate => candidate.GetParameters().All(parameter => type.ByName.ContainsKey(Naming.Of(parameter))));
        if (constructor is null)
            return null;
        var converter = new InputObjectConverter(type, constructor);
        // Known before its fields are, because an input object may contain itself.
        _known.TryAdd((type, clrType), converter);
        var parameters = constructor.GetParameters();
        var properties = clrType.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).DistinctBy(Naming.Of).ToDictionary(Naming.Of);
        foreach (var field in type.Fields)
        {
            var parameter = Array.FindIndex(parameters, candidate => Naming.Of(candidate) == field.Name);
            var property = parameter < 0 ? properties.GetValueOrDefault(field.Name) : null;
            if (parameter < 0 && property is null)
                faults.Add($"{field.Coordinate}: {Naming.Show(clrType)} has no property for it.");
            else if (For(field, parameter < 0 ? property!.PropertyType : parameters[parameter].ParameterType) is { } fieldConverter)
                converter.Add(field, fieldConverter, parameter, property);
        }
        return converter;
    }
}
