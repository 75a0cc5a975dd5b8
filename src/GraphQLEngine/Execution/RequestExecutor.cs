using GraphQLEngine.Cost;
using GraphQLEngine.Errors;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>The specification's ExecuteRequest: everything up to the first resolver can refuse the request; from there on errors are the affair of fields.</summary>
internal sealed class RequestExecutor(Schema schema)
{
    private readonly DocumentCache<PreparedDocument> _documents = new(schema.Options.DocumentCacheSize, schema.Options.DocumentCacheBytes, document => document.Size);
    private readonly DocumentCache<PreparedDocument> _failures = new(schema.Options.FailureCacheSize, schema.Options.DocumentCacheBytes / 8, document => document.Size);
    private readonly DocumentCache<PreparedDocument> _quietFailures = new(schema.Options.FailureCacheSize, schema.Options.DocumentCacheBytes / 8, document => document.Size);
    private long _preparations;

    /// <summary>A request that may run: its operation and variables.</summary>
    public sealed record Admitted(PreparedOperation Operation, VariableValues Variables, OperationCost Cost);

    public int CachedDocuments => _documents.Count;

    public int CachedFailures => _failures.Count + _quietFailures.Count;

    public long CachedBytes => _documents.Size + _failures.Size + _quietFailures.Size;

    /// <summary>How often a document was parsed and validated: what a cache saves.</summary>
    public long Preparations => Interlocked.Read(ref _preparations);

    private TypeSystem Types => schema.Types;

    private Limits Limits => schema.Options.Limits;

    public bool AllowsIntrospection(GraphQLRequest request)
    {
        try
        {
            return schema.Options.AllowIntrospection?.Invoke(request) ?? true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whoever cannot be judged is refused.
            schema.Options.OnUnexpectedError?.Invoke(new UnexpectedError(Telemetry.TraceId(), "introspection", error));
            return false;
        }
    }

    public PreparedDocument Prepare(ReadOnlySpan<byte> query, bool hints)
    {
        var failures = hints ? _failures : _quietFailures;
        if (_documents.TryGet(query, out var document) || failures.TryGet(query, out document))
            return document;
        Interlocked.Increment(ref _preparations);
        document = PreparedDocument.Prepare(query, Types, schema.Options, hints);
        (document.Errors.Count == 0 ? _documents : failures).Add(query, document);
        return document;
    }

    /// <summary>Everything before execution. Null when the request was refused; the response is then written.</summary>
    public Admitted? Admit(GraphQLRequest request, PreparedDocument document, ValueNode? variables, bool introspection, JsonOutput output, out ExecutionOutcome outcome)
    {
        outcome = document.IsSyntaxError ? ExecutionOutcome.SyntaxError : ExecutionOutcome.RequestError;
        if (document.Errors.Count > 0)
            return Refuse(output, document.Errors);
        if (document.GetOperation(request.OperationName, out var unknown) is not { } operation)
            return Refuse(output, [unknown!]);
        if (request.QueriesOnly && operation.Operation != OperationKind.Query)
        {
            outcome = ExecutionOutcome.OperationNotAllowed;
            return Refuse(output, [new GraphQLError($"Only queries are allowed here, not the {operation.Operation.ToString().ToLowerInvariant()} operation.", ErrorCodes.BadUserInput)]);
        }
        var prepared = document.Prepare(operation, Types, Limits);
        if (prepared.Introspection is { } refusal && !introspection)
            return Refuse(output, [refusal]);
        if (prepared.Errors.Count > 0)
            return Refuse(output, prepared.Errors);
        return Admit(request, prepared, variables, introspection, output);
    }

    private Admitted? Admit(GraphQLRequest request, PreparedOperation prepared, ValueNode? given, bool hints, JsonOutput output)
    {
        var plan = prepared.Plan;
        var errors = new List<GraphQLError>();
        var variables = VariableCoercion.Coerce(plan, given, hints, errors);
        if (errors.Count > 0)
            return Refuse(output, errors);
        for (var i = 0; i < plan.Checks.Count && errors.Count < Limits.MaxValidationErrors; i++)
            plan.Checks[i].Run(variables, plan.Document, errors);
        foreach (var condition in plan.Conditions)
        {
            if (variables[plan.Variables[condition].Name] is null or { Kind: ValueKind.Null })
                errors.Add(new GraphQLError($"Variable \"${plan.Variables[condition].Name}\" must not be null, because @skip or @include uses it.", ErrorCodes.BadUserInput));
        }
        if (errors.Count > 0)
            return Refuse(output, errors);
        var cost = plan.Cost.Evaluate(variables, plan.Variables.Length > 0);
        if (CostRefusal(cost, "operation") is { } refusal)
            return Refuse(output, [refusal], request.ReportCost || request.ValidateCostOnly ? cost : null);
        return new Admitted(prepared, variables, cost);
    }

