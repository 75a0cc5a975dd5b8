using System.Collections.Concurrent;
using System.Text;
using GraphQLEngine.Errors;
using GraphQLEngine.Language;
using GraphQLEngine.Types;
using GraphQLEngine.Validation;

namespace GraphQLEngine.Execution;

/// <summary>A document, parsed and validated once: either its errors, or its operations, compiled when first run.</summary>
internal sealed class PreparedDocument
{
    private readonly ConcurrentDictionary<string, PreparedOperation> _operations = new();

    private PreparedDocument(DocumentNode? document, IReadOnlyList<GraphQLError> errors, bool isSyntaxError) => (Document, Errors, IsSyntaxError) = (document, errors, isSyntaxError);

    public DocumentNode? Document { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    public bool IsSyntaxError { get; }

    public static PreparedDocument Prepare(ReadOnlySpan<byte> utf8, TypeSystem types, EngineOptions options, bool hints)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return new PreparedDocument(null, [new GraphQLError("Syntax Error: The document is no UTF-8.", ErrorCodes.ParseFailed)], isSyntaxError: true);
        }
        return Prepare(text, types, options, hints);
    }

    public static PreparedDocument Prepare(string text, TypeSystem types, EngineOptions options, bool hints)
    {
        DocumentNode document;
        var start = options.TimeProvider.GetTimestamp();
        try
        {
            document = Parser.ParseDocument(text, ParserLimits.From(options));
        }
        catch (SyntaxErrorException error)
        {
            Telemetry.Phase("parse", options.TimeProvider, start, error.Code);
            var located = new GraphQLError($"Syntax Error: {error.Message}", error.Code) { Locations = [new Source(text).Locate(error.Position)] };
            return new PreparedDocument(null, [located], isSyntaxError: true);
        }
        Telemetry.Phase("parse", options.TimeProvider, start);
        start = options.TimeProvider.GetTimestamp();
        var errors = DocumentValidator.Validate(types, document, options.Limits, hints);
        Telemetry.Phase("validate", options.TimeProvider, start, errors.Count == 0 ? null : errors[0].Code);
        return new PreparedDocument(document, errors, isSyntaxError: false);
    }

    /// <summary>The specification's GetOperation.</summary>
    public OperationDefinitionNode? GetOperation(string? name, out GraphQLError? error)
    {
        error = null;
        var operations = Document!.Operations;
        // An empty name is what several clients send for none.
        if (string.IsNullOrEmpty(name))
        {
            if (operations.Count == 1)
                return operations[0];
            var message = operations.Count == 0 ? "Must provide an operation." : "Must provide operation name if query contains multiple operations.";
            error = new GraphQLError(message, ErrorCodes.ValidationFailed);
            return null;
        }
        var operation = operations.Find(candidate => candidate.Name?.Value == name);
        if (operation is null)
            error = new GraphQLError($"Unknown operation named \"{name}\".", ErrorCodes.ValidationFailed);
        return operation;
    }

    public PreparedOperation Prepare(OperationDefinitionNode operation, TypeSystem types, Limits limits) =>
        _operations.TryGetValue(operation.Name?.Value ?? "", out var prepared) ? prepared : _operations.GetOrAdd(operation.Name?.Value ?? "", PreparedOperation.Prepare(Document!, operation, types, limits));
}

/// <summary>An operation with its plan, or with what the limits have against it, and the refusal that a caller gets who may not introspect.</summary>
internal sealed record PreparedOperation(OperationPlan Plan, IReadOnlyList<GraphQLError> Errors, GraphQLError? Introspection)
{
    public static PreparedOperation Prepare(DocumentNode document, OperationDefinitionNode operation, TypeSystem types, Limits limits)
    {
        var analysis = OperationAnalysis.Analyse(types, document, operation, limits);
        var variables = Array.ConvertAll(operation.Variables, node => new VariableDefinition(node.Variable.Name.Value, types.TypeFrom(node.Type)!, node));
        var plan = new OperationPlan
        {
            Types = types,
            Document = document,
            Operation = operation,
            RootType = types.RootType(operation.Operation)!,
            Variables = variables,
            Checks = analysis.Checks,
            Cost = analysis.Cost,
            Conditions = [.. analysis.Conditions.Select(name => Array.FindIndex(variables, variable => variable.Name == name))],
        };
        return new PreparedOperation(plan, analysis.Errors, analysis.Introspection);
    }
}
