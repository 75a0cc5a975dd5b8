using GraphQLEngine.Errors;
using GraphQLEngine.Introspection;
using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>
/// Turns SDL documents into a <see cref="TypeSystem"/>, collecting every fault instead of stopping at the first (specification: Type System, Type System Extensions).
/// Definitions are read in three passes: names, then extensions merged into definitions, then members, whose types need all names.
/// </summary>
internal sealed class SchemaBuilder
{
    private readonly TypeSystem _types = new();
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, List<TypeDefinitionNode>> _parts = [];
    private readonly List<SchemaDefinitionNode> _schemaParts = [];
    private readonly List<string> _unusedScalars = [];

    private SchemaBuilder()
    {
    }

    public static (TypeSystem Types, List<string> Faults) Build(IEnumerable<SdlDocument> documents)
    {
        var builder = new SchemaBuilder();
        builder.Read(documents);
        return (builder._types, builder._faults);
    }

    private void Read(IEnumerable<SdlDocument> documents)
    {
        var definitions = documents.SelectMany(Parse).ToList();
        if (_faults.Count > 0)
            return;
        var builtIn = Parser.ParseDocument(IntrospectionSdl.Text, ParserLimits.None).Definitions;
        DeclareTypes(definitions, isBuiltIn: false);
        DeclareTypes(builtIn, isBuiltIn: true);
        DeclareBuiltInScalars(definitions);
        DefineDirectives(definitions.OfType<DirectiveDefinitionNode>(), isVisible: true);
        DefineDirectives(Parser.ParseDocument(BuiltInSdl.Directives, ParserLimits.None).Definitions.OfType<DirectiveDefinitionNode>(), isVisible: true, isFallback: true);
        DefineDirectives(Parser.ParseDocument(BuiltInSdl.CostDirectives, ParserLimits.None).Definitions.OfType<DirectiveDefinitionNode>(), isVisible: false, isFallback: true);
        foreach (var (name, parts) in _parts)
        {
            if (_types.Types.TryGetValue(name, out var type))
                Define(type, parts);
        }
        FindPossibleTypes();
        ReadSchemaDefinition();
        ReadMetaFields();
        MemberDirectives.Apply(_types, _faults);
        TypeSystemValidator.Validate(_types, _schemaParts, _faults);
    }

    private IEnumerable<Node> Parse(SdlDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
            return [];
        try
        {
            return Parser.ParseDocument(document.Text, ParserLimits.None).Definitions;
        }
        catch (SyntaxErrorException error)
        {
            var location = new Source(document.Text).Locate(error.Position);
            _faults.Add($"{document.Name}({location.Line},{location.Column}): {error.Message}");
            return [];
        }
    }

    private void DeclareTypes(IReadOnlyCollection<Node> definitions, bool isBuiltIn)
    {
        foreach (var node in definitions)
        {
            switch (node)
            {
                case SchemaDefinitionNode schema: _schemaParts.Add(schema); break;
                case OperationDefinitionNode or FragmentDefinitionNode: _faults.Add("An operation or fragment stands in the SDL, where only type definitions may."); break;
                case TypeDefinitionNode { IsExtension: false } definition: Declare(definition, isBuiltIn); break;
            }
        }
        foreach (var extension in definitions.OfType<TypeDefinitionNode>().Where(node => node.IsExtension))
        {
            var name = extension.Name.Value;
            if (!_parts.TryGetValue(name, out var parts))
                _faults.Add($"{name}: cannot extend a type that is not defined.");
            else if (parts[0].Kind != extension.Kind)
                _faults.Add($"{name}: cannot extend {Describe(parts[0].Kind)} as {Describe(extension.Kind)}.");
            else
                parts.Add(extension);
        }
    }

    private static string Describe(TypeDefinitionKind kind) => kind switch
    {
        TypeDefinitionKind.Scalar => "a scalar",
        TypeDefinitionKind.Object => "an object type",
        TypeDefinitionKind.Interface => "an interface",
        TypeDefinitionKind.Union => "a union",
        TypeDefinitionKind.Enum => "an enum",
        _ => "an input object",
    };

