using System.Reflection;
using GraphQLEngine.Execution;
using GraphQLEngine.Introspection;
using GraphQLEngine.Types;

namespace GraphQLEngine.Binding;

/// <summary>
/// Puts C# behind every field of the schema. Starts at the root types and the types bound by hand; an object type that nobody bound takes the CLR type of the first field that
/// returns it, and waits until then. Longer than other files: it is the one place where SDL and code meet.
/// </summary>
internal sealed class Binder
{
    private readonly TypeSystem _types;
    private readonly SchemaBinding _binding;
    private readonly List<string> _faults;
    private readonly RuntimeTypes _runtimeTypes = new();
    private readonly Dictionary<(string Type, string Field), MethodInfo> _methods = [];
    private readonly Queue<ObjectType> _pending = new();
    private readonly ResolverCompiler _compiler;

    private Binder(TypeSystem types, SchemaBinding binding, List<string> faults)
    {
        (_types, _binding, _faults) = (types, binding, faults);
        _compiler = new ResolverCompiler(new InputBinder(faults), new OutputBinder(_runtimeTypes, Discover, binding.ClrTypes, faults), faults);
    }

    public static void Bind(TypeSystem types, SchemaBinding binding, List<string> faults)
    {
        faults.AddRange(binding.Faults);
        new Binder(types, binding, faults).Bind();
    }

    private void Bind()
    {
        BindScalars();
        IntrospectionResolvers.Register(_binding);
        IndexMethods();
        BindTypes();
        BindRoot(_types.Query);
        BindRoot(_types.Mutation);
        BindRoot(_types.Subscription);
        BindMetaFields();
        Drain();
        foreach (var type in _types.ObjectTypes.Where(type => type.ClrType is null && !IsRoot(type) && !type.IsIntrospection))
            _faults.Add($"{type.Name}: no CLR type is bound to it and no field returns one; use binding.Type<T>(\"{type.Name}\").");
        BindValidators();
    }

    private void BindScalars()
    {
        foreach (var scalar in _types.Types.Values.OfType<ScalarType>().Where(scalar => !scalar.IsBuiltIn))
        {
            if (_binding.Scalars.TryGetValue(scalar.Name, out var bound))
                scalar.Coercion = new CustomScalar(bound);
            else
                _faults.Add($"{scalar.Name}: the scalar has no coercion; use binding.Scalar(...).");
        }
        foreach (var name in _binding.Scalars.Keys.Where(name => _types.Type(name) is not ScalarType))
            _faults.Add($"{name}: a scalar is bound, but the SDL defines none of this name.");
    }

    private void IndexMethods()
    {
        foreach (var (typeName, @class) in _binding.ResolverClasses)
        {
            if (_types.Type(typeName) is ObjectType type)
                Index(@class, type);
            else
                _faults.Add($"{typeName}: {@class.Name} has resolvers for it, but the SDL has no object type of this name.");
        }
    }

