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

    private PreparedDocument(DocumentNode? document, IReadOnlyList<GraphQLError> errors, bool isSyntaxError, PreparationWork work) =>
        (Document, Errors, IsSyntaxError, Work) = (document, errors, isSyntaxError, work);

    public DocumentNode? Document { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    public bool IsSyntaxError { get; }

    public PreparationWork Work { get; }

    /// <summary>Bytes that the document keeps alive, roughly: its text, its tree, its compiled plans. Grows as its operations are first run.</summary>
    public long Size => 200 + Errors.Sum(error => 300 + (error.Message.Length * 2L) + (error.Locations.Count * 8)) + (Document is null ? 0 : (Document.Source.Text.Length * 3L) + (Work.Tokens * 120L) + _operations.Sum(operation => operation.Value.Size));

    public static PreparedDocument Prepare(ReadOnlySpan<byte> utf8, TypeSystem types, EngineOptions options, bool hints)
    {
        var work = new PreparationWork();
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return new PreparedDocument(null, [new GraphQLError("Syntax Error: The document is no UTF-8.", ErrorCodes.ParseFailed)], isSyntaxError: true, work);
        }
        return Prepare(text, types, options, hints, work);
    }

    private static PreparedDocument Prepare(string text, TypeSystem types, EngineOptions options, bool hints, PreparationWork work)
    {
        DocumentNode document;
        var start = options.TimeProvider.GetTimestamp();
        try
        {
            document = Parser.ParseDocument(text, ParserLimits.From(options), work);
        }
        catch (SyntaxErrorException error)
        {
            Telemetry.Phase("parse", options.TimeProvider, start, error.Code);
            var located = new GraphQLError($"Syntax Error: {error.Message}", error.Code) { Locations = [new Source(text).Locate(error.Position)] };
            return new PreparedDocument(null, [located], isSyntaxError: true, work);
        }
        Telemetry.Phase("parse", options.TimeProvider, start);
        start = options.TimeProvider.GetTimestamp();
        var errors = DocumentValidator.Validate(types, document, options.Limits, work, hints);
        Telemetry.Phase("validate", options.TimeProvider, start, errors.Count == 0 ? null : errors[0].Code);
        // A refused document is kept by its errors alone.
        return new PreparedDocument(errors.Count == 0 ? document : null, errors, isSyntaxError: false, work);
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
        _operations.TryGetValue(operation.Name?.Value ?? "", out var prepared) ? prepared : _operations.GetOrAdd(operation.Name?.Value ?? "", PreparedOperation.Prepare(Document!, operation, types, limits, Work));
}

/// <summary>An operation with its plan, or with what the limits have against it, and the refusal that a caller gets who may not introspect.</summary>
internal sealed record PreparedOperation(OperationPlan Plan, IReadOnlyList<GraphQLError> Errors, GraphQLError? Introspection)
{
    public long Size => 200 + (Plan.Checks.Count * 150L) + (Plan.Cost.Count * 120L) + (Errors.Count * 500L) + Plan.VariantSize;

    public static PreparedOperation Prepare(DocumentNode document, OperationDefinitionNode operation, TypeSystem types, Limits limits, PreparationWork work)
    {
        var analysis = OperationAnalysis.Analyse(types, document, operation, limits, work);
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
