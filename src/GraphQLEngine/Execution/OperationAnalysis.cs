using GraphQLEngine.Cost;
using GraphQLEngine.Errors;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>
/// One walk over a valid operation, fragments followed, that finds what has to be checked on every request (arguments, page sizes, cost) and refuses what no request may do
/// (depth, recursion through the schema, aliases of root fields, nested introspection).
/// </summary>
internal sealed class OperationAnalysis
{
    // Compilation and execution go as deep as this; no limit may be set so high that a chain of fragments fills the stack.
    private const int MaxSelectionNesting = 1_000;

    private readonly TypeSystem _types;
    private readonly DocumentNode _document;
    private readonly Limits _limits;
    private readonly Dictionary<string, int> _onPath = [];
    private readonly Dictionary<string, HashSet<string>> _rootAliases = [];
    private readonly HashSet<string> _conditions = [];
    private readonly HashSet<string> _reported = [];
    private readonly HashSet<FieldNode> _checked = [];
    private readonly PreparationWork _work;
    private bool _stopped;
    private int _visits;
    private int _fields;
    private int _nesting;

    private OperationAnalysis(TypeSystem types, DocumentNode document, Limits limits, PreparationWork work) => (_types, _document, _limits, _work) = (types, document, limits, work);

    public List<ArgumentCheck> Checks { get; } = [];

    public CostPlan Cost { get; } = new();

    public List<GraphQLError> Errors { get; } = [];

    public IReadOnlyCollection<string> Conditions => _conditions;

    /// <summary>What a caller is told who may not introspect; null where the operation does not.</summary>
    public GraphQLError? Introspection { get; private set; }

    private sealed record Place(CompositeType Type, int Depth, int CostParent, ListSize? Size, ConditionChain? Conditions);

    public static OperationAnalysis Analyse(TypeSystem types, DocumentNode document, OperationDefinitionNode operation, Limits limits, PreparationWork work)
    {
        var analysis = new OperationAnalysis(types, document, limits, work);
        analysis.Walk(operation.SelectionSet, new Place(types.RootType(operation.Operation)!, 0, -1, null, null));
        work.FragmentVisits += analysis._visits;
        work.FieldVisits += analysis._fields;
        return analysis;
    }

    private int MaxVisitedFields => (int)Math.Clamp(_limits.MaxFragmentVisits * 20L, 50_000L, 2_000_000L);

    private void Walk(SelectionSetNode set, Place place)
    {
        if (++_nesting > MaxSelectionNesting)
        {
            Refuse($"The operation nests more than {MaxSelectionNesting} selection sets, those of fragments counted.", set);
            _visits = int.MaxValue;
            return;
        }
        foreach (var selection in set.Selections)
        {
            if (_stopped || !TryConditions(selection, place.Conditions, out var conditions))
                continue;
            var inner = place with { Conditions = conditions };
            switch (selection)
            {
                case FieldNode field:
                    Field(field, inner);
                    break;
                case InlineFragmentNode inline:
                    Walk(inline.SelectionSet, inner with { Type = inline.TypeCondition is { } condition ? (CompositeType)_types.Type(condition.Name.Value)! : place.Type });
                    break;
                case FragmentSpreadNode spread when ++_visits > _limits.MaxFragmentVisits:
                    _stopped = true;
                    Refuse($"The operation spreads more than {_limits.MaxFragmentVisits} fragments, nested spreads counted each time.", spread);
                    break;
                case FragmentSpreadNode spread:
                    var fragment = _document.Fragments[spread.Name.Value];
                    Walk(fragment.SelectionSet, inner with { Type = (CompositeType)_types.Type(fragment.TypeCondition.Name.Value)! });
                    break;
            }
        }
        _nesting--;
    }