    private void Declare(TypeDefinitionNode definition, bool isBuiltIn)
    {
        var name = definition.Name.Value;
        if (!isBuiltIn && name.StartsWith("__", StringComparison.Ordinal))
            _faults.Add($"{name}: a name must not begin with \"__\", which is reserved for introspection.");
        if (_types.Types.ContainsKey(name))
        {
            _faults.Add($"{name}: there can be only one type of this name.");
            return;
        }
        NamedType type = definition.Kind switch
        {
            TypeDefinitionKind.Scalar => new ScalarType(name),
            TypeDefinitionKind.Object => new ObjectType(name) { Index = _types.ObjectTypes.Count },
            TypeDefinitionKind.Interface => new InterfaceType(name),
            TypeDefinitionKind.Union => new UnionType(name),
            TypeDefinitionKind.Enum => new EnumType(name),
            _ => new InputObjectType(name),
        };
        type.Description = definition.Description;
        _types.Types.Add(name, type);
        _parts.Add(name, [definition]);
        if (type is ScalarType scalar)
            scalar.Coercion = BuiltInScalar.Names.Contains(name) ? new BuiltInScalar(name) : new UnboundScalar();
        if (type is ObjectType @object)
            _types.ObjectTypes.Add(@object);
    }

    // Int, Float and ID are part of a schema only where it uses them (specification: Scalars, Built-in Scalars); the hidden cost directives use Int all the same.
    private void DeclareBuiltInScalars(IReadOnlyCollection<Node> definitions)
    {
        var used = definitions.SelectMany(Names).ToHashSet();
        foreach (var name in BuiltInScalar.Names)
        {
            var isNew = _types.Types.TryAdd(name, new ScalarType(name) { Description = BuiltInSdl.ScalarDescriptions[name], Coercion = new BuiltInScalar(name) });
            if (isNew && name is not ("String" or "Boolean") && !used.Contains(name))
                _unusedScalars.Add(name);
        }
    }

    private static IEnumerable<string> Names(Node definition) => definition switch
    {
        TypeDefinitionNode type => type.Fields.SelectMany(field => field.Arguments.Select(argument => Name(argument.Type)).Append(Name(field.Type)))
            .Concat(type.InputFields.Select(field => Name(field.Type))),
        DirectiveDefinitionNode directive => directive.Arguments.Select(argument => Name(argument.Type)),
        _ => [],
    };

    private static string Name(TypeNode type) => type switch
    {
        ListTypeNode list => Name(list.Inner),
        NonNullTypeNode nonNull => Name(nonNull.Inner),
        _ => ((NamedTypeNode)type).Name.Value,
    };

