using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Validation.Rules;

/// <summary>An argument is given once (specification: Argument Uniqueness).</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node)
    {
        var arguments = node switch
        {
            FieldNode field => field.Arguments,
            DirectiveNode directive => directive.Arguments,
            _ => [],
        };
        if (arguments.Length < 2)
            return true;
        foreach (var group in arguments.GroupBy(argument => argument.Name.Value).Where(group => group.Count() > 1))
            Context.Report($"There can be only one argument named \"{group.Key}\".", [.. group.Select(argument => argument.Name)]);
        return true;
    }
}
