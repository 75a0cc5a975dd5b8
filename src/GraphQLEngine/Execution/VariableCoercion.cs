using GraphQLEngine.Errors;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>The specification's CoerceVariableValues.</summary>
internal static class VariableCoercion
{
    // Enough to mend a form at once, and a bound on what a hostile list of values can make the server write.
    private const int MaxErrors = 50;

    public static VariableValues Coerce(OperationPlan plan, ValueNode? variables, bool hints, List<GraphQLError> errors)
    {
        if (plan.Variables.Length == 0)
            return VariableValues.None;
        var values = new ValueNode?[plan.Variables.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Coerce(plan, plan.Variables[i], Given(variables, plan.Variables[i].Name), hints, errors);
        return new VariableValues(plan.Variables, values);
    }

    private static ValueNode? Given(ValueNode? variables, string name)
    {
        foreach (var field in variables?.Fields ?? [])
        {
            if (field.Name.Value == name)
                return field.Value;
        }
        return null;
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
                errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.BadUserInput));
            if (errors.Count >= MaxErrors)
                return;
            errors.Add(new GraphQLError($"Variable \"${variable.Name}\" has invalid {what}{path}: {message}", ErrorCodes.BadUserInput)
            {
                Locations = [plan.Document.Source.Locate(variable.Node.Start)],
            });
        }
    }
}
