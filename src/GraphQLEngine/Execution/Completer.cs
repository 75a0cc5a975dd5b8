using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>
/// The specification's CompleteValue for one pair of GraphQL type and CLR type: writes a resolved value. Returns false when a null stands in a non-null position, after recording
/// the error: the caller then truncates to its own nearest nullable position (Handling Execution Errors).
/// </summary>
internal abstract class Completer<T>
{
    public abstract bool Write(T value, FieldPlan field, ExecutionContext context);
}

internal sealed class ValueLeafCompleter<T>(LeafWriter<T> writer) : Completer<T>
    where T : struct
{
    public override bool Write(T value, FieldPlan field, ExecutionContext context)
    {
        writer.Write(context.Output, value);
        return true;
    }
}

internal sealed class NullableLeafCompleter<T>(LeafWriter<T> writer) : Completer<T?>
    where T : struct
{
    public override bool Write(T? value, FieldPlan field, ExecutionContext context)
    {
        if (value is { } present)
            writer.Write(context.Output, present);
        else
            context.Output.WriteNull();
        return true;
    }
}

internal sealed class ReferenceLeafCompleter<T>(LeafWriter<T> writer, bool nonNull) : Completer<T>
    where T : class
{
    public override bool Write(T value, FieldPlan field, ExecutionContext context)
    {
        if (value is null)
            return context.WriteNull(field, nonNull);
        writer.Write(context.Output, value);
        return true;
    }
}

/// <summary>An object, interface or union: finds the concrete type and writes its selection (specification: ResolveAbstractType, ExecuteSelectionSet).</summary>
internal sealed class ObjectCompleter<T>(CompositeType type, RuntimeTypes runtimeTypes, bool nonNull) : Completer<T>
{
    private readonly ObjectType? _only = type as ObjectType;

    public override bool Write(T value, FieldPlan field, ExecutionContext context)
    {
        if (value is null)
            return context.WriteNull(field, nonNull);
        var plan = field.SelectionOf(_only ?? runtimeTypes.Resolve(value, type, field));
        var start = context.Output.Length;
        if (context.WriteObject(value, plan))
            return true;
        if (nonNull)
            return false;
        context.Output.Truncate(start);
        context.Output.WriteNull();
        return true;
    }
}

/// <summary>A list (specification: CompleteValue, step 4). Loops without an enumerator object over arrays and lists.</summary>
internal sealed class ListCompleter<TList, TItem>(Completer<TItem> items, bool nonNull, bool itemsNonNull) : Completer<TList>
    where TList : class, IEnumerable<TItem>
{
    public override bool Write(TList value, FieldPlan field, ExecutionContext context)
    {
        if (value is null)
            return context.WriteNull(field, nonNull);
        context.ThrowIfStopped();
        var start = context.Output.Length;
        var depth = context.EnterList();
        var complete = value switch
        {
            TItem[] array => WriteItems(array, field, context, depth),
            List<TItem> list => WriteItems(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), field, context, depth),
            _ => WriteItems(value.ToArray(), field, context, depth),
        };
        context.Leave(depth);
        if (complete)
            return true;
        if (nonNull)
            return false;
        context.Output.Truncate(start);
        context.Output.WriteNull();
        return true;
    }

    private bool WriteItems(ReadOnlySpan<TItem> values, FieldPlan field, ExecutionContext context, int depth)
    {
        var output = context.Output;
        output.WriteByte((byte)'[');
        var i = 0;
        var itemStart = 0;
        while (i < values.Length)
        {
            // One try around the whole loop: entering a try per item would cost more than the items.
            try
            {
                for (; i < values.Length; i++)
                {
                    if (i > 0)
                        output.WriteByte((byte)',');
                    context.SetIndex(depth, i);
                    itemStart = output.Length;
                    if (!items.Write(values[i], field, context))
                        return false;
                }
            }
            catch (Exception error) when (context.IsFieldError(error))
            {
                context.Leave(depth + 1);
                context.AddError(error, field);
                if (itemsNonNull)
                    return false;
                output.Truncate(itemStart);
                output.WriteNull();
                i++;
            }
        }
        output.WriteByte((byte)']');
        return true;
    }
}
