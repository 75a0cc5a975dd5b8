using System.Runtime.CompilerServices;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>
/// The specification's CompleteValue for one pair of GraphQL type and CLR type: writes a resolved value. Returns false when a null stands in a non-null position, after recording
/// the error: the caller then truncates to its own nearest nullable position (Handling Execution Errors).
/// </summary>
internal abstract class Completer<T>
{
    public abstract bool Write(T value, FieldPlan field, ExecutionContext context, ref SlotCursor cursor);

    /// <summary>Hands every object inside a value to the next level of breadth-first resolution.</summary>
    public virtual void Collect(T value, LevelBuilder builder)
    {
    }

    /// <summary>How many objects <see cref="Collect"/> handed over.</summary>
    public virtual int CountObjects(T value) => 0;

    /// <summary>Makes a value safe to enumerate twice.</summary>
    public virtual T Settle(T value) => value;
}

internal sealed class ValueLeafCompleter<T>(LeafWriter<T> writer) : Completer<T>
    where T : struct
{
    public override bool Write(T value, FieldPlan field, ExecutionContext context, ref SlotCursor cursor)
    {
        writer.Write(context.Output, value);
        return true;
    }
}

internal sealed class NullableLeafCompleter<T>(LeafWriter<T> writer) : Completer<T?>
    where T : struct
{
    public override bool Write(T? value, FieldPlan field, ExecutionContext context, ref SlotCursor cursor)
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
    public override bool Write(T value, FieldPlan field, ExecutionContext context, ref SlotCursor cursor)
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

    public override bool Write(T value, FieldPlan field, ExecutionContext context, ref SlotCursor cursor)
    {
        if (value is null)
            return context.WriteNull(field, nonNull);
        object source = value;
        Level? level = null;
        var index = 0;
        if (cursor.Slots is { } slots)
            (level, index) = slots[cursor.Next++];
        var plan = level?.Plan ?? field.SelectionOf(_only ?? runtimeTypes.Resolve(source, type, field));
        var start = context.Output.Length;
        if (context.WriteObject(source, plan, level, index))
            return true;
        if (nonNull)
            return false;
        context.Output.Truncate(start);
        context.Output.WriteNull();
        return true;
    }

    public override void Collect(T value, LevelBuilder builder)
    {
        if (value is not null)
            builder.Add(value, _only ?? runtimeTypes.Find(value, type));
    }

    public override int CountObjects(T value) => value is null ? 0 : 1;
}

/// <summary>A list (specification: CompleteValue, step 4). Loops without an enumerator object over arrays and lists.</summary>
internal sealed class ListCompleter<TList, TItem>(Completer<TItem> items, bool nonNull, bool itemsNonNull) : Completer<TList>
    where TList : class, IEnumerable<TItem>
{
    public override bool Write(TList value, FieldPlan field, ExecutionContext context, ref SlotCursor cursor)
    {
        if (value is null)
            return context.WriteNull(field, nonNull);
        context.ThrowIfStopped();
        var (start, slot) = (context.Output.Length, cursor.Next);
        var depth = context.EnterList();
        var complete = value switch
        {
            TItem[] array => WriteItems(array, field, context, depth, ref cursor),
            List<TItem> list => WriteItems(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), field, context, depth, ref cursor),
            _ => WriteItems(ToArray(value), field, context, depth, ref cursor),
        };
        context.Leave(depth);
        if (complete)
            return true;
        if (nonNull)
            return false;
        context.Output.Truncate(start);
        context.Output.WriteNull();
        // What was not written has slots all the same.
        cursor.Next = slot + (cursor.Slots is null ? 0 : CountObjects(value));
        return true;
    }

    private static TItem[] ToArray(TList value) => value.ToArray();

    private bool WriteItems(ReadOnlySpan<TItem> values, FieldPlan field, ExecutionContext context, int depth, ref SlotCursor cursor)
    {
        var output = context.Output;
        output.WriteByte((byte)'[');
        var i = 0;
        var itemStart = 0;
        var slot = 0;
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
                    (itemStart, slot) = (output.Length, cursor.Next);
                    if (!items.Write(values[i], field, context, ref cursor))
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
                cursor.Next = slot + (cursor.Slots is null ? 0 : items.CountObjects(values[i]));
                i++;
            }
        }
        output.WriteByte((byte)']');
        return true;
    }

    public override void Collect(TList value, LevelBuilder builder)
    {
        if (value is null)
            return;
        foreach (var item in value)
            items.Collect(item, builder);
    }

    public override int CountObjects(TList value)
    {
        var count = 0;
        foreach (var item in value ?? Enumerable.Empty<TItem>())
            count += items.CountObjects(item);
        return count;
    }

    public override TList Settle(TList value)
    {
        if (value is null or TItem[] or List<TItem> || value is not IEnumerable<TItem> || typeof(TList) != typeof(IEnumerable<TItem>))
            return value!;
        var array = value.ToArray();
        return Unsafe.As<TItem[], TList>(ref array);
    }
}
