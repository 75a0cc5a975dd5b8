using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>The lists of introspection cannot be nested into an exponential answer (specification: Introspection; the limit is graphql-js's recommended rule).</summary>
internal sealed class IntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    // As many nested lists as the widest known introspection query needs, and one more.
    private const int MaxLists = 3;

    private readonly Dictionary<string, int> _checked = [];
    private readonly Dictionary<string, int> _exceeded = [];

    public override bool Enter(Node node)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field || !Exceeds(field, [], 0))
            return true;
        Context.Report("Maximum introspection depth exceeded", field);
        return false;
    }

    private bool Exceeds(SelectionNode selection, Dictionary<string, int> visited, int depth)
    {
        switch (selection)
        {
            case FragmentSpreadNode spread:
                return SpreadExceeds(spread.Name.Value, visited, depth);
            case FieldNode field:
                var below = field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? depth + 1 : depth;
                return below >= MaxLists || AnyExceeds(field.SelectionSet, visited, below);
            default:
                return AnyExceeds(((InlineFragmentNode)selection).SelectionSet, visited, depth);
        }
    }

    private bool AnyExceeds(SelectionSetNode? set, Dictionary<string, int> visited, int depth) =>
        set is not null && Array.Exists(set.Selections, selection => Exceeds(selection, visited, depth));

    // A fragment already found harmless from this depth, or from deeper, need not be followed again.
    private bool SpreadExceeds(string name, Dictionary<string, int> visited, int depth)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_exceeded.TryGetValue(name, out var exceededFrom) && exceededFrom <= depth)
            return true;
        if ((visited.TryGetValue(name, out var from) && from >= depth) || (_checked.TryGetValue(name, out var checkedFrom) && checkedFrom >= depth))
            return false;
        if (Context.Fragment(name) is not { } fragment)
            return false;
        visited[name] = depth;
        var exceeds = AnyExceeds(fragment.SelectionSet, visited, depth);
        (exceeds ? _exceeded : _checked)[name] = depth;
        return exceeds;
    }
}
