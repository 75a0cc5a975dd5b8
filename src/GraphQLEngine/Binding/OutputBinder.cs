using GraphQLEngine.Execution;
using GraphQLEngine.Types;

namespace GraphQLEngine.Binding;

/// <summary>Finds the completer for a pair of output type and CLR type, or names what does not fit. Completers are generic, so they are made once here by reflection and run typed.</summary>
internal sealed class OutputBinder(RuntimeTypes runtimeTypes, Action<ObjectType, Type> onObject, IReadOnlyDictionary<string, Type> boundTypes, List<string> faults)
{
    private readonly HashSet<(EnumType, Type)> _checkedEnums = [];

    public object? For(GraphQLType type, Type clrType, string coordinate)
    {
        var completer = Create(type.Nullable, clrType, type.IsNonNull, coordinate, out var explained);
        if (completer is null && !explained)
            faults.Add($"{coordinate}: {Naming.Show(clrType)} does not fit the type {type}.");
        return completer;
    }

    private object? Create(GraphQLType type, Type clrType, bool nonNull, string coordinate, out bool explained)
    {
        explained = false;
        if (nonNull && Nullable.GetUnderlyingType(clrType) is not null)
        {
            faults.Add($"{coordinate}: is non-null, but {Naming.Show(clrType)} can be null.");
            explained = true;
            return null;
        }
        switch (type)
        {
            case ListType list:
                return List(list, clrType, nonNull, coordinate, out explained);
            case CompositeType composite:
                return Composite(composite, clrType, nonNull, coordinate, out explained);
        }
        var bare = Nullable.GetUnderlyingType(clrType) ?? clrType;
        var writer = type is EnumType @enum ? EnumWriter(@enum, bare, coordinate) : ScalarWriter((ScalarType)type, bare);
        if (writer is null)
            return null;
        return bare.IsValueType
            ? New(bare == clrType ? typeof(ValueLeafCompleter<>) : typeof(NullableLeafCompleter<>), [bare], writer)
            : New(typeof(ReferenceLeafCompleter<>), [bare], writer, nonNull);
    }

    private object? List(ListType list, Type clrType, bool nonNull, string coordinate, out bool explained)
    {
        explained = false;
        var enumerable = clrType == typeof(string) || clrType.IsValueType ? null : clrType.GetInterfaces().Append(clrType)
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        if (enumerable is null)
            return null;
        var itemType = enumerable.GetGenericArguments()[0];
        var items = Create(list.Inner.Nullable, itemType, list.Inner.IsNonNull, coordinate, out explained);
        return items is null ? null : New(typeof(ListCompleter<,>), [clrType, itemType], items, nonNull, list.Inner.IsNonNull);
    }

    private object? Composite(CompositeType type, Type clrType, bool nonNull, string coordinate, out bool explained)
    {
        explained = false;
        var bare = Nullable.GetUnderlyingType(clrType) ?? clrType;
        if (bare == typeof(string) || bare.IsPrimitive || bare.IsEnum)
            return null;
        if (type is ObjectType @object && bare != typeof(object))
            onObject(@object, bare);
        if (boundTypes.TryGetValue(type.Name, out var bound) && !bound.IsAssignableFrom(bare) && !bare.IsAssignableFrom(bound))
        {
            faults.Add($"{coordinate}: {Naming.Show(clrType)} is no {Naming.Show(bound)}, to which {type.Name} is bound.");
            explained = true;
            return null;
        }
        return New(typeof(ObjectCompleter<>), [clrType], type, runtimeTypes, nonNull);
    }

    private object? EnumWriter(EnumType type, Type clrType, string coordinate)
    {
        if (clrType == typeof(string))
            return new EnumNameWriter(type);
        if (!clrType.IsEnum)
            return null;
        var members = InputBinder.EnumMembers(clrType);
        if (_checkedEnums.Add((type, clrType)))
        {
            foreach (var member in members.Keys.Where(member => !type.ByName.ContainsKey(member)))
                faults.Add($"{type.Name}: has no value {member} for a member of {Naming.Show(clrType)} ({coordinate}).");
        }
        var names = Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(clrType, typeof(byte[])))!;
        var dictionary = (System.Collections.IDictionary)names;
        foreach (var (name, value) in members)
            dictionary[value] = System.Text.Encoding.UTF8.GetBytes($"\"{name}\"");
        return New(typeof(EnumWriter<>), [clrType], names, type.Name);
    }

    private static object? ScalarWriter(ScalarType type, Type clrType)
    {
        if (type.Coercion is CustomScalar custom)
            return custom.Scalar.ClrType.IsAssignableFrom(clrType) ? New(typeof(CustomScalarWriter<,>), [custom.Scalar.ClrType, clrType], custom.Scalar) : null;
        return (type.Name, Type.GetTypeCode(clrType)) switch
        {
            _ when clrType.IsEnum => null,
            ("Int", TypeCode.Int32) => new Int32Writer(),
            ("Int", TypeCode.Int64) => new Int64Writer(),
            ("Float", TypeCode.Double) => new DoubleWriter(),
            ("Float", TypeCode.Decimal) => new DecimalWriter(),
            ("Boolean", TypeCode.Boolean) => new BooleanWriter(),
            ("String" or "ID", TypeCode.String) => new Execution.StringWriter(),
            ("ID", TypeCode.Int32) => new ConvertingWriter<int, long>(new IntegerIdWriter(), value => value),
            ("ID", TypeCode.Int64) => new IntegerIdWriter(),
            _ => null,
        };
    }

    private static object New(Type generic, Type[] arguments, params object[] parameters) => Activator.CreateInstance(generic.MakeGenericType(arguments), parameters)!;
}