    /// <summary>What an operation or a batch of them is told that costs more than its budget; null where it does not.</summary>
    public GraphQLError? CostRefusal(OperationCost cost, string what)
    {
        var over = cost.Field > Limits.MaxFieldCost ? ("field cost", cost.Field, Limits.MaxFieldCost)
            : cost.Type > Limits.MaxTypeCost ? ("type cost", cost.Type, Limits.MaxTypeCost)
            : cost.Nodes > Limits.MaxNodes ? ("number of nodes", cost.Nodes, Limits.MaxNodes)
            : default((string What, double Value, double Limit)?);
        if (over is not { } found)
            return null;
        var extensions = new Dictionary<string, object?> { ["fieldCost"] = cost.Field, ["typeCost"] = cost.Type, ["nodes"] = cost.Nodes, ["limit"] = found.Item3 };
        return new GraphQLError($"The {what}'s {found.Item1} of {found.Item2} is above the limit of {found.Item3}.", ErrorCodes.CostLimitExceeded) { Extensions = extensions };
    }

    private static Admitted? Refuse(JsonOutput output, IReadOnlyList<GraphQLError> errors, OperationCost? cost = null)
    {
        ResponseWriter.WriteRequestErrors(output, errors, cost);
        return null;
    }

    /// <summary>What a request would cost; nothing where it would be refused.</summary>
    public OperationCost CostOf(GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables)
    {
        using var unread = new JsonOutput();
        var introspection = AllowsIntrospection(request);
        return Admit(request, Prepare(query.Span, introspection), variables, introspection, unread, out _)?.Cost ?? default;
    }

    public ExecutionOutcome Execute(GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables, JsonOutput output, CancellationToken cancellation) =>
        Execute(request, query, variables, AllowsIntrospection(request), output, cancellation);

    public ExecutionOutcome Execute(GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables, bool introspection, JsonOutput output, CancellationToken cancellation) =>
        Telemetry.IsOn ? Observed(request, query, variables, introspection, output, cancellation)
        : Admit(request, Prepare(query.Span, introspection), variables, introspection, output, out var refusal) is { } admitted ? Run(request, admitted, output, cancellation)
        : refusal;

    private ExecutionOutcome Run(GraphQLRequest request, Admitted admitted, JsonOutput output, CancellationToken cancellation)
    {
        OperationCost? reported = request.ReportCost || request.ValidateCostOnly ? admitted.Cost : null;
        if (request.ValidateCostOnly)
        {
            output.WriteRaw("{\"data\":null"u8);
            ResponseWriter.WriteEnd(output, reported);
            return ExecutionOutcome.Data;
        }
        if (admitted.Operation.Plan.Operation.Operation == OperationKind.Subscription)
        {
            Refuse(output, [new GraphQLError("A subscription needs a stream: use Server-Sent Events or a WebSocket.", ErrorCodes.BadUserInput)]);
            return ExecutionOutcome.OperationNotAllowed;
        }
        var variant = admitted.Operation.Plan.Variant(admitted.Variables);
        if (variant.ConstantResponse is { } constant)
        {
            if (reported is null)
            {
                output.Lend(constant);
                return ExecutionOutcome.Data;
            }
            output.WriteRaw(constant.AsSpan(..^1));
            ResponseWriter.WriteEnd(output, reported);
            return ExecutionOutcome.Data;
        }
        return OperationExecutor.Execute(schema, request, variant, admitted.Variables, null, output, reported, cancellation);
    }

    private ExecutionOutcome Observed(
        GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables, bool introspection, JsonOutput output, CancellationToken cancellation)
    {
        using var span = Telemetry.Start(schema.Options.TimeProvider);
        var admitted = Admit(request, Prepare(query.Span, introspection), variables, introspection, output, out var outcome);
        if (admitted is not null)
        {
            span.Runs(admitted.Operation.Plan);
            outcome = Run(request, admitted, output, cancellation);
        }
        span.End(output);
        return outcome;
    }
}
