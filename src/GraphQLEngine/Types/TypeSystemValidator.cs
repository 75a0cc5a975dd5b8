using GraphQLEngine.Language;
using GraphQLEngine.Validation;

namespace GraphQLEngine.Types;

/// <summary>The "Type Validation" sections of the specification's chapter 3. Every fault begins with a schema coordinate. Longer than other files: it is one list of rules.</summary>
internal sealed class TypeSystemValidator
{
    private readonly TypeSystem _types;
    private readonly List<string> _faults;

    private TypeSystemValidator(TypeSystem types, List<string> faults) => (_types, _faults) = (types, faults);

    public static void Validate(TypeSystem types, IReadOnlyList<SchemaDefinitionNode> schemaParts, List<string> faults)
    {
        var validator = new TypeSystemValidator(types, faults);
        validator.Directives("schema", "SCHEMA", [.. schemaParts.SelectMany(part => part.Directives)]);
        foreach (var type in types.Types.Values.Where(type => !type.IsIntrospection))
            validator.Type(type);
        foreach (var directive in types.Directives.Values)
            directive.Arguments.ForEach(argument => validator.InputValue(argument, "ARGUMENT_DEFINITION"));
        InputCycles.Find(types, faults);
        DirectiveCycles.Find(types, faults);
    }

    private void Type(NamedType type)
    {
        switch (type)
        {
            case ScalarType:
                Directives(type.Name, "SCALAR", type.Directives);
                break;
            case FieldsType fields:
                Directives(type.Name, type is ObjectType ? "OBJECT" : "INTERFACE", type.Directives);
                Fields(fields);
                Implementations(fields);
                break;
            case UnionType union:
                Directives(type.Name, "UNION", type.Directives);
                if (union.Members.Count == 0)
                    _faults.Add($"{type.Name}: a union must have at least one member.");
                break;
            case EnumType @enum:
                Directives(type.Name, "ENUM", type.Directives);
                if (@enum.Values.Count == 0)
                    _faults.Add($"{type.Name}: an enum must have at least one value.");
                foreach (var value in @enum.Values)
                {
                    Name(value.Coordinate, value.Name);
                    Directives(value.Coordinate, "ENUM_VALUE", value.Directives);
                }
                break;
            case InputObjectType input:
                Directives(type.Name, "INPUT_OBJECT", type.Directives);
                InputObject(input);
                break;
        }
    }

    private void Fields(FieldsType type)
    {
        if (type.IsDeclaredEmpty)
            _faults.Add($"{type.Name}: must have at least one field.");
        foreach (var field in type.Fields)
        {
            Name(field.Coordinate, field.Name);
            Directives(field.Coordinate, "FIELD_DEFINITION", field.Directives);
            field.Arguments.ForEach(argument => InputValue(argument, "ARGUMENT_DEFINITION"));
        }
    }

    private void InputObject(InputObjectType type)
    {
        if (type.Fields.Count == 0)
            _faults.Add($"{type.Name}: an input object must have at least one field.");
        foreach (var field in type.Fields)
        {
            InputValue(field, "INPUT_FIELD_DEFINITION");
            if (type.IsOneOf && field.Type.IsNonNull)
                _faults.Add($"{field.Coordinate}: a field of a OneOf input object must be nullable.");
            if (type.IsOneOf && field.DefaultValue is not null)
                _faults.Add($"{field.Coordinate}: a field of a OneOf input object must not have a default value.");
        }
    }

    private void InputValue(InputValueDefinition value, string location)
    {
        Name(value.Coordinate, value.Name);
        Directives(value.Coordinate, location, value.Directives);
        if (value.IsRequired && value.DeprecationReason is not null)
            _faults.Add($"{value.Coordinate}: is required and so cannot be deprecated.");
        if (value.DefaultValue is { } defaultValue)
            LiteralCoercion.Validate(defaultValue, value.Type, (message, _) => _faults.Add($"{value.Coordinate}: has an invalid default value. {message}"));
    }

    private void Name(string coordinate, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            _faults.Add($"{coordinate}: a name must not begin with \"__\", which is reserved for introspection.");
    }

    // IsValidImplementation, with the interfaces that the interfaces themselves implement.
    private void Implementations(FieldsType type)
    {
        foreach (var implemented in type.Interfaces)
        {
            if (ReferenceEquals(type, implemented))
            {
                _faults.Add($"{type.Name}: cannot implement itself.");
                continue;
            }
            foreach (var transitive in implemented.Interfaces.Where(transitive => !type.Interfaces.Contains(transitive)))
            {
                _faults.Add(ReferenceEquals(transitive, type)
                    ? $"{type.Name}: cannot implement {implemented.Name} because that would be a circle."
                    : $"{type.Name}: must implement {transitive.Name} because {implemented.Name} implements it.");
            }
            foreach (var field in implemented.Fields)
                Implementation(type, implemented, field);
        }
    }

    private void Implementation(FieldsType type, InterfaceType implemented, FieldDefinition expected)
    {
        if (type.Field(expected.Name) is not { } field)
        {
            _faults.Add($"{type.Name}.{expected.Name}: is missing; {implemented.Name} requires it.");
            return;
        }
        if (!TypeSystem.IsSubType(field.Type, expected.Type))
            _faults.Add($"{field.Coordinate}: has the type {field.Type}, but {expected.Coordinate} has {expected.Type}.");
        foreach (var argument in expected.Arguments)
        {
            if (field.Argument(argument.Name) is not { } own)
                _faults.Add($"{field.Coordinate}({argument.Name}:): is missing; {implemented.Name} requires it.");
            else if (!ReferenceEquals(own.Type, argument.Type))
                _faults.Add($"{own.Coordinate}: has the type {own.Type}, but {argument.Coordinate} has {argument.Type}.");
        }
        foreach (var extra in field.Arguments.Where(argument => expected.Argument(argument.Name) is null && argument.IsRequired))
            _faults.Add($"{extra.Coordinate}: must not be required, because {expected.Coordinate} does not have it.");
        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
            _faults.Add($"{field.Coordinate}: is deprecated, but {expected.Coordinate} is not.");
    }

    private void Directives(string coordinate, string location, IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var node in directives)
        {
            var name = node.Name.Value;
            if (!_types.Directives.TryGetValue(name, out var directive))
            {
                _faults.Add($"{coordinate}: has the unknown directive @{name}.");
                continue;
            }
            if (!directive.Locations.Contains(location))
                _faults.Add($"{coordinate}: directive @{name} may not be used on {location}.");
            if (!directive.IsRepeatable && directives.First(other => other.Name.Value == name) != node)
                _faults.Add($"{coordinate}: directive @{name} can be used only once here.");
            foreach (var argument in node.Arguments)
            {
                if (directive.Arguments.Find(definition => definition.Name == argument.Name.Value) is { } definition)
                    LiteralCoercion.Validate(argument.Value, definition.Type, (message, _) => _faults.Add($"{coordinate}: @{name}({definition.Name}:) is wrong. {message}"));
                else
                    _faults.Add($"{coordinate}: directive @{name} has no argument \"{argument.Name.Value}\".");
            }
            foreach (var required in directive.Arguments.Where(definition => definition.IsRequired && node.Arguments.All(argument => argument.Name.Value != definition.Name)))
                _faults.Add($"{coordinate}: directive @{name} needs the argument \"{required.Name}\".");
            if (node.Arguments.DistinctBy(argument => argument.Name.Value).Count() != node.Arguments.Length)
                _faults.Add($"{coordinate}: directive @{name} has an argument twice.");
        }
    }
}
