using GraphQLEngine.Errors;
using GraphQLEngine.Language;
using GraphQLEngine.Types;
using GraphQLEngine.Validation;

namespace GraphQLEngine.Execution;

/// <summary>The specification's CoerceVariableValues.</summary>
internal static class VariableCoercion
{
    // Enough to mend a form at once, and a bound on what a hostile list of values can make the server write.
    private const int MaxErrors = 50;

    // Below, searching beats indexing.
    private const int FewVariables = 8;
    private const int MaxNameShown = 100;

    public static VariableValues Coerce(OperationPlan plan, ValueNode? variables, bool hints, List<GraphQLError> errors)
    {
        if (plan.Variables.Length == 0)
            return VariableValues.None;
        var values = new ValueNode?[plan.Variables.Length];
        var given = plan.Variables.Length > FewVariables ? variables?.Fields.ToDictionary(field => field.Name.Value, field => field.Value) : null;
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                var name = plan.Variables[i].Name;
                values[i] = Coerce(plan, plan.Variables[i], given is null ? variables?.Field(name) : given.GetValueOrDefault(name), hints, errors);
            }
        }
        catch (ValidationAbortedException)
        {
            // The error that says so is the last of the list.
        }
        return new VariableValues(plan.Variables, values);
    }

    private static ValueNode? Coerce(OperationPlan plan, VariableDefinition variable, ValueNode? value, bool hints, List<GraphQLError> errors)
    {
        if (value is null && variable.Node.DefaultValue is { } defaultValue)
        {
            LiteralCoercion.ValidateVariable(defaultValue, variable.Type, hints, (message, path) => Report("default value", message, path));
            return defaultValue;
        }
        if (value is null)
        {
            if (variable.Type is NonNullType)
                Report("value", $"Expected a value of non-null type \"{variable.Type}\" to be provided.", "");
            return null;
        }
        LiteralCoercion.ValidateVariable(value, variable.Type, hints, (message, path) => Report("value", message, path));
        return value;

        void Report(string what, string message, string path)
        {
            if (errors.Count == MaxErrors)
            {
                errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.BadUserInput));
                throw new ValidationAbortedException();
            }
            var name = variable.Name.Length > MaxNameShown ? variable.Name[..MaxNameShown] + "..." : variable.Name;
            errors.Add(new GraphQLError($"Variable \"${name}\" has invalid {what}{path}: {message}", ErrorCodes.BadUserInput)
            {
                Locations = [plan.Document.Source.Locate(variable.Node.Start)],
            });
        }
    }
}
