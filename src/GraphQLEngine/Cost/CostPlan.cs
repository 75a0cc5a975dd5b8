using GraphQLEngine.Execution;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Cost;

/// <summary>What an operation may cost at most: how many fields are resolved, how many objects come back, how many nodes its pages multiply to.</summary>
internal readonly record struct OperationCost(double Field, double Type, double Nodes)
{
    public static OperationCost operator +(OperationCost a, OperationCost b) => new(a.Field + b.Field, a.Type + b.Type, a.Nodes + b.Nodes);
}

/// <summary>
/// The cost of an operation by the IBM cost directives, computed before execution. Kept flat, parents before children, so that page sizes given by variables cost one pass.
/// All fragments count, also those that exclude each other: the figure is an upper bound.
/// </summary>
internal sealed class CostPlan
{
    // What JSON writes as a whole number: sizes multiply, and infinity could not be told.
    private const double Most = 1e12;

    private readonly List<Entry> _entries = [];
    private OperationCost? _constant;

    private sealed record Entry(int Parent, double FieldWeight, double TypeWeight, ListSize? Size, FieldNode Node, FieldDefinition Field, bool IsList, ConditionChain? Conditions);

    public int Add(int parent, FieldNode node, FieldDefinition field, ListSize? size, ConditionChain? conditions)
    {
        var isList = field.Type.Nullable is ListType;
        var arguments = node.Arguments.Sum(argument => field.Argument(argument.Name.Value)?.Cost ?? 0);
        // Most fields: they cost nothing and nothing hangs below them.
        if (!field.Type.Named.IsComposite && field.Cost + arguments == 0)
            return -1;
        _entries.Add(new Entry(parent, field.Cost + arguments, field.Type.Named.IsComposite ? 1 : 0, size, node, field, isList, conditions));
        return _entries.Count - 1;
    }

    public int Count => _entries.Count;

    public OperationCost Evaluate(VariableValues variables, bool hasVariables)
    {
        if (_constant is { } constant)
            return constant;
        var cost = Sum(variables);
        if (!hasVariables)
            _constant = cost;
        return cost;
    }

    private OperationCost Sum(VariableValues variables)
    {
        var (field, type, nodes) = (0.0, 0.0, 0.0);
        var instances = new double[_entries.Count];
        for (var i = 0; i < instances.Length; i++)
        {
            var entry = _entries[i];
            if (entry.Conditions is { } conditions && !conditions.Holds(variables))
                continue;
            var parents = entry.Parent < 0 ? 1 : instances[entry.Parent];
            var size = entry.IsList ? ListSizeOf(entry, variables) : 1;
            instances[i] = Math.Min(parents * size, Most);
            field += parents * entry.FieldWeight;
            type += instances[i] * entry.TypeWeight;
            if (entry.IsList && size > 1)
                nodes += instances[i] * entry.TypeWeight;
        }
        return new OperationCost(field, type, nodes);
    }

    // A list without @listSize counts as one item: the schema's author says where lists are long.
    private double ListSizeOf(Entry entry, VariableValues variables)
    {
        if (entry.Field.ListSize is { SizedFields.Count: 0 } own)
            return SizeOf(own, entry, variables);
        return entry.Size is { } fromParent && fromParent.SizedFields.Contains(entry.Field.Name) ? SizeOf(fromParent, _entries[entry.Parent], variables) : 1;
    }

    private static double SizeOf(ListSize size, Entry entry, VariableValues variables)
    {
        double? largest = null;
        foreach (var name in size.SlicingArguments)
        {
            var definition = entry.Field.Argument(name)!;
            var literal = Array.Find(entry.Node.Arguments, argument => argument.Name.Value == name)?.Value;
            var value = literal is { Kind: ValueKind.Variable } ? variables[literal.Text] : literal;
            value ??= definition.DefaultValue;
            if (value is not null && ListSize.Asked(definition, value) is { } count)
                largest = Math.Max(largest ?? 0, Math.Max(count, 0));
        }
        return largest ?? size.AssumedSize ?? size.MaxPageSize;
    }
}
