using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>A subscription selects one field, no meta field, without @skip and @include (specification: Single Root Field).</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        if (node is not OperationDefinitionNode operation)
            return node is DocumentNode;
        if (operation.Operation == OperationKind.Subscription && Context.Types.Subscription is { } root)
            Check(operation, root);
        return false;
    }

    private void Check(OperationDefinitionNode operation, ObjectType root)
    {
        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var groups = new List<(string ResponseName, List<FieldNode> Fields)>();
        var conditions = new List<Node>();
        CollectSubscriptionFields(operation.SelectionSet, root, groups, conditions, []);
        if (conditions.Count > 0)
        {
            Context.Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
            return;
        }
        if (groups.Count == 0)
            Context.Report($"{subject} must select one top level field.", operation.SelectionSet);
        else if (groups.Count > 1)
            Context.Report($"{subject} must select only one top level field.", [.. groups.Skip(1).SelectMany(group => group.Fields)]);
        foreach (var (_, fields) in groups.Where(group => group.Fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
            Context.Report($"{subject} must not select an introspection top level field.", [.. fields]);
    }

    private void CollectSubscriptionFields(
        SelectionSetNode set, ObjectType root, List<(string ResponseName, List<FieldNode> Fields)> groups, List<Node> conditions, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            Context.Spend(1);
            if (Condition(selection) is { } condition)
            {
                conditions.Add(condition);
                continue;
            }
            switch (selection)
            {
                case FieldNode field:
                    var group = groups.Find(known => known.ResponseName == field.ResponseName);
                    if (group.Fields is null)
                        groups.Add((field.ResponseName, [field]));
                    else
                        group.Fields.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, root):
                    CollectSubscriptionFields(inline.SelectionSet, root, groups, conditions, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && Context.Fragment(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition, root):
                    CollectSubscriptionFields(fragment.SelectionSet, root, groups, conditions, visited);
                    break;
            }
        }
    }

    private static DirectiveNode? Condition(SelectionNode selection) =>
        Array.Find(selection.Directives, directive => directive.Name.Value == "skip") ?? Array.Find(selection.Directives, directive => directive.Name.Value == "include");

    private bool Applies(NamedTypeNode? condition, ObjectType root) => condition is null || (Context.Types.Type(condition.Name.Value) as CompositeType)?.PossibleTypes.Contains(root) == true;
}
