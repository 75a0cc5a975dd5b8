using System.Linq.Expressions;
using System.Reflection;
using GraphQLEngine.Execution;
using GraphQLEngine.Types;

namespace GraphQLEngine.Binding;

/// <summary>Compiles a resolver method or a property into a typed delegate and pairs it with its completer.</summary>
internal sealed class ResolverCompiler(InputBinder inputs, OutputBinder outputs, List<string> faults)
{
    private readonly ParameterExpression _source = Expression.Parameter(typeof(object), "source");
    private readonly ParameterExpression _call = Expression.Parameter(typeof(FieldCall), "call");

    /// <summary>A field read from a property or parameterless method of its parent.</summary>
    public FieldExecutor? Member(FieldDefinition field, MemberInfo member, Type parentType)
    {
        foreach (var argument in field.Arguments)
            faults.Add($"{argument.Coordinate}: nothing takes this argument; {parentType.Name}.{member.Name} is no resolver method.");
        var source = Expression.Convert(_source, parentType);
        var (body, type) = member is PropertyInfo property
            ? ((Expression)Expression.Property(source, property), property.PropertyType)
            : (Expression.Call(source, (MethodInfo)member), ((MethodInfo)member).ReturnType);
        return Executor(field, body, type, []);
    }

    /// <summary>A field of the engine's own, which needs nothing but its arguments.</summary>
    public FieldExecutor? Given(FieldDefinition field, Delegate resolve)
    {
        var slots = new List<ParameterSlot>();
        var arguments = resolve.Method.GetParameters().Select(parameter => Parameter(field, resolve.Method, parameter, slots, [])).ToList();
        var executor = Executor(field, Expression.Invoke(Expression.Constant(resolve), arguments), resolve.Method.ReturnType, slots);
        executor?.NeedsCall = slots.Count > 0;
        return executor;
    }

    /// <summary>A field resolved by a method of a resolver class.</summary>
    public FieldExecutor? Method(FieldDefinition field, MethodInfo method, bool hasParent, Type? parentType)
    {
        var slots = new List<ParameterSlot>();
        var target = method.IsStatic ? null : Slot(slots, new ParameterSlot(ParameterKind.Service, method.DeclaringType!));
        var arguments = new List<Expression>();
        var bound = new HashSet<string>();
        foreach (var parameter in method.GetParameters())
        {
            var isParent = hasParent && parameter.Position == 0;
            arguments.Add(isParent ? Parent(field, parameter, parentType) : Parameter(field, method, parameter, slots, bound));
        }
        foreach (var argument in field.Arguments.Where(argument => !bound.Contains(argument.Name)))
            faults.Add($"{argument.Coordinate}: {Naming.Show(method)} has no parameter for it.");
        if (hasParent && method.GetParameters().Length == 0)
        {
            faults.Add($"{field.Coordinate}: {Naming.Show(method)} needs the parent as its first parameter.");
            return null;
        }
        var executor = Executor(field, Expression.Call(target, method, arguments), method.ReturnType, slots);
        if (executor is null)
            return null;
        executor.NeedsCall = slots.Count > 0;
        executor.CallIsPerRequest = slots.Exists(slot => slot.Kind != ParameterKind.Argument);
        return executor;
    }

    private Expression Parent(FieldDefinition field, ParameterInfo parameter, Type? parentType)
    {
        var type = parameter.ParameterType;
        if (parentType is not null && !type.IsAssignableFrom(parentType))
            faults.Add($"{field.Coordinate}: the parent is {Naming.Show(parentType)}, which {Naming.Show((MethodInfo)parameter.Member)} does not take as {Naming.Show(type)}.");
        return Expression.Convert(_source, type);
    }

    private Expression Parameter(FieldDefinition field, MethodInfo method, ParameterInfo parameter, List<ParameterSlot> slots, HashSet<string> bound)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
            return Slot(slots, new ParameterSlot(ParameterKind.Cancellation, type));
        if (parameter.IsDefined(typeof(ServiceAttribute)))
            return Slot(slots, new ParameterSlot(ParameterKind.Service, type));
        var name = Naming.Of(parameter);
        if (field.Argument(name) is not { } argument)
        {
            faults.Add($"{field.Coordinate}: has no argument \"{name}\", which {Naming.Show(method)} takes; mark it [Service] if it is one.");
            return Expression.Default(type);
        }
        bound.Add(name);
        return inputs.For(argument, type) is { } converter ? Slot(slots, new ParameterSlot(ParameterKind.Argument, type, argument, converter)) : Expression.Default(type);
    }

    private Expression Slot(List<ParameterSlot> slots, ParameterSlot slot)
    {
        slots.Add(slot);
        var values = Expression.Property(_call, nameof(FieldCall.Values));
        return Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(slots.Count - 1)), slot.ClrType);
    }

    private FieldExecutor? Executor(FieldDefinition field, Expression body, Type returnType, IReadOnlyList<ParameterSlot> slots)
    {
        FieldExecutor? executor;
        if (field.Parent is ObjectType { Name: var name } && IsStream(returnType, out var eventType))
        {
            if (!field.IsSubscriptionRoot)
                faults.Add($"{field.Coordinate}: returns a stream, which only a field of the subscription type may; {name} is none.");
            executor = outputs.For(field.Type, eventType, field.Coordinate) is { } events ? New(typeof(StreamField<>), [eventType], Compile(body, returnType), events) : null;
        }
        else if (field.IsSubscriptionRoot)
        {
            faults.Add($"{field.Coordinate}: is a field of the subscription type and so must return IAsyncEnumerable<T>, not {Naming.Show(returnType)}.");
            return null;
        }
        else
        {
            executor = outputs.For(field.Type, returnType, field.Coordinate) is { } completer ? New(typeof(ValueField<>), [returnType], Compile(body, returnType), completer) : null;
        }
        if (executor is not null)
            executor.Slots = slots;
        return executor;
    }

    private static bool IsStream(Type type, out Type eventType)
    {
        var isStream = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);
        eventType = isStream ? type.GetGenericArguments()[0] : typeof(object);
        return isStream;
    }

    private Delegate Compile(Expression body, Type type) => Expression.Lambda(typeof(Resolver<>).MakeGenericType(type), body, _source, _call).Compile();

    private static FieldExecutor New(Type generic, Type[] arguments, params object[] parameters) => (FieldExecutor)Activator.CreateInstance(generic.MakeGenericType(arguments), parameters)!;
}
