using GraphQLEngine.Errors;
using GraphQLEngine.Execution;
using GraphQLEngine.Language;
using GraphQLEngine.Types;
using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Validation;

/// <summary>Runs every rule of the specification's section 5 over a document, in one walk.</summary>
internal static class DocumentValidator
{
    private static readonly Func<ValidationContext, ValidationRule>[] Rules =
    [
        context => new ExecutableDefinitions(context),
        context => new KnownOperationTypes(context),
        context => new UniqueOperationNames(context),
        context => new LoneAnonymousOperation(context),
        context => new SingleFieldSubscriptions(context),
        context => new KnownTypeNames(context),
        context => new FragmentsOnCompositeTypes(context),
        context => new VariablesAreInputTypes(context),
        context => new ScalarLeafs(context),
        context => new FieldsOnCorrectType(context),
        context => new UniqueFragmentNames(context),
        context => new KnownFragmentNames(context),
        context => new NoUnusedFragments(context),
        context => new PossibleFragmentSpreads(context),
        context => new NoFragmentCycles(context),
        context => new UniqueVariableNames(context),
        context => new NoUndefinedVariables(context),
        context => new NoUnusedVariables(context),
        context => new KnownDirectives(context),
        context => new UniqueDirectivesPerLocation(context),
        context => new KnownArgumentNames(context),
        context => new UniqueArgumentNames(context),
        context => new ValuesOfCorrectType(context),
        context => new ProvidedRequiredArguments(context),
        context => new VariablesInAllowedPosition(context),
        context => new OverlappingFieldsCanBeMerged(context),
        context => new UniqueInputFieldNames(context),
        context => new IntrospectionDepth(context),
    ];

    public static List<GraphQLError> Validate(TypeSystem types, DocumentNode document, Limits limits, PreparationWork work, bool hints) => Validate(types, document, limits, work, hints, Rules);

    /// <summary>Runs one rule alone, for its tests.</summary>
    public static List<GraphQLError> Validate(TypeSystem types, DocumentNode document, Limits limits, PreparationWork work, bool hints, params Func<ValidationContext, ValidationRule>[] rules)
    {
        var typeInfo = new TypeInfo(types);
        var context = new ValidationContext(types, document, typeInfo, limits, work, hints);
        try
        {
            new RuleWalker(context, typeInfo, Array.ConvertAll(rules, rule => rule(context))).Walk(document);
        }
        catch (ValidationAbortedException)
        {
            // The error that says so is the last of the list.
        }
        catch (InsufficientExecutionStackException)
        {
            context.Errors.Add(new GraphQLError("Document is nested too deep. Validation aborted.", ErrorCodes.LimitExceeded));
        }
        return context.Errors;
    }

    private sealed class RuleWalker : Walker
    {
        private readonly ValidationRule[] _rules;

        public RuleWalker(ValidationContext context, TypeInfo typeInfo, ValidationRule[] rules)
            : base(typeInfo)
        {
            _rules = rules;
            context.Ancestors = Ancestors;
        }

        protected override void Enter(Node node)
        {
            foreach (var rule in _rules)
            {
                if (rule.Skipping is null && !rule.Enter(node))
                    rule.Skipping = node;
            }
        }

        protected override void Leave(Node node)
        {
            foreach (var rule in _rules)
            {
                if (rule.Skipping is null)
                    rule.Leave(node);
                else if (ReferenceEquals(rule.Skipping, node))
                    rule.Skipping = null;
            }
        }
    }
}
