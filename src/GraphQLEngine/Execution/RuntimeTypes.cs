using System.Collections.Concurrent;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>The specification's ResolveAbstractType: the object type of a value by its CLR type, base types and interfaces included.</summary>
internal sealed class RuntimeTypes
{
    private readonly Dictionary<Type, List<ObjectType>> _bound = [];
    private readonly ConcurrentDictionary<(Type, CompositeType), ObjectType?> _resolved = new();

    public void Bind(Type clrType, ObjectType type)
    {
        if (!_bound.TryGetValue(clrType, out var types))
            _bound.Add(clrType, types = []);
        types.Add(type);
    }

    public ObjectType? Find(object value, CompositeType expected) =>
        _resolved.TryGetValue((value.GetType(), expected), out var type) ? type : _resolved.GetOrAdd((value.GetType(), expected), Search);

    public ObjectType Resolve(object value, CompositeType expected, FieldPlan field) => Find(value, expected) ?? throw new InvalidOperationException(
        $"Abstract type \"{expected.Name}\" must resolve to an Object type at runtime for field \"{field.Definition.Coordinate}\": no possible type is bound to {value.GetType().FullName}.");

    private ObjectType? Search((Type ClrType, CompositeType Expected) key)
    {
        for (var clrType = key.ClrType; clrType is not null; clrType = clrType.BaseType)
        {
            if (Among(clrType, key.Expected) is { } type)
                return type;
        }
        return key.ClrType.GetInterfaces().Select(@interface => Among(@interface, key.Expected)).FirstOrDefault(type => type is not null);
    }

    private ObjectType? Among(Type clrType, CompositeType expected) => _bound.GetValueOrDefault(clrType)?.Find(expected.PossibleTypes.Contains);
}