    private void Index(Type @class, ObjectType type)
    {
        var methods = @class.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsGenericMethod && method.GetBaseDefinition().DeclaringType == @class
                && !(method.Name.Contains('<') || method.Name is "Dispose" or "DisposeAsync" or "Deconstruct" or "Equals" or "<Clone>$"));
        foreach (var method in methods)
        {
            var name = Naming.Of(method);
            if (type.Field(name) is null)
                _faults.Add($"{type.Name}.{name}: {Naming.Show(method)} resolves it, but the SDL has no such field; make the method private if it is no resolver.");
            else if (!_methods.TryAdd((type.Name, name), method))
                _faults.Add($"{type.Name}.{name}: is resolved twice, by {Naming.Show(_methods[(type.Name, name)])} and by {Naming.Show(method)}.");
        }
    }

    private void BindTypes()
    {
        foreach (var (name, clrType) in _binding.ClrTypes)
        {
            if (_types.Type(name) is ObjectType type && !IsRoot(type))
                Discover(type, clrType);
            else if (_types.Type(name) is ObjectType)
                _faults.Add($"{name}: is bound to {clrType.Name}, but a root type has no values.");
            else if (_types.Type(name) is not CompositeType)
                _faults.Add($"{name}: is bound to {clrType.Name}, but the SDL has no object type, interface or union of this name.");
        }
    }

    private void BindRoot(ObjectType? type)
    {
        foreach (var field in type?.Fields ?? [])
            BindField(type!, field, hasParent: false);
    }

    private bool IsRoot(ObjectType type) => ReferenceEquals(type, _types.Query) || ReferenceEquals(type, _types.Mutation) || ReferenceEquals(type, _types.Subscription);

    private void BindMetaFields()
    {
        var meta = (ObjectType)_types.SchemaMetaField.Parent;
        _types.SchemaMetaField.Executor = _compiler.Given(_types.SchemaMetaField, () => _types);
        _types.TypeMetaField.Executor = _compiler.Given(_types.TypeMetaField, (string name) => _types.Type(name));
        _types.TypeNameMetaField.Executor = new TypeNameField();
        meta.ClrType = typeof(object);
    }

    private void Discover(ObjectType type, Type clrType)
    {
        if (type.ClrType is not null || IsRoot(type))
            return;
        type.ClrType = _binding.ClrTypes.GetValueOrDefault(type.Name) ?? clrType;
        _runtimeTypes.Bind(type.ClrType, type);
        _pending.Enqueue(type);
    }

    private void Drain()
    {
        while (_pending.TryDequeue(out var type))
        {
            foreach (var field in type.Fields)
                BindField(type, field, hasParent: true);
        }
    }

    private void BindField(ObjectType type, FieldDefinition field, bool hasParent)
    {
        field.IsSubscriptionRoot = ReferenceEquals(type, _types.Subscription);
        if (_methods.TryGetValue((type.Name, field.Name), out var method))
        {
            field.Executor = _compiler.Method(field, method, hasParent, type.ClrType);
            return;
        }
        if (hasParent && MemberFor(type.ClrType!, field.Name) is { } member)
        {
            field.Executor = _compiler.Member(field, member, type.ClrType!);
            return;
        }
        var place = hasParent ? $" and {Naming.Show(type.ClrType!)} has no property or method for it" : "";
        _faults.Add($"{field.Coordinate}: nothing resolves it: no class marked [Resolves(\"{type.Name}\")] has a method {char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}{place}.");
    }

    private static MemberInfo? MemberFor(Type clrType, string field)
    {
        var members = clrType.IsInterface ? clrType.GetInterfaces().Prepend(clrType) : [clrType];
        foreach (var type in members)
        {
            var property = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .FirstOrDefault(candidate => candidate.GetMethod is { IsPublic: true } && candidate.GetIndexParameters().Length == 0 && Naming.Of(candidate) == field);
            if (property is not null)
                return property;
            var method = type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .FirstOrDefault(candidate => !candidate.IsSpecialName && candidate.GetParameters().Length == 0 && candidate.ReturnType != typeof(void) && Naming.Of(candidate) == field);
            if (method is not null)
                return method;
        }
        return null;
    }

    private void BindValidators()
    {
        foreach (var (coordinate, validator) in _binding.Validators)
        {
            var argument = _types.ObjectTypes.SelectMany(type => type.Fields).SelectMany(field => field.Arguments.Select(argument => (field, argument)))
                .FirstOrDefault(pair => pair.argument.Coordinate == coordinate);
            if (argument.argument is null)
            {
                _faults.Add($"{coordinate}: an argument validator is bound, but the SDL has no such argument on an object type.");
                continue;
            }
            var slot = argument.field.Executor?.Slots.FirstOrDefault(slot => ReferenceEquals(slot.Argument, argument.argument));
            if (slot is not null && Bare(slot.ClrType) != validator.ClrType)
                _faults.Add($"{coordinate}: its validator takes {Naming.Show(validator.ClrType)}, but its resolver takes {Naming.Show(slot.ClrType)}.");
            argument.argument.Validators.Add(validator);
        }
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
