using GraphQLEngine.Errors;

namespace GraphQLEngine.Execution;

/// <summary>One running operation: its output, its place in the response, its errors. One thread runs it from its beginning to its end.</summary>
internal sealed class ExecutionContext
{
    private readonly EngineOptions _options;
    private PathEntry[] _path = new PathEntry[16];
    private int _depth;
    private FieldCall?[] _calls;
    private List<GraphQLError>? _errors;

    public ExecutionContext(Schema schema, GraphQLRequest request, OperationVariant variant, VariableValues variables, JsonOutput output, CancellationToken cancellation)
    {
        (Request, Variant, Variables, Output, Cancellation) = (request, variant, variables, output, cancellation);
        _options = schema.Options;
        _calls = variant.FieldCount == 0 ? [] : new FieldCall?[variant.FieldCount];
    }

    public GraphQLRequest Request { get; }

    public OperationVariant Variant { get; }

    public VariableValues Variables { get; }

    public JsonOutput Output { get; }

    public CancellationToken Cancellation { get; }

    public IReadOnlyList<GraphQLError> Errors => _errors ?? (IReadOnlyList<GraphQLError>)[];

    private struct PathEntry
    {
        public string? Name;
        public int Index;
    }

    /// <summary>Writes an object's selection. False when a null spread through it; the caller truncates.</summary>
    public bool WriteObject(object source, SelectionPlan plan)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var output = Output;
        var fields = plan.Fields;
        var depth = Enter();
        output.WriteByte((byte)'{');
        var i = 0;
        var valueStart = 0;
        while (i < fields.Length)
        {
            // One try around the whole loop: entering a try per field would cost more than most fields.
            try
            {
                for (; i < fields.Length; i++)
                {
                    var field = fields[i];
                    output.WriteRaw(field.NameJson);
                    valueStart = output.Length;
                    _path[depth].Name = field.ResponseName;
                    if (!field.Executor.Write(source, field, this))
                    {
                        _depth = depth;
                        return false;
                    }
                }
            }
            catch (Exception error) when (IsFieldError(error))
            {
                _depth = depth + 1;
                AddError(error, fields[i]);
                if (fields[i].Definition.Type.IsNonNull)
                {
                    _depth = depth;
                    return false;
                }
                output.Truncate(valueStart);
                output.WriteNull();
                i++;
            }
        }
        output.WriteByte((byte)'}');
        _depth = depth;
        return true;
    }

    /// <summary>Null where it may stand; else an error and false.</summary>
    public bool WriteNull(FieldPlan field, bool nonNull)
    {
        if (!nonNull)
        {
            Output.WriteNull();
            return true;
        }
        Add(new GraphQLError($"Cannot return null for non-nullable field {field.Definition.Coordinate}.", ErrorCodes.Internal), field, CurrentPath());
        return false;
    }

    private int Enter()
    {
        if (_depth == _path.Length)
            Array.Resize(ref _path, _depth * 2);
        return _depth++;
    }

    public int EnterList()
    {
        var depth = Enter();
        _path[depth].Name = null;
        return depth;
    }

    public void SetIndex(int depth, int index) => _path[depth] = new PathEntry { Index = index };

    public void Leave(int depth) => _depth = depth;

    private object[] CurrentPath()
    {
        var path = new object[_depth];
        for (var i = 0; i < _depth; i++)
            path[i] = _path[i].Name ?? (object)_path[i].Index;
        return path;
    }

    /// <summary>The field's arguments and services, made once per request.</summary>
    public FieldCall CallOf(FieldPlan field)
    {
        if (field.ConstantCall is { } constant)
            return constant;
        if (!field.NeedsCall)
            return null!;
        var calls = _calls;
        return field.Index < calls.Length && calls[field.Index] is { } call ? call : CreateCall(field);
    }

    private FieldCall CreateCall(FieldPlan field)
    {
        var call = ArgumentCoercion.CreateCall(field, this);
        // Selections below abstract types are compiled when first met and bring new fields.
        if (field.Index >= _calls.Length)
            Array.Resize(ref _calls, Math.Max(Variant.FieldCount, field.Index + 1));
        return _calls[field.Index] = call;
    }

    public void ThrowIfStopped() => Cancellation.ThrowIfCancellationRequested();

    /// <summary>Whether an exception is the affair of one field; a refused request and a stop are not.</summary>
    public bool IsFieldError(Exception error) => error is not GraphQLRequestException && !(error is OperationCanceledException && Cancellation.IsCancellationRequested);

    public void AddError(Exception error, FieldPlan field) => Add(Translate(error, field.Definition.Coordinate), field, CurrentPath());

    private void Add(GraphQLError error, FieldPlan field, IReadOnlyList<object> path)
    {
        var source = field.Variant.Document.Source;
        var extensions = new Dictionary<string, object?> { ["coordinate"] = field.Definition.Coordinate };
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
            extensions[key] = value;
        var located = error with { Path = path, Extensions = extensions, Locations = [.. field.Nodes.Select(node => source.Locate(node.Start))] };
        (_errors ??= []).Add(located);
    }

    private GraphQLError Translate(Exception error, string coordinate)
    {
        switch (error)
        {
            case GraphQLException known:
                return new GraphQLError(known.Message, known.Code);
            case InsufficientExecutionStackException:
                return new GraphQLError("The response is nested too deep.", ErrorCodes.LimitExceeded);
            default:
                var traceId = Telemetry.TraceId();
                _options.OnUnexpectedError?.Invoke(new UnexpectedError(traceId, coordinate, error));
                return new GraphQLError("Internal server error.", ErrorCodes.Internal) { Extensions = new Dictionary<string, object?> { ["traceId"] = traceId } };
        }
    }
}
