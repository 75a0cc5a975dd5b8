using System.Runtime.CompilerServices;

namespace GraphQLEngine.Execution;

/// <summary>A resolver method or property, compiled. The source is the parent object.</summary>
internal delegate T Resolver<out T>(object? source, FieldCall call);

/// <summary>Resolves and writes one field of the schema (specification: ExecuteField).</summary>
internal abstract class FieldExecutor
{
    /// <summary>What the resolver's parameters are, apart from the parent.</summary>
    public IReadOnlyList<ParameterSlot> Slots { get; set; } = [];

    /// <summary>True when the resolver reads its <see cref="FieldCall"/>.</summary>
    public bool NeedsCall { get; set; }

    /// <summary>True when the calls of one request cannot be shared with others: services, cancellation.</summary>
    public bool CallIsPerRequest { get; set; }

    public abstract bool Write(object? source, FieldPlan field, ExecutionContext context);
}

internal sealed class ValueField<T>(Resolver<T> resolver, Completer<T> completer) : FieldExecutor
{
    public override bool Write(object? source, FieldPlan field, ExecutionContext context) =>
        completer.Write(resolver(source, field.NeedsCall ? context.CallOf(field) : null!), field, context);
}

/// <summary>A subscription's root field: opens the source stream, and writes one event of it (specification: Subscription).</summary>
internal abstract class StreamField : FieldExecutor
{
    public abstract IAsyncEnumerable<object?> Open(FieldPlan field, ExecutionContext context);
}

internal sealed class StreamField<T>(Resolver<IAsyncEnumerable<T>> resolver, Completer<T> completer) : StreamField
{
    public override IAsyncEnumerable<object?> Open(FieldPlan field, ExecutionContext context) => Box(resolver(OperationExecutor.NoRoot, context.CallOf(field)));

    // The event itself is the field's value.
    public override bool Write(object? source, FieldPlan field, ExecutionContext context) =>
        completer.Write(ReferenceEquals(source, OperationExecutor.NoRoot) ? default! : (T)source!, field, context);

    // The token of whoever reads the stream reaches the source, also where its resolver takes none.
    private static async IAsyncEnumerable<object?> Box(IAsyncEnumerable<T> events, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var @event in events.WithCancellation(stop))
            yield return @event;
    }
}

internal sealed class TypeNameField : FieldExecutor
{
    public override bool Write(object? source, FieldPlan field, ExecutionContext context)
    {
        context.Output.WriteRaw(field.TypeNameJson);
        return true;
    }
}
