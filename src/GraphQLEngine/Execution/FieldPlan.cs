using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>One field of a selection, merged from every place of the document that selects it (specification: CollectFields), ready to run.</summary>
internal sealed class FieldPlan
{
    public required OperationVariant Variant { get; init; }

    public required FieldPlan? Parent { get; init; }

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

    /// <summary>The field, or something below it, is resolved by levels. -1 otherwise.</summary>
    public required int Column { get; init; }

    /// <summary>Something below the field is resolved by levels.</summary>
    public required bool HasColumnsBelow { get; init; }

    public required ArgumentPlan[] Arguments { get; init; }

    public FieldCall? ConstantCall { get; set; }

    /// <summary>The response names from the root to this field.</summary>
    public IReadOnlyList<object> NamesFromRoot => Parent is null ? [ResponseName] : [.. Parent.NamesFromRoot, ResponseName];

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

    /// <summary>Whether the selection below has a field, given by the names on the way to it.</summary>
    public bool Selects(ReadOnlySpan<string> path) => Selects(Nodes.Select(node => node.SelectionSet), path);

    private bool Selects(IEnumerable<SelectionSetNode?> sets, ReadOnlySpan<string> path)
    {
        var found = new List<FieldNode>();
        foreach (var set in sets)
            Find(set, path[0], found, []);
        return found.Count > 0 && (path.Length == 1 || Selects(found.Select(node => node.SelectionSet), path[1..]));
    }

    private void Find(SelectionSetNode? set, string name, List<FieldNode> found, HashSet<string> visited)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is FieldNode field && field.Name.Value == name)
                found.Add(field);
            else if (selection is InlineFragmentNode inline)
                Find(inline.SelectionSet, name, found, visited);
            else if (selection is FragmentSpreadNode spread && visited.Add(spread.Name.Value) && Variant.Document.Fragments.TryGetValue(spread.Name.Value, out var fragment))
                Find(fragment.SelectionSet, name, found, visited);
        }
    }
}

/// <summary>The fields that an object of one type answers at one place of the operation.</summary>
internal sealed class SelectionPlan(ObjectType type, FieldPlan[] fields, int columnCount)
{
    public ObjectType Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;

    public int ColumnCount { get; } = columnCount;
}

/// <summary>How one argument of a field gets its value: fixed when the operation was compiled, or read from the variables.</summary>
internal sealed class ArgumentPlan
{
    public required InputValueDefinition Definition { get; init; }

    public required ValueNode? Literal { get; init; }

    /// <summary>The literal contains a variable.</summary>
    public required bool IsVariable { get; init; }
}
