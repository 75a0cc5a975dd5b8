namespace GraphQLEngine.Execution;

/// <summary>
/// Resolves levels breadth first: every waiting field of a level once for all its parents, then the levels below (specification: ExecuteSelectionSet, whose fields
/// may be executed in any order). Nothing is written here.
/// </summary>
internal static class LevelResolver
{
    public static async ValueTask Resolve(Level level, ExecutionContext context)
    {
        context.ThrowIfStopped();
        List<Task>? pending = null;
        foreach (var field in level.Plan.Fields)
        {
            if (field.Column >= 0)
                Start(ResolveColumn(level, field, context), ref pending);
        }
        if (pending is not null)
            await Task.WhenAll(pending);
    }

    /// <summary>One field and everything below it.</summary>
    public static async ValueTask ResolveColumn(Level level, FieldPlan field, ExecutionContext context)
    {
        var column = field.Executor.CreateColumn();
        level.Columns[field.Column] = column;
        await column.Resolve(level, field, context);
        if (!field.HasColumnsBelow)
            return;
        List<Task>? pending = null;
        foreach (var below in column.Collect(field))
        {
            if (below.Plan.ColumnCount > 0)
                Start(Resolve(below, context), ref pending);
        }
        if (pending is not null)
            await Task.WhenAll(pending);
    }

    private static void Start(ValueTask task, ref List<Task>? pending)
    {
        if (task.IsCompletedSuccessfully)
            return;
        (pending ??= []).Add(task.AsTask());
    }
}
