namespace GraphQLEngine.Language;

// The productions of section 3, Type System. Longer than other files: one method per kind of definition.
internal sealed partial class Parser
{
    private static readonly HashSet<string> DirectiveLocations =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ];

    private Node TypeSystemExtension()
    {
        var keyword = Lookahead();
        if (keyword is { Kind: TokenKind.Name, Value: "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" })
            return TypeSystemDefinition(keyword.Value, isExtension: true);
        throw Unexpected(keyword);
    }

    private Node TypeSystemDefinition(string keyword, bool isExtension)
    {
        var start = _token.Start;
        var description = isExtension ? null : Description();
        if (isExtension)
            ExpectKeyword("extend");
        ExpectKeyword(keyword);
        return keyword switch
        {
            "schema" => SchemaDefinition(start, description, isExtension),
            "directive" => DirectiveDefinition(start, description),
            _ => TypeDefinition(start, description, keyword, isExtension),
        };
    }

    private SchemaDefinitionNode SchemaDefinition(int start, string? description, bool isExtension)
    {
        var directives = Directives(isConst: true);
        var types = isExtension
            ? OptionalMany(TokenKind.BraceLeft, RootOperationType, TokenKind.BraceRight)
            : Many(TokenKind.BraceLeft, RootOperationType, TokenKind.BraceRight);
        if (isExtension && directives.Length == 0 && types.Length == 0)
            throw Unexpected(_token);
        return new SchemaDefinitionNode { Start = start, IsExtension = isExtension, Description = description, Directives = directives, OperationTypes = types };
    }

    private (OperationKind Operation, NamedTypeNode Type) RootOperationType()
    {
        var operation = OperationType();
        Expect(TokenKind.Colon);
        return (operation, NamedType());
    }

    private TypeDefinitionNode TypeDefinition(int start, string? description, string keyword, bool isExtension)
    {
        var name = Name();
        var kind = keyword switch
        {
            "scalar" => TypeDefinitionKind.Scalar,
            "type" => TypeDefinitionKind.Object,
            "interface" => TypeDefinitionKind.Interface,
            "union" => TypeDefinitionKind.Union,
            "enum" => TypeDefinitionKind.Enum,
            _ => TypeDefinitionKind.InputObject,
        };
        var hasFields = kind is TypeDefinitionKind.Object or TypeDefinitionKind.Interface;
        var definition = new TypeDefinitionNode
        {
            Start = start,
            Kind = kind,
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Interfaces = hasFields && SkipKeyword("implements") ? DelimitedMany(TokenKind.Ampersand, NamedType) : [],
            Directives = Directives(isConst: true),
            Fields = hasFields ? OptionalMany(TokenKind.BraceLeft, FieldDefinition, TokenKind.BraceRight) : [],
            InputFields = kind == TypeDefinitionKind.InputObject ? OptionalMany(TokenKind.BraceLeft, InputValueDefinition, TokenKind.BraceRight) : [],
            Members = kind == TypeDefinitionKind.Union && Skip(TokenKind.EqualsSign) ? DelimitedMany(TokenKind.Pipe, NamedType) : [],
            Values = kind == TypeDefinitionKind.Enum ? OptionalMany(TokenKind.BraceLeft, EnumValueDefinition, TokenKind.BraceRight) : [],
        };
        var parts = definition.Interfaces.Length + definition.Directives.Length + definition.Fields.Length + definition.InputFields.Length + definition.Members.Length + definition.Values.Length;
        return isExtension && parts == 0 ? throw Unexpected(_token) : definition;
    }

    private FieldDefinitionNode FieldDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenLeft, InputValueDefinition, TokenKind.ParenRight);
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode
        {
            Start = start,
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = TypeReference(),
            Directives = Directives(isConst: true),
        };
    }

    private InputValueDefinitionNode InputValueDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        return new InputValueDefinitionNode
        {
            Start = start,
            Description = description,
            Name = name,
            Type = TypeReference(),
            DefaultValue = Skip(TokenKind.EqualsSign) ? Value(isConst: true) : null,
            Directives = Directives(isConst: true),
        };
    }

    private EnumValueDefinitionNode EnumValueDefinition()
    {
        var start = _token.Start;
        var description = Description();
        if (_token is { Kind: TokenKind.Name, Value: "true" or "false" or "null" })
            throw new Errors.SyntaxErrorException($"{_token.Describe()} is reserved and cannot be used for an enum value.", _token.Start);
        return new EnumValueDefinitionNode { Start = start, Description = description, Name = Name(), Directives = Directives(isConst: true) };
    }

    private DirectiveDefinitionNode DirectiveDefinition(int start, string? description)
    {
        Expect(TokenKind.At);
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenLeft, InputValueDefinition, TokenKind.ParenRight);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = DelimitedMany(TokenKind.Pipe, DirectiveLocation);
        return new DirectiveDefinitionNode { Start = start, Description = description, Name = name, Arguments = arguments, IsRepeatable = isRepeatable, Locations = locations };
    }

    private NameNode DirectiveLocation()
    {
        var token = _token;
        var name = Name();
        return DirectiveLocations.Contains(name.Value) ? name : throw Unexpected(token);
    }
}
