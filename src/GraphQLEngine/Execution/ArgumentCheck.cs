using GraphQLEngine.Errors;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>The @skip and @include around a field that depend on variables.</summary>
internal sealed record ConditionChain(string Variable, bool Wanted, ConditionChain? Outer)
{
    public bool Holds(VariableValues variables)
    {
        var isTrue = variables[Variable] is { Kind: ValueKind.Boolean, Text: "true" };
        return isTrue == Wanted && (Outer is null || Outer.Holds(variables));
    }
}

/// <summary>
/// Something about a field's arguments that must be right before anything runs: custom scalars, validators, page sizes. A failure is a request error that names the argument.
/// </summary>
internal abstract class ArgumentCheck(FieldNode node, FieldDefinition field, ConditionChain? conditions)
{
    protected FieldNode Node { get; } = node;

    protected FieldDefinition Field { get; } = field;

    public void Run(VariableValues variables, DocumentNode document, List<GraphQLError> errors)
    {
        if (conditions is not null && !conditions.Holds(variables))
            return;
        foreach (var message in Refusals(variables))
            errors.Add(new GraphQLError(message, ErrorCodes.BadUserInput) { Locations = [document.Source.Locate(Node.Start)], Extensions = new Dictionary<string, object?> { ["coordinate"] = Field.Coordinate } });
    }

    protected abstract IEnumerable<string> Refusals(VariableValues variables);

    /// <summary>The argument as given, variables replaced; null when absent.</summary>
    protected ValueNode? Given(string argument, VariableValues variables)
    {
        var literal = Array.Find(Node.Arguments, candidate => candidate.Name.Value == argument)?.Value;
        if (literal is { Kind: ValueKind.Variable })
            return variables[literal.Text];
        return literal is not null && VariableValues.HasVariable(literal) ? variables.Replace(literal) : literal;
    }
}

/// <summary>Custom scalars and validators of one argument.</summary>
internal sealed class ValueCheck(FieldNode node, FieldDefinition field, InputValueDefinition argument, ConditionChain? conditions) : ArgumentCheck(node, field, conditions)
{
    // The words "literal or variable" tell a client that both ways of giving the value were judged alike.
    protected override IEnumerable<string> Refusals(VariableValues variables)
    {
        if (Given(argument.Name, variables) is not { Kind: not ValueKind.Null } value)
            yield break;
        var reasons = new List<string>();
        LiteralCoercion.Validate(value, argument.Type, (message, _) => reasons.Add(message), hints: false);
        if (reasons.Count == 0)
            reasons.AddRange(Validate(value));
        foreach (var reason in reasons)
            yield return $"Argument \"{argument.Coordinate}\" has an invalid value, as literal or variable: {reason}";
    }

    private IEnumerable<string> Validate(ValueNode value)
    {
        if (argument.Validators.Count == 0 || Field.Executor?.Slots.FirstOrDefault(slot => ReferenceEquals(slot.Argument, argument))?.Converter is not { } converter)
            return [];
        var converted = converter.Convert(value);
        return converted is null ? [] : argument.Validators.Select(validator => validator.Validate(converted)).OfType<string>();
    }

    public static bool IsNeeded(FieldNode node, InputValueDefinition argument)
    {
        var literal = Array.Find(node.Arguments, candidate => candidate.Name.Value == argument.Name)?.Value;
        if (literal is null)
            return false;
        // A variable's own coercion has judged its custom scalars.
        return argument.Validators.Count > 0 || (literal.Kind != ValueKind.Variable && HasCustomScalar(argument.Type.Named, []));
    }

    private static bool HasCustomScalar(NamedType type, HashSet<NamedType> visited) => type switch
    {
        ScalarType scalar => !scalar.IsBuiltIn,
        InputObjectType input => visited.Add(input) && input.Fields.Exists(field => HasCustomScalar(field.Type.Named, visited)),
        _ => false,
    };
}

/// <summary>A list that can grow must be asked for in pages (<c>@listSize(requireOneSlicingArgument: true)</c>), or by a list of bounded length.</summary>
internal sealed class PageSizeCheck(FieldNode node, FieldDefinition field, ListSize size, ConditionChain? conditions) : ArgumentCheck(node, field, conditions)
{
    protected override IEnumerable<string> Refusals(VariableValues variables)
    {
        var given = size.SlicingArguments.Select(name => (Name: name, Value: Given(name, variables))).Where(argument => argument.Value is { Kind: not ValueKind.Null }).ToList();
        var names = string.Join(" or ", size.SlicingArguments.Select(name => $"\"{name}\""));
        var hasDefault = size.SlicingArguments.Any(name => Field.Argument(name)!.DefaultValue is not null);
        if (size.RequireOneSlicingArgument && given.Count == 0 && !hasDefault)
            yield return $"Field \"{Field.Coordinate}\" needs {names}, as literal or variable, between 1 and {size.MaxPageSize}.";
        if (size.RequireOneSlicingArgument && given.Count > 1)
            yield return $"Field \"{Field.Coordinate}\" takes only one of {names}, as literal or variable.";
        foreach (var (name, value) in given)
        {
            var argument = Field.Argument(name)!;
            if (ListSize.Asked(argument, value!) is not { } count)
                continue;
            if (argument.Type.Nullable is ListType && count > size.MaxPageSize)
                yield return $"Argument \"{argument.Coordinate}\" must have at most {size.MaxPageSize} items, as literal or variable, but has {count}.";
            else if (argument.Type.Nullable is not ListType && (count < 1 || count > size.MaxPageSize))
                yield return $"Argument \"{argument.Coordinate}\" must be between 1 and {size.MaxPageSize}, as literal or variable, but is {count}.";
        }
    }
}
