using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation;

/// <summary>Knows, while a document is walked, which types and definitions the current node has.</summary>
internal sealed class TypeInfo(TypeSystem types)
{
    private readonly List<GraphQLType?> _output = [];
    private readonly List<CompositeType?> _parents = [];
    private readonly List<FieldDefinition?> _fields = [];
    private readonly List<GraphQLType?> _input = [];
    private readonly List<ValueNode?> _defaults = [];

    /// <summary>The output type of the innermost operation, fragment or field.</summary>
    public GraphQLType? Type => Last(_output);

    /// <summary>The type that the innermost selection set selects from.</summary>
    public CompositeType? ParentType => Last(_parents);

    public FieldDefinition? Field => Last(_fields);

    public DirectiveDefinition? Directive { get; private set; }

    public InputValueDefinition? Argument { get; private set; }

    public GraphQLType? InputType => Last(_input);

    public GraphQLType? ParentInputType => _input.Count > 1 ? _input[^2] : null;

    public ValueNode? DefaultValue => Last(_defaults);

    public void Enter(Node node)
    {
        switch (node)
        {
            case SelectionSetNode: _parents.Add(Type?.Named as CompositeType); break;
            case FieldNode field: EnterField(field); break;
            case DirectiveNode directive: Directive = types.Directives.GetValueOrDefault(directive.Name.Value); break;
            case OperationDefinitionNode operation: _output.Add(types.RootType(operation.Operation)); break;
            case InlineFragmentNode { TypeCondition: null }: _output.Add(Type?.Named); break;
            case InlineFragmentNode fragment: _output.Add(OutputOnly(types.Type(fragment.TypeCondition!.Name.Value))); break;
            case FragmentDefinitionNode fragment: _output.Add(OutputOnly(types.Type(fragment.TypeCondition.Name.Value))); break;
            case VariableDefinitionNode variable: _input.Add(InputOnly(types.TypeFrom(variable.Type))); break;
            case ArgumentNode argument: EnterArgument(argument); break;
            case ObjectFieldNode field: EnterObjectField(field); break;
            case ValueNode { Kind: ValueKind.List }:
                _defaults.Add(null);
                _input.Add(InputType?.Nullable is ListType list ? InputOnly(list.Inner) : null);
                break;
        }
    }

    public void Leave(Node node)
    {
        switch (node)
        {
            case SelectionSetNode: Pop(_parents); break;
            case FieldNode: Pop(_fields); Pop(_output); break;
            case DirectiveNode: Directive = null; break;
            case OperationDefinitionNode or InlineFragmentNode or FragmentDefinitionNode: Pop(_output); break;
            case VariableDefinitionNode: Pop(_input); break;
            case ArgumentNode: Argument = null; Pop(_defaults); Pop(_input); break;
            case ObjectFieldNode or ValueNode { Kind: ValueKind.List }: Pop(_defaults); Pop(_input); break;
        }
    }

    private void EnterField(FieldNode node)
    {
        var definition = ParentType is { } parent ? types.Field(parent, node.Name.Value) : null;
        _fields.Add(definition);
        _output.Add(OutputOnly(definition?.Type));
    }

    private void EnterArgument(ArgumentNode node)
    {
        var name = node.Name.Value;
        Argument = Directive is { } directive ? directive.Arguments.Find(argument => argument.Name == name) : Field?.Argument(name);
        _defaults.Add(Argument?.DefaultValue);
        _input.Add(InputOnly(Argument?.Type));
    }

    private void EnterObjectField(ObjectFieldNode node)
    {
        var field = (InputType?.Named as InputObjectType)?.ByName.GetValueOrDefault(node.Name.Value);
        _defaults.Add(field?.DefaultValue);
        _input.Add(InputOnly(field?.Type));
    }

    private static GraphQLType? OutputOnly(GraphQLType? type) => type is { IsOutput: true } ? type : null;

    private static GraphQLType? InputOnly(GraphQLType? type) => type is { IsInput: true } ? type : null;

    private static T? Last<T>(List<T?> stack)
        where T : class => stack.Count > 0 ? stack[^1] : null;

    private static void Pop<T>(List<T> stack) => stack.RemoveAt(stack.Count - 1);
}
