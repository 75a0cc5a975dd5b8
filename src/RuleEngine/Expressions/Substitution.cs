using System.Linq.Expressions;

namespace RuleEngine.Expressions;

/// <summary>Replaces one parameter by an expression.</summary>
internal sealed class Substitution(ParameterExpression parameter, Expression replacement) : ExpressionVisitor
{
    public static Expression Of(ParameterExpression parameter, Expression replacement, Expression body) =>
        new Substitution(parameter, replacement).Visit(body);

    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : node;
}
