using GraphQLEngine.Language;
using GraphQLEngine.Validation;

namespace GraphQLEngine.Types;

/// <summary>
/// Judges a literal, or a JSON value of the variables, against an input type (specification: Input Coercion of each type; Values of Correct Type).
/// Variables inside a literal are judged elsewhere, by their declared types.
/// </summary>
internal static class LiteralCoercion
{
    /// <param name="value">A literal or JSON value.</param>
    /// <param name="type">The expected type.</param>
    /// <param name="onError">Gets the message and the node it is about.</param>
    /// <param name="hints">False leaves out "did you mean".</param>
    /// <param name="customScalars">False leaves custom scalars to the check that knows the argument's name.</param>
    public static void Validate(ValueNode value, GraphQLType type, Action<string, Node> onError, bool hints = true, bool customScalars = true) =>
        new Judge((message, node, _) => onError(message, node), hints, customScalars).Value(value, type, null);

    /// <summary>The same for a JSON value, with the path inside it: <c> at .items[0].name</c>.</summary>
    public static void ValidateVariable(ValueNode value, GraphQLType type, bool hints, Action<string, string> onError) =>
        new Judge((message, _, path) => onError(message, path), hints, customScalars: true).Value(value, type, null);

    private sealed record Step(string Text, Step? Before)
    {
        public override string ToString() => Before + Text;
    }

    private sealed class Judge(Action<string, Node, string> onError, bool hints, bool customScalars)
    {
        private void Report(string message, Node node, Step? path) => onError(message, node, path is null ? "" : $" at {path}");

        public void Value(ValueNode value, GraphQLType type, Step? path)
        {
            if (value.Kind == ValueKind.Variable)
                return;
            if (type is NonNullType nonNull)
            {
                if (value.Kind == ValueKind.Null)
                    Report($"Expected value of non-null type \"{type}\" not to be null.", value, path);
                else
                    Value(value, nonNull.Inner, path);
                return;
            }
            if (value.Kind == ValueKind.Null)
                return;
            switch (type)
            {
                case ListType list when value.Kind == ValueKind.List:
                    for (var i = 0; i < value.Items.Length; i++)
                        Value(value.Items[i], list.Inner, new Step($"[{i}]", path));
                    break;
                case ListType list:
                    Value(value, list.Inner, path);
                    break;
                case InputObjectType input:
                    InputObject(value, input, path);
                    break;
                case EnumType @enum:
                    Enum(value, @enum, path);
                    break;
                case ScalarType scalar:
                    Scalar(value, scalar, path);
                    break;
            }
        }

        private void Scalar(ValueNode value, ScalarType scalar, Step? path)
        {
            if (!customScalars && !scalar.IsBuiltIn)
                return;
            if (scalar.Coercion.Refuse(value) is not { } reason)
                return;
            Report(scalar.IsBuiltIn ? reason : $"Expected value of type \"{scalar.Name}\", but encountered error \"{reason}\"; found: {Printer.Show(value)}.", value, path);
        }

        private void Enum(ValueNode value, EnumType type, Step? path)
        {
            var isName = value.FromJson ? value.Kind == ValueKind.String : value.Kind == ValueKind.Enum;
            var printed = value.FromJson && isName ? Printer.ShowText(value.Text) : Printer.Show(value);
            if (!isName)
                Report($"Enum \"{type.Name}\" cannot represent non-{(value.FromJson ? "string" : "enum")} value: {printed}.{DidYouMean(type, printed, "the enum value")}", value, path);
            else if (!type.ByName.ContainsKey(value.Text))
                Report($"Value \"{printed}\" does not exist in \"{type.Name}\" enum.{DidYouMean(type, printed, "the enum value")}", value, path);
        }

        private string DidYouMean(EnumType type, string found, string before) =>
            hints ? Suggestions.DidYouMean(Suggestions.For(found, type.Values.Select(value => value.Name)), before) : "";

        private void InputObject(ValueNode value, InputObjectType type, Step? path)
        {
            if (value.Kind != ValueKind.Object)
            {
                Report($"Expected value of type \"{type.Name}\" to be an object, found: {Printer.Show(value)}.", value, path);
                return;
            }
            foreach (var field in type.Fields)
            {
                // Of several fields with one name the last counts; UniqueInputFieldNames refuses a literal with them.
                if (Array.FindLast(value.Fields, given => given.Name.Value == field.Name) is { } given)
                    Value(given.Value, field.Type, new Step($".{field.Name}", path));
                else if (field.IsRequired)
                    Report($"Expected value of type \"{type.Name}\" to include required field \"{field.Name}\", found: {Printer.Show(value)}.", value, path);
            }
            var known = 0;
            foreach (var given in value.Fields)
            {
                if (type.ByName.ContainsKey(given.Name.Value))
                    known++;
                else
                    UnknownField(value, type, given, path);
            }
            if (type.IsOneOf)
                OneOf(value, type, known, path);
        }

        private void UnknownField(ValueNode value, InputObjectType type, ObjectFieldNode given, Step? path)
        {
            var hint = hints ? Suggestions.DidYouMean(Suggestions.For(given.Name.Value, type.Fields.Select(field => field.Name))) : "";
            var found = hint == "" ? ", found" : $".{hint} Found";
            Report($"Expected value of type \"{type.Name}\" not to include unknown field \"{given.Name.Value}\"{found}: {Printer.Show(value)}.", value.FromJson ? value : given, path);
        }

        private void OneOf(ValueNode value, InputObjectType type, int known, Step? path)
        {
            var message = $"Within OneOf Input Object type \"{type.Name}\", exactly one field must be specified, and the value for that field must be non-null.";
            if (known != 1)
                Report(message, value, path);
            else if (Array.Find(value.Fields, given => type.ByName.ContainsKey(given.Name.Value)) is { Value.Kind: ValueKind.Null } given)
                Report(message, value, new Step($".{given.Name.Value}", path));
        }
    }
}
