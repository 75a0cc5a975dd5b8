using System.Runtime.CompilerServices;
using System.Text;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>Compiles an operation into plans, one per place and concrete type (specification: CollectFields, CollectSubfields, MergeSelectionSets).</summary>
internal static class OperationCompiler
{
    public static OperationVariant CompileVariant(OperationPlan plan, VariableValues conditions)
    {
        var variant = new OperationVariant(plan, conditions);
        lock (variant)
            variant.Root = Compile(variant, plan.RootType, [plan.Operation.SelectionSet], parent: null);
        variant.IsConstant = plan.Operation.Operation == OperationKind.Query
            && plan.Variables.Length == 0
            && Array.TrueForAll(variant.Root.Fields, field => field.Definition.Parent.IsIntrospection);
        return variant;
    }

    public static SelectionPlan CompileSelection(FieldPlan field, ObjectType type) =>
        Compile(field.Variant, type, field.Nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>(), field);

    private static SelectionPlan Compile(OperationVariant variant, ObjectType type, IEnumerable<SelectionSetNode> sets, FieldPlan? parent)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets)
            CollectFields(variant, type, set, groups, visited);
        var plans = new List<FieldPlan>(groups.Count);
        var columns = 0;
        foreach (var (responseName, nodes) in groups)
        {
            if (variant.Types.Field(type, nodes[0].Name.Value) is { } definition)
                plans.Add(CompileField(variant, type, definition, responseName, nodes, parent, isFirst: plans.Count == 0, ref columns));
        }
        return new SelectionPlan(type, [.. plans], columns);
    }

    private static void CollectFields(OperationVariant variant, ObjectType type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> groups, HashSet<string> visited)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(variant, selection))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    if (groups.TryGetValue(field.ResponseName, out var group))
                        group.Add(field);
                    else
                        groups.Add(field.ResponseName, [field]);
                    break;
                case InlineFragmentNode inline when DoesFragmentTypeApply(variant.Types, type, inline.TypeCondition):
                    CollectFields(variant, type, inline.SelectionSet, groups, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = variant.Document.Fragments[spread.Name.Value];
                    if (DoesFragmentTypeApply(variant.Types, type, fragment.TypeCondition))
                        CollectFields(variant, type, fragment.SelectionSet, groups, visited);
                    break;
            }
        }
    }

    public static bool DoesFragmentTypeApply(TypeSystem types, ObjectType type, NamedTypeNode? condition) =>
        condition is null || (types.Type(condition.Name.Value) as CompositeType)?.PossibleTypes.Contains(type) == true;

    private static bool IsIncluded(OperationVariant variant, SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            var excludedBy = directive.Name.Value switch { "skip" => true, "include" => false, _ => (bool?)null };
            if (excludedBy is not null && Condition(variant, directive.Arguments[0].Value) == excludedBy)
                return false;
        }
        return true;
    }

    private static bool Condition(OperationVariant variant, ValueNode value) =>
        (value.Kind == ValueKind.Variable ? variant.ConditionValues[value.Text] : value) is { Kind: ValueKind.Boolean, Text: "true" };

    private static FieldPlan CompileField(
        OperationVariant variant, ObjectType type, FieldDefinition definition, string responseName, List<FieldNode> nodes, FieldPlan? parent, bool isFirst, ref int columns)
    {
        var executor = definition.Executor!;
        var hasColumnsBelow = definition.Type.Named is CompositeType composite && nodes.Exists(node => HasColumns(variant, node, composite));
        var arguments = definition.Arguments.ConvertAll(argument => CompileArgument(argument, nodes[0]));
        var plan = new FieldPlan
        {
            Variant = variant,
            Parent = parent,
            Definition = definition,
            Executor = executor,
            Nodes = nodes,
            ResponseName = responseName,
            NameJson = Encoding.UTF8.GetBytes($"{(isFirst ? "" : ",")}\"{responseName}\":"),
            TypeNameJson = type.NameJson,
            Index = variant.NextField(),
            NeedsCall = executor.NeedsCall,
            Column = executor.IsDeferred || hasColumnsBelow ? columns++ : -1,
            HasColumnsBelow = hasColumnsBelow,
            Arguments = [.. arguments],
        };
        if (executor.NeedsCall && !executor.CallIsPerRequest && arguments.TrueForAll(argument => !argument.IsVariable))
            plan.ConstantCall = ArgumentCoercion.CreateConstantCall(plan);
        return plan;
    }

    private static ArgumentPlan CompileArgument(InputValueDefinition definition, FieldNode node)
    {
        var literal = Array.Find(node.Arguments, argument => argument.Name.Value == definition.Name)?.Value;
        return new ArgumentPlan { Definition = definition, Literal = literal, IsVariable = literal is not null && VariableValues.HasVariable(literal) };
    }

    // Looks at every possible type, because levels must be there before the concrete types are known. Conditions are ignored: a level too many does no harm.
    private static bool HasColumns(OperationVariant variant, FieldNode node, CompositeType type)
    {
        if (node.SelectionSet is null)
            return false;
        if (variant.HasColumns.TryGetValue((node, type), out var known))
            return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var found = type.PossibleTypes.Exists(possible => HasColumns(variant, node.SelectionSet, possible, []));
        variant.HasColumns[(node, type)] = found;
        return found;
    }

    private static bool HasColumns(OperationVariant variant, SelectionSetNode set, ObjectType type, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            var found = selection switch
            {
                FieldNode field => variant.Types.Field(type, field.Name.Value) is { } definition
                    && (definition.Executor!.IsDeferred || (definition.Type.Named is CompositeType below && HasColumns(variant, field, below))),
                InlineFragmentNode inline => DoesFragmentTypeApply(variant.Types, type, inline.TypeCondition) && HasColumns(variant, inline.SelectionSet, type, visited),
                FragmentSpreadNode spread => visited.Add(spread.Name.Value)
                    && DoesFragmentTypeApply(variant.Types, type, variant.Document.Fragments[spread.Name.Value].TypeCondition)
                    && HasColumns(variant, variant.Document.Fragments[spread.Name.Value].SelectionSet, type, visited),
                _ => false,
            };
            if (found)
                return true;
        }
        return false;
    }
}