    private bool TryConditions(SelectionNode selection, ConditionChain? outer, out ConditionChain? conditions)
    {
        conditions = outer;
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is not ("skip" or "include"))
                continue;
            var wanted = directive.Name.Value == "include";
            var value = directive.Arguments[0].Value;
            if (value.Kind == ValueKind.Variable)
            {
                _conditions.Add(value.Text);
                conditions = new ConditionChain(value.Text, wanted, conditions);
            }
            else if (value.Text == "true" != wanted)
            {
                return false;
            }
        }
        return true;
    }

    private void Field(FieldNode node, Place place)
    {
        if (_types.Field(place.Type, node.Name.Value) is not { } field)
            return;
        // A large fragment spread often is small to send and large to measure.
        if (++_fields > MaxVisitedFields)
        {
            Refuse($"The operation selects more than {MaxVisitedFields} fields, those of fragments counted each time.", node);
            _stopped = true;
            return;
        }
        if (place.Depth == 0)
            RootField(node, field);
        var isMeta = field.Parent.IsIntrospection;
        if (!isMeta && place.Depth + 1 > _limits.MaxDepth)
        {
            Refuse($"Field \"{field.Coordinate}\" is nested deeper than {_limits.MaxDepth} levels.", node);
            return;
        }
        var cost = isMeta ? -1 : Cost.Add(place.CostParent, node, field, place.Size, place.Conditions);
        AddChecks(node, place, field);
        if (node.SelectionSet is null || field.Type.Named is not CompositeType below)
            return;
        var repeats = _onPath.GetValueOrDefault(field.Coordinate) + 1;
        var most = MaxRepeats(field);
        if (repeats > most)
        {
            Refuse($"Field \"{field.Coordinate}\" stands more than {(most == 1 ? "once" : $"{most} times")} on one path.", node);
            return;
        }
        _onPath[field.Coordinate] = repeats;
        Walk(node.SelectionSet, new Place(below, isMeta ? place.Depth : place.Depth + 1, cost, field.ListSize, place.Conditions));
        _onPath[field.Coordinate] = repeats - 1;
    }

    private void RootField(FieldNode node, FieldDefinition field)
    {
        if (field.Name is "__schema" or "__type")
            Introspection ??= new GraphQLError($"Introspection is not allowed: \"{field.Name}\" cannot be selected by this caller.", ErrorCodes.IntrospectionDisabled) { Locations = [_document.Source.Locate(node.Start)] };
        if (node.Alias is null)
            return;
        if (!_rootAliases.TryGetValue(field.Name, out var aliases))
            _rootAliases.Add(field.Name, aliases = []);
        if (aliases.Add(node.Alias.Value) && aliases.Count == _limits.MaxRootFieldAliases + 1)
            Refuse($"Field \"{field.Coordinate}\" has more than {_limits.MaxRootFieldAliases} aliases.", node);
    }

    private int MaxRepeats(FieldDefinition field)
    {
        if (field.Parent.IsIntrospection)
            return field.Name == "ofType" ? _limits.MaxOfTypeNesting : field.Type.Nullable is ListType ? _limits.MaxIntrospectionListNesting : int.MaxValue;
        return _limits.CoordinateRepeats.TryGetValue(field.Coordinate, out var own) || _limits.CoordinateRepeats.TryGetValue(field.Parent.Name, out own) ? own : _limits.MaxCoordinateRepeats;
    }

    private void AddChecks(FieldNode node, Place place, FieldDefinition field)
    {
        // A fragment spread often is checked once, unless conditions tell its places apart.
        if (field.Arguments.Count == 0 || (place.Conditions is null && !_checked.Add(node)))
            return;
        if (field.ListSize is { SlicingArguments.Count: > 0 } size)
            Checks.Add(new PageSizeCheck(node, field, size, place.Conditions));
        // Validators are bound on object types; an interface's field stands for the fields of all its types.
        var definitions = place.Type is InterfaceType ? place.Type.PossibleTypes.Select(type => type.Field(field.Name)!).Where(own => own.Arguments.Exists(argument => argument.Validators.Count > 0)).Prepend(field) : [field];
        foreach (var definition in definitions)
        {
            foreach (var argument in definition.Arguments.Where(argument => ValueCheck.IsNeeded(node, argument)))
                Checks.Add(new ValueCheck(node, definition, argument, place.Conditions));
        }
    }

    private void Refuse(string message, Node node)
    {
        if (_reported.Add(message))
            Errors.Add(new GraphQLError(message, ErrorCodes.LimitExceeded) { Locations = [_document.Source.Locate(node.Start)] });
    }
}
