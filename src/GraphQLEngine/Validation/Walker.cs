using System.Runtime.CompilerServices;
using GraphQLEngine.Language;

namespace GraphQLEngine.Validation;

/// <summary>Walks an executable document depth first, in the order of its text, with the types that each node has.</summary>
internal abstract class Walker(TypeInfo typeInfo)
{
    public TypeInfo TypeInfo { get; } = typeInfo;

    /// <summary>The nodes above the current one.</summary>
    protected List<Node> Ancestors { get; } = [];

    protected abstract void Enter(Node node);

    protected abstract void Leave(Node node);

    public void Walk(Node node)
    {
        // The parser bounds nesting; this is the second line of defence, because a stack overflow cannot be caught.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        TypeInfo.Enter(node);
        Enter(node);
        Ancestors.Add(node);
        Children(node);
        Ancestors.RemoveAt(Ancestors.Count - 1);
        Leave(node);
        TypeInfo.Leave(node);
    }

    private void Children(Node node)
    {
        switch (node)
        {
            case DocumentNode document:
                WalkAll(document.Definitions);
                break;
            case OperationDefinitionNode operation:
                WalkAll(operation.Variables);
                WalkAll(operation.Directives);
                Walk(operation.SelectionSet);
                break;
            case FragmentDefinitionNode fragment:
                Walk(fragment.TypeCondition);
                WalkAll(fragment.Directives);
                Walk(fragment.SelectionSet);
                break;
            case VariableDefinitionNode variable:
                Walk(variable.Type);
                if (variable.DefaultValue is not null)
                    Walk(variable.DefaultValue);
                WalkAll(variable.Directives);
                break;
            case SelectionSetNode set:
                WalkAll(set.Selections);
                break;
            case FieldNode field:
                WalkAll(field.Arguments);
                WalkAll(field.Directives);
                if (field.SelectionSet is not null)
                    Walk(field.SelectionSet);
                break;
            case FragmentSpreadNode spread:
                WalkAll(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                if (fragment.TypeCondition is not null)
                    Walk(fragment.TypeCondition);
                WalkAll(fragment.Directives);
                Walk(fragment.SelectionSet);
                break;
            case DirectiveNode directive:
                WalkAll(directive.Arguments);
                break;
            case ArgumentNode argument:
                Walk(argument.Value);
                break;
            case ObjectFieldNode field:
                Walk(field.Value);
                break;
            case ValueNode value:
                WalkAll(value.Items);
                WalkAll(value.Fields);
                break;
            case ListTypeNode list:
                Walk(list.Inner);
                break;
            case NonNullTypeNode nonNull:
                Walk(nonNull.Inner);
                break;
        }
    }

    private void WalkAll(Node[] nodes)
    {
        foreach (var node in nodes)
            Walk(node);
    }
}
