using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>No fragment reaches itself (specification: Fragment Spreads Must Not Form Cycles).</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _visited = [];
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _pathIndex = [];

    public override bool Enter(Node node)
    {
        if (node is FragmentDefinitionNode fragment)
            Detect(fragment);
        return node is DocumentNode;
    }

    private void Detect(FragmentDefinitionNode fragment)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var name = fragment.Name.Value;
        if (!_visited.Add(name))
            return;
        _pathIndex[name] = _path.Count;
        foreach (var spread in Context.FragmentSpreads(fragment.SelectionSet))
        {
            Context.Spend(1);
            _path.Add(spread);
            if (_pathIndex.TryGetValue(spread.Name.Value, out var index))
                Report(spread, index);
            else if (Context.Fragment(spread.Name.Value) is { } next)
                Detect(next);
            _path.RemoveAt(_path.Count - 1);
        }
        _pathIndex.Remove(name);
    }

    private void Report(FragmentSpreadNode spread, int index)
    {
        var cycle = _path.Skip(index).ToArray();
        var via = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name.Value}\""));
        Context.Report($"Cannot spread fragment \"{spread.Name.Value}\" within itself{(via == "" ? "" : $" via {via}")}.", cycle);
    }
}
