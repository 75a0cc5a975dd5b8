using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>One field of a selection, merged from every place of the document that selects it (specification: CollectFields), ready to run.</summary>
internal sealed class FieldPlan
{
    public required OperationVariant Variant { get; init; }

    public required FieldDefinition Definition { get; init; }

    public required FieldExecutor Executor { get; init; }

    public required IReadOnlyList<FieldNode> Nodes { get; init; }

    public required string ResponseName { get; init; }

    /// <summary><c>"name":</c>, with a comma before it unless the field is the first.</summary>
    public required byte[] NameJson { get; init; }

    /// <summary>The name of the object type selected from, as JSON: the value of <c>__typename</c>.</summary>
    public required byte[] TypeNameJson { get; init; }

    /// <summary>Position in <see cref="ExecutionContext"/>'s table of calls.</summary>
    public required int Index { get; init; }

    public required bool NeedsCall { get; init; }

    public required ArgumentPlan[] Arguments { get; init; }

    public FieldCall? ConstantCall { get; set; }

    private SelectionPlan?[]? _selections;

    /// <summary>The selection below this field for one concrete type, compiled when first met.</summary>
    public SelectionPlan SelectionOf(ObjectType type)
    {
        var selections = _selections ?? Interlocked.CompareExchange(ref _selections, new SelectionPlan?[Variant.Types.ObjectTypes.Count], null) ?? _selections;
        return selections![type.Index] ?? Compile(selections, type);
    }

    private SelectionPlan Compile(SelectionPlan?[] selections, ObjectType type)
    {
        lock (Variant)
            return selections[type.Index] ??= OperationCompiler.CompileSelection(this, type);
    }
}

/// <summary>The fields that an object of one type answers at one place of the operation.</summary>
internal sealed class SelectionPlan(FieldPlan[] fields)
{
    public FieldPlan[] Fields { get; } = fields;
}

/// <summary>How one argument of a field gets its value: fixed when the operation was compiled, or read from the variables.</summary>
internal sealed class ArgumentPlan
{
    public required InputValueDefinition Definition { get; init; }

    public required ValueNode? Literal { get; init; }

    /// <summary>The literal contains a variable.</summary>
    public required bool IsVariable { get; init; }
}
