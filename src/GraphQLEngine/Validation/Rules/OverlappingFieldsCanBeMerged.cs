using System.Runtime.CompilerServices;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>
/// Fields that share a response name can be merged: same field, same arguments, mergeable subselections (specification: Field Selection Merging).
/// </summary>
/// <remarks>
/// The specification compares every pair of fields, which is quadratic and has brought servers down (CVE-2023-26144). Here a group of identical leaf fields costs one pass,
/// a pair of fragments is compared once, and all comparisons draw on one budget. Longer than other files: it is one algorithm of the specification.
/// </remarks>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(CompositeType?, SelectionSetNode), FieldSet> _fieldSets = [];
    private readonly Dictionary<(FieldSet, FragmentDefinitionNode), bool> _comparedWithFragment = [];
    private readonly Dictionary<(FragmentDefinitionNode, FragmentDefinitionNode), bool> _comparedFragments = [];
    private readonly Dictionary<ValueNode, string> _printed = [];

    /// <summary>One field as selected, with the type it is selected from.</summary>
    private sealed record Selected(CompositeType? Parent, FieldNode Node, FieldDefinition? Definition)
    {
        public bool IsPlainLeaf { get; } = Node.Arguments.Length == 0 && Node.SelectionSet is null;
    }

    /// <summary>The fields of a selection set by response name, inline fragments followed, and the fragments it spreads.</summary>
    private sealed class FieldSet
    {
        public Dictionary<string, List<Selected>> Groups { get; } = [];

        public List<FragmentDefinitionNode> Fragments { get; } = [];
    }

    private sealed record Conflict(string ResponseName, string Reason, List<FieldNode> Fields1, List<FieldNode> Fields2);

    public override bool Enter(Node node)
    {
        if (node is not SelectionSetNode set || Context.Ancestors[^1] is InlineFragmentNode)
            return true;
        if (set.Selections is [not InlineFragmentNode])
            return true;
        foreach (var conflict in WithinSelectionSet(Context.TypeInfo.ParentType, set))
        {
            Context.Report(
                $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Fields1, .. conflict.Fields2]);
        }
        return true;
    }

    private void Spend(int comparisons)
    {
        Context.Work.FieldComparisons += comparisons;
        if (Context.Work.FieldComparisons > Context.Limits.MaxFieldComparisons)
            throw Context.Abort("Too many fields share a response name. Validation aborted.");
    }

    private List<Conflict> WithinSelectionSet(CompositeType? parent, SelectionSetNode set)
    {
        var conflicts = new List<Conflict>();
        var fields = Fields(parent, set);
        foreach (var (responseName, group) in fields.Groups)
            Within(conflicts, responseName, group);
        for (var i = 0; i < fields.Fragments.Count; i++)
        {
            BetweenFieldsAndFragment(conflicts, fields, fields.Fragments[i], exclusive: false);
            for (var j = i + 1; j < fields.Fragments.Count; j++)
                BetweenFragments(conflicts, fields.Fragments[i], fields.Fragments[j], exclusive: false);
        }
        return conflicts;
    }

    private void Within(List<Conflict> conflicts, string responseName, List<Selected> group)
    {
        Spend(group.Count);
        if (group.Count < 2 || AreIdenticalLeaves(group))
            return;
        for (var i = 0; i < group.Count; i++)
        {
            for (var j = i + 1; j < group.Count; j++)
                Add(conflicts, Compare(responseName, group[i], group[j], exclusive: false));
        }
    }

    private static bool AreIdenticalLeaves(List<Selected> group)
    {
        var first = group[0];
        return group.TrueForAll(field => AreIdenticalLeaves(first, field));
    }

    private static bool AreIdenticalLeaves(Selected a, Selected b) =>
        a.IsPlainLeaf && b.IsPlainLeaf && a.Node.Name.Value == b.Node.Name.Value && ReferenceEquals(a.Definition?.Type, b.Definition?.Type);

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null)
            conflicts.Add(conflict);
    }

    private void BetweenFieldsAndFragment(List<Conflict> conflicts, FieldSet fields, FragmentDefinitionNode fragment, bool exclusive)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Spend(1);
        if (fields.Groups.Count == 0 || WasCompared(_comparedWithFragment, (fields, fragment), exclusive))
            return;
        _comparedWithFragment[(fields, fragment)] = exclusive;
        var others = Fields(fragment);
        if (ReferenceEquals(fields, others))
            return;
        Between(conflicts, fields, others, exclusive);
        foreach (var spread in others.Fragments)
            BetweenFieldsAndFragment(conflicts, fields, spread, exclusive);
    }

    private void BetweenFragments(List<Conflict> conflicts, FragmentDefinitionNode a, FragmentDefinitionNode b, bool exclusive)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Spend(1);
        if (ReferenceEquals(a, b) || WasCompared(_comparedFragments, (a, b), exclusive) || WasCompared(_comparedFragments, (b, a), exclusive))
            return;
        _comparedFragments[(a, b)] = exclusive;
        var (fieldsA, fieldsB) = (Fields(a), Fields(b));
        Between(conflicts, fieldsA, fieldsB, exclusive);
        foreach (var spread in fieldsB.Fragments)
            BetweenFragments(conflicts, a, spread, exclusive);
        foreach (var spread in fieldsA.Fragments)
            BetweenFragments(conflicts, spread, b, exclusive);
    }

    // What was compared strictly need not be compared again as mutually exclusive, but not the other way round.
    private static bool WasCompared<TKey>(Dictionary<TKey, bool> compared, TKey pair, bool exclusive)
        where TKey : notnull => compared.TryGetValue(pair, out var before) && (exclusive || !before);

    private void Between(List<Conflict> conflicts, FieldSet a, FieldSet b, bool exclusive)
    {
        foreach (var (responseName, groupA) in a.Groups)
        {
            Spend(1);
            if (!b.Groups.TryGetValue(responseName, out var groupB))
                continue;
            foreach (var fieldA in groupA)
            {
                foreach (var fieldB in groupB)
                    Add(conflicts, Compare(responseName, fieldA, fieldB, exclusive));
            }
        }
    }

    // FieldsInSetCanMerge and SameResponseShape of the specification, for one pair.
    private Conflict? Compare(string responseName, Selected a, Selected b, bool exclusive)
    {
        Spend(1);
        if (AreIdenticalLeaves(a, b))
            return null;
        // Two different object types never meet in one object, so their fields need only the same shape.
        exclusive |= !ReferenceEquals(a.Parent, b.Parent) && a.Parent is ObjectType && b.Parent is ObjectType;
        if (!exclusive && a.Node.Name.Value != b.Node.Name.Value)
            return new Conflict(responseName, $"\"{a.Node.Name.Value}\" and \"{b.Node.Name.Value}\" are different fields", [a.Node], [b.Node]);
        if (!exclusive && !SameArguments(a.Node.Arguments, b.Node.Arguments))
            return new Conflict(responseName, "they have differing arguments", [a.Node], [b.Node]);
        if (a.Definition?.Type is { } typeA && b.Definition?.Type is { } typeB && TypesConflict(typeA, typeB))
            return new Conflict(responseName, $"they return conflicting types \"{typeA}\" and \"{typeB}\"", [a.Node], [b.Node]);
        if (a.Node.SelectionSet is null || b.Node.SelectionSet is null)
            return null;
        return Subfields(responseName, a, b, exclusive);
    }

    private Conflict? Subfields(string responseName, Selected a, Selected b, bool exclusive)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var conflicts = new List<Conflict>();
        var fieldsA = Fields(a.Definition?.Type.Named as CompositeType, a.Node.SelectionSet!);
        var fieldsB = Fields(b.Definition?.Type.Named as CompositeType, b.Node.SelectionSet!);
        Between(conflicts, fieldsA, fieldsB, exclusive);
        foreach (var fragment in fieldsB.Fragments)
            BetweenFieldsAndFragment(conflicts, fieldsA, fragment, exclusive);
        foreach (var fragment in fieldsA.Fragments)
            BetweenFieldsAndFragment(conflicts, fieldsB, fragment, exclusive);
        foreach (var fragmentA in fieldsA.Fragments)
        {
            foreach (var fragmentB in fieldsB.Fragments)
                BetweenFragments(conflicts, fragmentA, fragmentB, exclusive);
        }
        if (conflicts.Count == 0)
            return null;
        var reason = string.Join(" and ", conflicts.Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}"));
        return new Conflict(responseName, Shorten(reason), Nodes(a.Node, conflicts, conflict => conflict.Fields1), Nodes(b.Node, conflicts, conflict => conflict.Fields2));
    }

    // A message or list of locations must not grow with the square of the document.
    private static string Shorten(string reason) => reason.Length > 1000 ? reason[..1000] + "..." : reason;

    private static List<FieldNode> Nodes(FieldNode first, List<Conflict> conflicts, Func<Conflict, List<FieldNode>> side) => [.. conflicts.SelectMany(side).Prepend(first).Take(20)];

    private bool SameArguments(ArgumentNode[] a, ArgumentNode[] b)
    {
        if (a.Length != b.Length)
            return false;
        foreach (var argument in a)
        {
            Spend(1);
            var other = Array.FindLast(b, candidate => candidate.Name.Value == argument.Name.Value);
            if (other is null || Printed(argument.Value) != Printed(other.Value))
                return false;
        }
        return true;
    }

    // Two object literals are the same whatever the order of their fields; a block string differs from a string, as in graphql-js.
    private string Printed(ValueNode value)
    {
        if (!_printed.TryGetValue(value, out var text))
            _printed.Add(value, text = Printer.Print(Sorted(value)));
        return text;
    }

    private static ValueNode Sorted(ValueNode value) => value.Kind switch
    {
        ValueKind.List => new ValueNode { Kind = ValueKind.List, Items = Array.ConvertAll(value.Items, Sorted) },
        ValueKind.Object => new ValueNode
        {
            Kind = ValueKind.Object,
            Fields = [.. value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).Select(field => new ObjectFieldNode { Name = field.Name, Value = Sorted(field.Value) })],
        },
        _ => value,
    };

    // The specification's SameResponseShape, without the subselections.
    private static bool TypesConflict(GraphQLType a, GraphQLType b)
    {
        if (ReferenceEquals(a, b))
            return false;
        return (a, b) switch
        {
            (ListType listA, ListType listB) => TypesConflict(listA.Inner, listB.Inner),
            (ListType, _) or (_, ListType) => true,
            (NonNullType nonNullA, NonNullType nonNullB) => TypesConflict(nonNullA.Inner, nonNullB.Inner),
            (NonNullType, _) or (_, NonNullType) => true,
            _ => a.IsLeaf || b.IsLeaf,
        };
    }

    private FieldSet Fields(FragmentDefinitionNode fragment) => Fields(Context.Types.Type(fragment.TypeCondition.Name.Value) as CompositeType, fragment.SelectionSet);

    private FieldSet Fields(CompositeType? parent, SelectionSetNode set)
    {
        if (_fieldSets.TryGetValue((parent, set), out var fields))
            return fields;
        fields = new FieldSet();
        Collect(parent, set, fields);
        _fieldSets.Add((parent, set), fields);
        return fields;
    }

    private void Collect(CompositeType? parent, SelectionSetNode set, FieldSet into)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!into.Groups.TryGetValue(field.ResponseName, out var group))
                        into.Groups.Add(field.ResponseName, group = []);
                    group.Add(new Selected(parent, field, parent?.Field(field.Name.Value)));
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.TypeCondition is { } condition ? Context.Types.Type(condition.Name.Value) as CompositeType : parent, inline.SelectionSet, into);
                    break;
                case FragmentSpreadNode spread when Context.Fragment(spread.Name.Value) is { } fragment && !into.Fragments.Contains(fragment):
                    into.Fragments.Add(fragment);
                    break;
            }
        }
    }
}
