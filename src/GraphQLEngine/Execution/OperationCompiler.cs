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
            variant.Root = Compile(variant, plan.RootType, [plan.Operation.SelectionSet]);
        variant.IsConstant = plan.Operation.Operation == OperationKind.Query
            && plan.Variables.Length == 0
            && Array.TrueForAll(variant.Root.Fields, field => field.Definition.Parent.IsIntrospection);
        return variant;
    }

    public static SelectionPlan CompileSelection(FieldPlan field, ObjectType type) =>
        Compile(field.Variant, type, field.Nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>());

    private static SelectionPlan Compile(OperationVariant variant, ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets)
            CollectFields(variant, type, set, groups, visited);
        var plans = new List<FieldPlan>(groups.Count);
        foreach (var (responseName, nodes) in groups)
        {
            if (variant.Types.Field(type, nodes[0].Name.Value) is { } definition)
                plans.Add(CompileField(variant, type, definition, responseName, nodes, isFirst: plans.Count == 0));
        }
        return new SelectionPlan([.. plans]);
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
        OperationVariant variant, ObjectType type, FieldDefinition definition, string responseName, List<FieldNode> nodes, bool isFirst)
    {
        var executor = definition.Executor!;
        var arguments = definition.Arguments.ConvertAll(argument => CompileArgument(argument, nodes[0]));
        var plan = new FieldPlan
        {
            Variant = variant,
            Definition = definition,
            Executor = executor,
            Nodes = nodes,
            ResponseName = responseName,
            NameJson = Encoding.UTF8.GetBytes($"{(isFirst ? "" : ",")}\"{responseName}\":"),
            TypeNameJson = type.NameJson,
            Index = variant.NextField(),
            NeedsCall = executor.NeedsCall,
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
}
