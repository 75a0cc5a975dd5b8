using System.Collections.Concurrent;
using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Execution;

/// <summary>
/// An operation of a valid document. @skip and @include by variables are decided by choosing a variant: one compiled plan per combination of the conditions' values, so that
/// running a plan tests nothing.
/// </summary>
internal sealed class OperationPlan
{
    private const int MaxVariants = 16;
    private const int MaxConditions = 64;

    private readonly ConcurrentDictionary<ulong, OperationVariant> _variants = new();

    public required TypeSystem Types { get; init; }

    public required DocumentNode Document { get; init; }

    public required OperationDefinitionNode Operation { get; init; }

    public required ObjectType RootType { get; init; }

    public required VariableDefinition[] Variables { get; init; }

    /// <summary>Checks of the arguments that must pass before execution.</summary>
    public required IReadOnlyList<ArgumentCheck> Checks { get; init; }

    public required Cost.CostPlan Cost { get; init; }

    /// <summary>The variables that decide about @skip and @include, by position.</summary>
    public required int[] Conditions { get; init; }

    /// <summary>Bytes that the compiled variants keep alive, roughly.</summary>
    public long VariantSize => _variants.Sum(variant => (variant.Value.FieldCount * (400L + (Types.ObjectTypes.Count * 8))) + (variant.Value.ConstantResponse?.Length ?? 0));

    public string Name => Operation.Name?.Value ?? "";

    public OperationVariant Variant(VariableValues variables)
    {
        if (Conditions.Length > MaxConditions)
            return OperationCompiler.CompileVariant(this, variables);
        var key = 0UL;
        for (var i = 0; i < Conditions.Length; i++)
        {
            if (variables.IsTrue(Conditions[i]))
                key |= 1UL << i;
        }
        if (_variants.TryGetValue(key, out var variant))
            return variant;
        variant = OperationCompiler.CompileVariant(this, variables);
        return _variants.Count < MaxVariants ? _variants.GetOrAdd(key, variant) : variant;
    }
}

internal sealed record VariableDefinition(string Name, GraphQLType Type, VariableDefinitionNode Node);

/// <summary>A compiled operation for one combination of conditions.</summary>
internal sealed class OperationVariant(OperationPlan plan, VariableValues conditions)
{
    private int _fields;

    public OperationPlan Plan { get; } = plan;

    public TypeSystem Types => Plan.Types;

    public DocumentNode Document => Plan.Document;

    /// <summary>Only read for the conditions, which are the same in every request that runs this variant.</summary>
    public VariableValues ConditionValues { get; } = conditions;

    public SelectionPlan Root { get; set; } = null!;

    /// <summary>How many field plans there are; grows while selections below abstract types are compiled.</summary>
    public int FieldCount => _fields;

    public int NextField() => _fields++;

    /// <summary>The whole response, its last brace included, when it depends on nothing but the schema: introspection without variables.</summary>
    public byte[]? ConstantResponse { get; set; }

    public bool IsConstant { get; set; }
}
