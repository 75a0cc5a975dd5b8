using GraphQLEngine.Binding;
using GraphQLEngine.Language;

namespace GraphQLEngine.Execution;

/// <summary>The specification's CoerceArgumentValues, straight to the CLR values that a resolver takes.</summary>
internal static class ArgumentCoercion
{
    public static FieldCall CreateCall(FieldPlan field, ExecutionContext context)
    {
        var slots = field.Executor.Slots;
        var values = new object?[slots.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = slots[i].Kind switch
            {
                ParameterKind.Argument => Coerce(field, slots[i], context.Variables),
                ParameterKind.Cancellation => context.Cancellation,
                _ => Service(slots[i].ClrType, context),
            };
        }
        return new FieldCall(values);
    }

    /// <summary>A call without variables and services, made while compiling; null where an argument does not fit, which execution then reports.</summary>
    public static FieldCall? CreateConstantCall(FieldPlan field)
    {
        try
        {
            return new FieldCall([.. field.Executor.Slots.Select(slot => Coerce(field, slot, VariableValues.None))]);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static object Service(Type type, ExecutionContext context) =>
        context.Request.Services?.GetService(type) ?? throw new InvalidOperationException($"The request's services have no {type.FullName}.");

    private static object? Coerce(FieldPlan field, ParameterSlot slot, VariableValues variables)
    {
        var plan = Array.Find(field.Arguments, argument => ReferenceEquals(argument.Definition, slot.Argument))!;
        var converter = slot.Converter!;
        var (definition, literal) = (plan.Definition, plan.Literal);
        if (literal is { Kind: ValueKind.Variable })
            literal = variables[literal.Text];
        else if (plan.IsVariable)
            literal = variables.Replace(literal!);
        if (literal is null)
        {
            if (definition.DefaultValue is { } defaultValue)
                return converter.Convert(defaultValue);
            if (definition.Type.IsNonNull)
                throw new GraphQLException($"Argument \"{definition}\" of required type \"{definition.Type}\" was not provided.");
            return converter.Absent;
        }
        if (literal.Kind == ValueKind.Null && definition.Type.IsNonNull)
            throw new GraphQLException($"Argument \"{definition}\" has invalid value: Expected value of non-null type \"{definition.Type}\" not to be null.");
        return converter.Convert(literal);
    }
}
