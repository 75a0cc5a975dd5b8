using GraphQLEngine.Binding;

namespace GraphQLEngine.Execution;

/// <summary>What one field passes to its resolver: the same for every parent of one request, so made once.</summary>
internal sealed class FieldCall(object?[] values)
{
    public object?[] Values { get; } = values;
}

internal enum ParameterKind
{
    Argument,
    Service,
    Cancellation,
}

/// <summary>One entry of <see cref="FieldCall.Values"/>.</summary>
internal sealed record ParameterSlot(ParameterKind Kind, Type ClrType, Types.InputValueDefinition? Argument = null, InputConverter? Converter = null);