    private void DefineDirectives(IEnumerable<DirectiveDefinitionNode> nodes, bool isVisible, bool isFallback = false)
    {
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            if (_types.Directives.ContainsKey(name))
            {
                if (!isFallback)
                    _faults.Add($"@{name}: there can be only one directive of this name.");
                continue;
            }
            var directive = new DirectiveDefinition(name) { Description = node.Description, IsRepeatable = node.IsRepeatable, IsVisible = isVisible };
            directive.Locations.AddRange(node.Locations.Select(location => location.Value));
            DefineInputValues(node.Arguments, directive.Arguments, argument => $"@{name}({argument}:)");
            _types.Directives.Add(name, directive);
            if (name.StartsWith("__", StringComparison.Ordinal))
                _faults.Add($"@{name}: a name must not begin with \"__\", which is reserved for introspection.");
        }
    }

    private void Define(NamedType type, List<TypeDefinitionNode> parts)
    {
        foreach (var part in parts)
        {
            type.Directives.AddRange(part.Directives);
            switch (type)
            {
                case FieldsType fields: DefineFields(fields, part); break;
                case UnionType union: DefineMembers(union, part); break;
                case EnumType @enum: DefineValues(@enum, part); break;
                case InputObjectType input:
                    DefineInputValues(part.InputFields, input.Fields, field => $"{type.Name}.{field}");
                    break;
            }
        }
        if (type is InputObjectType inputObject)
        {
            foreach (var field in inputObject.Fields)
                inputObject.ByName.TryAdd(field.Name, field);
        }
    }

    private void DefineFields(FieldsType type, TypeDefinitionNode part)
    {
        foreach (var node in part.Interfaces)
        {
            if (_types.Type(node.Name.Value) is not InterfaceType implemented)
                _faults.Add($"{type.Name}: implements \"{node.Name.Value}\", which is no interface of this schema.");
            else if (type.Interfaces.Contains(implemented))
                _faults.Add($"{type.Name}: implements {implemented.Name} twice.");
            else
                type.Interfaces.Add(implemented);
        }
        foreach (var node in part.Fields)
        {
            var name = node.Name.Value;
            type.IsDeclaredEmpty = false;
            if (Resolve(node.Type, $"{type.Name}.{name}") is not { } fieldType)
                continue;
            if (!fieldType.IsOutput)
                _faults.Add($"{type.Name}.{name}: has the input type {fieldType}; a field's type must be an output type.");
            var field = new FieldDefinition(type, name, fieldType) { Description = node.Description, Directives = node.Directives };
            if (!type.ByName.TryAdd(name, field))
            {
                _faults.Add($"{type.Name}.{name}: there can be only one field of this name.");
                continue;
            }
            type.Fields.Add(field);
            DefineInputValues(node.Arguments, field.Arguments, argument => $"{Coordinate.OfField(type.Name, name)}({argument}:)");
        }
    }

    private void DefineInputValues(InputValueDefinitionNode[] nodes, List<InputValueDefinition> into, Func<string, string> coordinate)
    {
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            if (Resolve(node.Type, coordinate(name)) is not { } type)
                continue;
            if (!type.IsInput)
                _faults.Add($"{coordinate(name)}: has the type {type}, which is no input type.");
            if (into.Any(value => value.Name == name))
                _faults.Add($"{coordinate(name)}: is defined twice.");
            else
                into.Add(new InputValueDefinition(coordinate(name), name, type) { Description = node.Description, DefaultValue = node.DefaultValue, Directives = node.Directives });
        }
    }

    private void DefineMembers(UnionType union, TypeDefinitionNode part)
    {
        foreach (var node in part.Members)
        {
            if (_types.Type(node.Name.Value) is not ObjectType member)
                _faults.Add($"{union.Name}: has the member \"{node.Name.Value}\", which is no object type of this schema.");
            else if (union.PossibleTypes.Contains(member))
                _faults.Add($"{union.Name}: has the member {member.Name} twice.");
            else
                union.PossibleTypes.Add(member);
        }
    }

    private void DefineValues(EnumType type, TypeDefinitionNode part)
    {
        foreach (var node in part.Values)
        {
            var value = new EnumValueDefinition(type, node.Name.Value) { Description = node.Description, Directives = node.Directives };
            if (type.ByName.TryAdd(value.Name, value))
                type.Values.Add(value);
            else
                _faults.Add($"{value.Coordinate}: there can be only one value of this name.");
        }
    }

    private GraphQLType? Resolve(TypeNode node, string coordinate)
    {
        var type = _types.TypeFrom(node);
        if (type is null)
            _faults.Add($"{coordinate}: has the unknown type \"{Name(node)}\".{Validation.Suggestions.DidYouMean(Validation.Suggestions.For(Name(node), _types.Types.Keys))}");
        return type;
    }

    private void FindPossibleTypes()
    {
        foreach (var name in _unusedScalars)
            _types.Types.Remove(name);
        foreach (var type in _types.ObjectTypes)
        {
            type.PossibleTypes.Add(type);
            foreach (var implemented in type.Interfaces)
                implemented.PossibleTypes.Add(type);
        }
    }

    private void ReadSchemaDefinition()
    {
        var definitions = _schemaParts.Where(part => !part.IsExtension).ToList();
        if (definitions.Count > 1)
            _faults.Add("schema: there can be only one schema definition.");
        _types.Description = definitions.FirstOrDefault()?.Description;
        var roots = new Dictionary<OperationKind, string>();
        foreach (var (operation, type) in _schemaParts.SelectMany(part => part.OperationTypes))
        {
            if (!roots.TryAdd(operation, type.Name.Value))
                _faults.Add($"schema: there can be only one {operation.ToString().ToLowerInvariant()} type.");
        }
        if (definitions.Count == 0)
        {
            foreach (var operation in Enum.GetValues<OperationKind>())
            {
                if (_types.Type(operation.ToString()) is ObjectType)
                    roots.TryAdd(operation, operation.ToString());
            }
        }
        _types.Query = Root(roots, OperationKind.Query)!;
        _types.Mutation = Root(roots, OperationKind.Mutation);
        _types.Subscription = Root(roots, OperationKind.Subscription);
        if (!roots.ContainsKey(OperationKind.Query))
            _faults.Add("schema: a query type must be provided.");
        if (roots.Values.Distinct().Count() != roots.Count)
            _faults.Add("schema: the query, mutation and subscription types must be different types.");
    }

    private ObjectType? Root(Dictionary<OperationKind, string> roots, OperationKind operation)
    {
        if (!roots.TryGetValue(operation, out var name))
            return null;
        if (_types.Type(name) is ObjectType type)
            return type;
        _faults.Add($"schema: the {operation.ToString().ToLowerInvariant()} type \"{name}\" is no object type of this schema.");
        return null;
    }

    // The meta fields are written in SDL too, on a type that nobody sees.
    private void ReadMetaFields()
    {
        var meta = (ObjectType)_types.Types["__Meta"];
        _types.SchemaMetaField = meta.ByName["__schema"];
        _types.TypeMetaField = meta.ByName["__type"];
        _types.TypeNameMetaField = meta.ByName["__typename"];
        _types.Types.Remove("__Meta");
    }
}
