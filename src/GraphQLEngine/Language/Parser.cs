using GraphQLEngine.Errors;
using GraphQLEngine.Execution;

namespace GraphQLEngine.Language;

/// <summary>What a parser may read before it gives up.</summary>
internal readonly record struct ParserLimits(int MaxTokens, int MaxNesting, int MaxFields, int MaxDirectives, int MaxDirectivesPerLocation, int MaxAliases, bool AllowEmptySelections = false)
{
    public static ParserLimits None { get; } = new(int.MaxValue, 256, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    public static ParserLimits From(EngineOptions options)
    {
        var limits = options.Limits;
        return new(limits.MaxTokens, limits.MaxNesting, limits.MaxFields, limits.MaxDirectives, limits.MaxDirectivesPerLocation, limits.MaxAliases, options.AllowEmptySelections);
    }
}

/// <summary>
/// A recursive descent parser, one method per production of the specification's section 2 (the type system's productions are in the other half of this class).
/// The nesting counter is what stands between a hostile document and a stack overflow, which .NET cannot catch.
/// </summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly ParserLimits _limits;
    private readonly PreparationWork _work;
    private Token _token = new(TokenKind.StartOfFile, 0, 0, null);
    private Token? _lookahead;
    private int _nesting;
    private int _fields;
    private int _directives;
    private int _aliases;

    private Parser(string text, ParserLimits limits, PreparationWork? work = null)
    {
        (_text, _limits, _work) = (text, limits, work ?? new PreparationWork());
        _lexer = new Lexer(text);
        Advance();
    }

    public static DocumentNode ParseDocument(string text, ParserLimits limits, PreparationWork? work = null) => new Parser(text, limits, work).Document();

    private DocumentNode Document()
    {
        var definitions = new List<Node>();
        do
        {
            definitions.Add(Definition());
        }
        while (_token.Kind != TokenKind.EndOfFile);
        var document = new DocumentNode { Source = new Source(_text), Definitions = [.. definitions] };
        foreach (var definition in definitions)
        {
            // Of fragments with one name the last is the one that spreads mean, as in graphql-js; UniqueFragmentNames refuses the document anyway.
            if (definition is FragmentDefinitionNode fragment)
                document.Fragments[fragment.Name.Value] = fragment;
            else if (definition is OperationDefinitionNode operation)
                document.Operations.Add(operation);
        }
        return document;
    }

    private Node Definition()
    {
        if (_token.Kind == TokenKind.BraceLeft)
            return OperationDefinition();
        var hasDescription = PeekDescription();
        var keyword = hasDescription ? Lookahead() : _token;
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
            throw new SyntaxErrorException("Unexpected description, descriptions are not supported on shorthand queries.", _token.Start);
        if (keyword.Kind != TokenKind.Name)
            throw Unexpected(keyword);
        switch (keyword.Value)
        {
            case "query" or "mutation" or "subscription": return OperationDefinition();
            case "fragment": return FragmentDefinition();
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive": return TypeSystemDefinition(keyword.Value, isExtension: false);
        }
        if (hasDescription)
            throw new SyntaxErrorException("Unexpected description, only GraphQL definitions support descriptions.", _token.Start);
        return keyword.Value == "extend" ? TypeSystemExtension() : throw Unexpected(keyword);
    }

    private OperationDefinitionNode OperationDefinition()
    {
        var start = _token.Start;
        if (_token.Kind == TokenKind.BraceLeft)
            return new OperationDefinitionNode { Start = start, Operation = OperationKind.Query, SelectionSet = SelectionSet() };
        Description();
        var operation = OperationType();
        return new OperationDefinitionNode
        {
            Start = start,
            Operation = operation,
            Name = _token.Kind == TokenKind.Name ? Name() : null,
            Variables = OptionalMany(TokenKind.ParenLeft, VariableDefinition, TokenKind.ParenRight),
            Directives = Directives(isConst: false),
            SelectionSet = SelectionSet(),
        };
    }

    private OperationKind OperationType()
    {
        var token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode VariableDefinition()
    {
        var start = _token.Start;
        Description();
        var variable = Variable();
        Expect(TokenKind.Colon);
        return new VariableDefinitionNode
        {
            Start = start,
            Variable = variable,
            Type = TypeReference(),
            DefaultValue = Skip(TokenKind.EqualsSign) ? Value(isConst: true) : null,
            Directives = Directives(isConst: true),
        };
    }

    private VariableNode Variable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return new VariableNode { Start = start, Name = Name() };
    }

    private SelectionSetNode SelectionSet()
    {
        var start = _token.Start;
        Enter(_token);
        var selections = _limits.AllowEmptySelections
            ? Any(TokenKind.BraceLeft, Selection, TokenKind.BraceRight)
            : Many(TokenKind.BraceLeft, Selection, TokenKind.BraceRight);
        _nesting--;
        return new SelectionSetNode { Start = start, Selections = selections };
    }

    private SelectionNode Selection() => _token.Kind == TokenKind.Spread ? Fragment() : Field();

    private FieldNode Field()
    {
        var start = _token.Start;
        Count(ref _fields, _limits.MaxFields, "fields");
        var nameOrAlias = Name();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            Count(ref _aliases, _limits.MaxAliases, "aliases");
            alias = nameOrAlias;
            nameOrAlias = Name();
        }
        return new FieldNode
        {
            Start = start,
            Alias = alias,
            Name = nameOrAlias,
            Arguments = Arguments(isConst: false),
            Directives = Directives(isConst: false),
            SelectionSet = _token.Kind == TokenKind.BraceLeft ? SelectionSet() : null,
        };
    }

    private SelectionNode Fragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && _token.Kind == TokenKind.Name)
            return new FragmentSpreadNode { Start = start, Name = FragmentName(), Directives = Directives(isConst: false) };
        return new InlineFragmentNode
        {
            Start = start,
            TypeCondition = hasTypeCondition ? NamedType() : null,
            Directives = Directives(isConst: false),
            SelectionSet = SelectionSet(),
        };
    }

    private FragmentDefinitionNode FragmentDefinition()
    {
        var start = _token.Start;
        Description();
        ExpectKeyword("fragment");
        var name = FragmentName();
        ExpectKeyword("on");
        return new FragmentDefinitionNode
        {
            Start = start,
            Name = name,
            TypeCondition = NamedType(),
            Directives = Directives(isConst: false),
            SelectionSet = SelectionSet(),
        };
    }

    private NameNode FragmentName() => _token.Value == "on" && _token.Kind == TokenKind.Name ? throw Unexpected(_token) : Name();

    private ArgumentNode[] Arguments(bool isConst) => OptionalMany<ArgumentNode>(TokenKind.ParenLeft, isConst ? ConstArgument : Argument, TokenKind.ParenRight);

    private ArgumentNode Argument() => Argument(isConst: false);

    private ArgumentNode ConstArgument() => Argument(isConst: true);

    private ArgumentNode Argument(bool isConst)
    {
        var name = Name();
        Expect(TokenKind.Colon);
        return new ArgumentNode { Start = name.Start, Name = name, Value = Value(isConst) };
    }

    private DirectiveNode[] Directives(bool isConst)
    {
        if (_token.Kind != TokenKind.At)
            return [];
        var directives = new List<DirectiveNode>();
        while (_token.Kind == TokenKind.At)
        {
            Count(ref _directives, _limits.MaxDirectives, "directives");
            if (directives.Count == _limits.MaxDirectivesPerLocation)
                throw new SyntaxErrorException($"There are more than {_limits.MaxDirectivesPerLocation} directives at one place. Parsing aborted.", _token.Start, ErrorCodes.LimitExceeded);
            var start = Expect(TokenKind.At).Start;
            directives.Add(new DirectiveNode { Start = start, Name = Name(), Arguments = Arguments(isConst) });
        }
        return [.. directives];
    }

    private ValueNode Value(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return List(isConst);
            case TokenKind.BraceLeft:
                return Object(isConst);
            case TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.BlockString:
                Advance();
                var kind = token.Kind switch { TokenKind.Int => ValueKind.Int, TokenKind.Float => ValueKind.Float, _ => ValueKind.String };
                return new ValueNode { Start = token.Start, Kind = kind, Text = token.Value!, IsBlock = token.Kind == TokenKind.BlockString };
            case TokenKind.Name:
                Advance();
                return new ValueNode
                {
                    Start = token.Start,
                    Kind = token.Value switch { "true" or "false" => ValueKind.Boolean, "null" => ValueKind.Null, _ => ValueKind.Enum },
                    Text = token.Value == "null" ? "" : token.Value!,
                };
            case TokenKind.Dollar when isConst:
                Advance();
                throw _token.Kind == TokenKind.Name ? new SyntaxErrorException($"Unexpected variable \"${_token.Value}\" in constant value.", token.Start) : Unexpected(token);
            case TokenKind.Dollar:
                return new ValueNode { Start = token.Start, Kind = ValueKind.Variable, Text = Variable().Name.Value };
            default:
                throw Unexpected(token);
        }
    }

    private ValueNode List(bool isConst)
    {
        var start = _token.Start;
        Enter(_token);
        var items = Any<ValueNode>(TokenKind.BracketLeft, isConst ? ConstValue : AnyValue, TokenKind.BracketRight);
        _nesting--;
        return new ValueNode { Start = start, Kind = ValueKind.List, Items = items };
    }

    private ValueNode ConstValue() => Value(isConst: true);

    private ValueNode AnyValue() => Value(isConst: false);

    private ValueNode Object(bool isConst)
    {
        var start = _token.Start;
        Enter(_token);
        var fields = Any<ObjectFieldNode>(TokenKind.BraceLeft, isConst ? ConstObjectField : ObjectField, TokenKind.BraceRight);
        _nesting--;
        return new ValueNode { Start = start, Kind = ValueKind.Object, Fields = fields };
    }

    private ObjectFieldNode ConstObjectField() => ObjectField(isConst: true);

    private ObjectFieldNode ObjectField() => ObjectField(isConst: false);

    private ObjectFieldNode ObjectField(bool isConst)
    {
        var name = Name();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode { Start = name.Start, Name = name, Value = Value(isConst) };
    }

    private TypeNode TypeReference()
    {
        var start = _token.Start;
        TypeNode type;
        if (_token.Kind == TokenKind.BracketLeft)
        {
            Enter(_token);
            Advance();
            var inner = TypeReference();
            Expect(TokenKind.BracketRight);
            _nesting--;
            type = new ListTypeNode { Start = start, Inner = inner };
        }
        else
        {
            type = NamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode { Start = start, Inner = type } : type;
    }

    private NamedTypeNode NamedType()
    {
        var name = Name();
        return new NamedTypeNode { Start = name.Start, Name = name };
    }

    private NameNode Name()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode { Start = token.Start, Value = token.Value! };
    }

    private bool PeekDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private string? Description()
    {
        if (!PeekDescription())
            return null;
        var value = _token.Value;
        Advance();
        return value;
    }
}
