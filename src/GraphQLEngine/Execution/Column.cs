using System.Runtime.ExceptionServices;

namespace GraphQLEngine.Execution;

/// <summary>The values of one field for every parent of a level.</summary>
internal abstract class Column
{
    /// <summary>Runs the resolvers. Never throws: an error waits in the column until its field is written, and is forgotten when the field's parent became null.</summary>
    public abstract ValueTask Resolve(Level level, FieldPlan field, ExecutionContext context);

    public abstract IReadOnlyCollection<Level> Collect(FieldPlan field);

    public abstract bool Write(int index, FieldPlan field, ExecutionContext context);
}

internal abstract class Column<T>(Completer<T> completer) : Column
{
    private ObjectSlot[]? _slots;
    private int[]? _starts;

    protected T[] Values { get; set; } = [];

    protected Exception?[]? Errors { get; private set; }

    protected void Fail(int index, Exception error) => (Errors ??= new Exception?[Values.Length])[index] = error;

    protected void Set(int index, T value) => Values[index] = completer.Settle(value);

    public override IReadOnlyCollection<Level> Collect(FieldPlan field)
    {
        var builder = new LevelBuilder(field);
        _starts = new int[Values.Length];
        for (var i = 0; i < Values.Length; i++)
        {
            _starts[i] = builder.Slots.Count;
            if (Errors?[i] is not null)
                continue;
            try
            {
                completer.Collect(Values[i], builder);
            }
            catch (Exception error) when (error is not GraphQLRequestException)
            {
                // The value's own enumerator threw.
                builder.Slots.RemoveRange(_starts[i], builder.Slots.Count - _starts[i]);
                Fail(i, error);
            }
        }
        _slots = [.. builder.Slots];
        return builder.Levels;
    }

    public override bool Write(int index, FieldPlan field, ExecutionContext context)
    {
        if (Errors?[index] is { } error)
            ExceptionDispatchInfo.Throw(error);
        var cursor = new SlotCursor { Slots = _slots, Next = _starts?[index] ?? 0 };
        return completer.Write(Values[index], field, context, ref cursor);
    }
}

/// <summary>A synchronous field that has waiting fields below it.</summary>
internal sealed class SyncColumn<T>(Resolver<T> resolver, Completer<T> completer) : Column<T>(completer)
{
    public override ValueTask Resolve(Level level, FieldPlan field, ExecutionContext context)
    {
        Values = new T[level.Parents.Count];
        for (var i = 0; i < Values.Length; i++)
        {
            try
            {
                Set(i, resolver(level.Parents[i], context.CallOf(field)));
            }
            catch (Exception error) when (error is not GraphQLRequestException)
            {
                Fail(i, error);
            }
        }
        return ValueTask.CompletedTask;
    }
}

/// <summary>A field that returns a task: all parents are started before any is awaited.</summary>
internal sealed class AsyncColumn<T>(Resolver<ValueTask<T>> resolver, Completer<T> completer) : Column<T>(completer)
{
    public override ValueTask Resolve(Level level, FieldPlan field, ExecutionContext context)
    {
        Values = new T[level.Parents.Count];
        List<(int Index, ValueTask<T> Task)>? pending = null;
        for (var i = 0; i < Values.Length; i++)
        {
            try
            {
                var task = resolver(level.Parents[i], context.CallOf(field));
                if (task.IsCompletedSuccessfully)
                    Set(i, task.Result);
                else
                    (pending ??= []).Add((i, task));
            }
            catch (Exception error) when (error is not GraphQLRequestException)
            {
                Fail(i, error);
            }
        }
        return pending is null ? ValueTask.CompletedTask : Await(pending);
    }

    private async ValueTask Await(List<(int Index, ValueTask<T> Task)> pending)
    {
        GraphQLRequestException? refusal = null;
        foreach (var (index, task) in pending)
        {
            try
            {
                Set(index, await task);
            }
            catch (GraphQLRequestException error)
            {
                refusal = error;
            }
            catch (Exception error)
            {
                Fail(index, error);
            }
        }
        if (refusal is not null)
            throw refusal;
    }
}
