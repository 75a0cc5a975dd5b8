using System.Linq.Expressions;

namespace RuleEngine.RuleModel;

/// <summary>One element of a rule's conditions.</summary>
public abstract class RuleElement
{
    internal RuleElement() { }

    /// <summary>The alias it adds for the elements after it; null where it adds none.</summary>
    internal virtual Declaration? Declared => null;

    /// <summary>Everything it evaluates.</summary>
    internal virtual IEnumerable<LambdaExpression> Lambdas => [];
}

/// <summary>Conditions that must hold together, or of which one must hold.</summary>
public sealed class GroupElement : RuleElement
{
    private readonly List<RuleElement> _children = [];

    internal GroupElement(bool isOr) => IsOr = isOr;

    /// <summary>The conditions in the order they were written.</summary>
    public IReadOnlyList<RuleElement> ChildElements => _children;

    internal bool IsOr { get; }

    internal void Add(RuleElement element) => _children.Add(element);
}

internal enum Quantifier { Each, Not, Exists, All }

/// <summary>A pattern over facts of one type: Match, Not, Exists or All.</summary>
internal sealed class PatternElement(Quantifier quantifier, Declaration declaration, LambdaExpression[] conditions, LambdaExpression? mustHold = null) : RuleElement
{
    public Quantifier Quantifier { get; } = quantifier;
    public Declaration Declaration { get; } = declaration;
    public IReadOnlyList<LambdaExpression> Conditions { get; } = conditions;

    /// <summary>For All: what every fact that satisfies the conditions must satisfy too.</summary>
    public LambdaExpression? MustHold { get; } = mustHold;

    internal override Declaration? Declared => Quantifier == Quantifier.Each ? Declaration : null;
    internal override IEnumerable<LambdaExpression> Lambdas => MustHold is null ? Conditions : [.. Conditions, MustHold];
}

/// <summary>A value computed from earlier aliases.</summary>
internal sealed class LetElement(Declaration declaration, LambdaExpression expression) : RuleElement
{
    public Declaration Declaration { get; } = declaration;
    public LambdaExpression Expression { get; } = expression;
    internal override Declaration? Declared => Declaration;
    internal override IEnumerable<LambdaExpression> Lambdas => [Expression];
}

/// <summary>Conditions over earlier aliases only.</summary>
internal sealed class HavingElement(LambdaExpression[] conditions) : RuleElement
{
    public IReadOnlyList<LambdaExpression> Conditions { get; } = conditions;
    internal override IEnumerable<LambdaExpression> Lambdas => Conditions;
}
