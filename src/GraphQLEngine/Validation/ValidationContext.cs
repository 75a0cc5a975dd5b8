using GraphQLEngine.Errors;
using GraphQLEngine.Execution;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation;

/// <summary>Where a variable is used, and what is expected there.</summary>
internal sealed record VariableUsage(ValueNode Node, GraphQLType? Type, GraphQLType? ParentType, ValueNode? DefaultValue);

/// <summary>Stops validation: too many errors, or more work than a document may cause.</summary>
internal sealed class ValidationAbortedException : Exception;

/// <summary>What the rules share: the document, its fragments, the types along the walk, and the budget of work.</summary>
internal sealed class ValidationContext(TypeSystem types, DocumentNode document, TypeInfo typeInfo, Limits limits, PreparationWork work, bool hints)
{
    // Work that grows with operations times fragments, which a small document can make large. Far above what any honest document needs.
    private const int WorkBudget = 100_000;

    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<OperationDefinitionNode, List<FragmentDefinitionNode>> _referenced = [];
    private readonly Dictionary<Node, List<VariableUsage>> _usages = [];
    private readonly Dictionary<OperationDefinitionNode, List<VariableUsage>> _recursiveUsages = [];

    public TypeSystem Types { get; } = types;

    public DocumentNode Document { get; } = document;

    public TypeInfo TypeInfo { get; } = typeInfo;

    public Limits Limits { get; } = limits;

    public PreparationWork Work { get; } = work;

    /// <summary>Whether messages may say "did you mean", which tells names of the schema.</summary>
    public bool Hints { get; } = hints;

    public List<GraphQLError> Errors { get; } = [];

    public List<Node> Ancestors { get; set; } = [];

    public void Report(string message, params ReadOnlySpan<Node> nodes) => Report(message, ErrorCodes.ValidationFailed, nodes);

    public void Report(string message, string code, params ReadOnlySpan<Node> nodes)
    {
        if (Errors.Count >= Limits.MaxValidationErrors)
            throw Abort("Too many validation errors, error limit reached. Validation aborted.", code);
        var locations = new SourceLocation[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            locations[i] = Document.Source.Locate(nodes[i].Start);
        Errors.Add(new GraphQLError(message, code) { Locations = locations });
    }

    public ValidationAbortedException Abort(string message, string code = ErrorCodes.LimitExceeded)
    {
        Errors.Add(new GraphQLError(message, code));
        return new ValidationAbortedException();
    }

    public void Spend(int steps)
    {
        Work.ValidationSteps += steps;
        if (Work.ValidationSteps > WorkBudget)
            throw Abort("The document spreads too many fragments in too many operations. Validation aborted.");
    }

    public FragmentDefinitionNode? Fragment(string name) => Document.Fragments.GetValueOrDefault(name);

    public string DidYouMean(string name, IEnumerable<string> options) => Hints ? Suggestions.DidYouMean(Suggestions.For(name, options)) : "";

    /// <summary>Every spread below a selection set, not following them.</summary>
    public List<FragmentSpreadNode> FragmentSpreads(SelectionSetNode set)
    {
        if (_spreads.TryGetValue(set, out var spreads))
            return spreads;
        spreads = [];
        Collect(set, spreads);
        _spreads.Add(set, spreads);
        return spreads;
    }

    private static void Collect(SelectionSetNode set, List<FragmentSpreadNode> spreads)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FragmentSpreadNode spread)
                spreads.Add(spread);
            else if ((selection as FieldNode)?.SelectionSet is { } below)
                Collect(below, spreads);
            else if (selection is InlineFragmentNode inline)
                Collect(inline.SelectionSet, spreads);
        }
    }

    /// <summary>Every fragment that an operation reaches, once.</summary>
    public List<FragmentDefinitionNode> ReferencedFragments(OperationDefinitionNode operation)
    {
        if (_referenced.TryGetValue(operation, out var fragments))
            return fragments;
        fragments = [];
        var seen = new HashSet<string>();
        var pending = new Stack<SelectionSetNode>([operation.SelectionSet]);
        while (pending.TryPop(out var set))
        {
            var spreads = FragmentSpreads(set);
            Spend(spreads.Count);
            foreach (var spread in spreads)
            {
                if (!seen.Add(spread.Name.Value) || Fragment(spread.Name.Value) is not { } fragment)
                    continue;
                fragments.Add(fragment);
                pending.Push(fragment.SelectionSet);
            }
        }
        _referenced.Add(operation, fragments);
        return fragments;
    }

    /// <summary>The variables used in an operation and in every fragment that it reaches.</summary>
    public List<VariableUsage> RecursiveVariableUsages(OperationDefinitionNode operation)
    {
        if (_recursiveUsages.TryGetValue(operation, out var usages))
            return usages;
        usages = [.. VariableUsages(operation)];
        foreach (var fragment in ReferencedFragments(operation))
        {
            var more = VariableUsages(fragment);
            Spend(more.Count + 1);
            usages.AddRange(more);
        }
        _recursiveUsages.Add(operation, usages);
        return usages;
    }

    private List<VariableUsage> VariableUsages(Node definition)
    {
        if (_usages.TryGetValue(definition, out var usages))
            return usages;
        var finder = new UsageFinder(new TypeInfo(Types));
        finder.Walk(definition);
        _usages.Add(definition, finder.Found);
        return finder.Found;
    }

    private sealed class UsageFinder(TypeInfo typeInfo) : Walker(typeInfo)
    {
        public List<VariableUsage> Found { get; } = [];

        protected override void Enter(Node node)
        {
            if (node is ValueNode { Kind: ValueKind.Variable } variable)
                Found.Add(new VariableUsage(variable, TypeInfo.InputType, TypeInfo.ParentInputType, TypeInfo.DefaultValue));
        }

        protected override void Leave(Node node)
        {
        }
    }
}
