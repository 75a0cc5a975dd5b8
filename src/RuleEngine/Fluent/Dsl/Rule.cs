namespace RuleEngine.Fluent.Dsl;

/// <summary>A rule written in C#: override <see cref="Define"/> and say When and Then.</summary>
public abstract class Rule
{
    private RuleDraft? _draft;

    private RuleDraft Draft => _draft ?? throw new InvalidOperationException(
        $"The rule {GetType().FullName} is described only inside Define(), which the engine calls.");

    /// <summary>Describes the rule. Called once per definition, by the engine.</summary>
    public abstract void Define();

    /// <summary>Overrides the name given by the attribute.</summary>
    protected void Name(string value) => Draft.Name = value;

    /// <summary>Overrides the priority given by the attribute.</summary>
    protected void Priority(int value) => Draft.Priority = value;

    /// <summary>Services the actions need.</summary>
    protected IDependencyExpression Dependency() => Draft.Dependencies;

    /// <summary>Which matches may reach the agenda.</summary>
    protected IFilterExpression Filter() => Draft.Filters;

    /// <summary>The conditions.</summary>
    protected ILeftHandSideExpression When() => Draft.Conditions;

    /// <summary>The actions.</summary>
    protected IRightHandSideExpression Then() => Draft.Actions;

    internal RuleDraft Describe(RuleDraft draft)
    {
        _draft = draft;
        Define();
        _draft = null;
        return draft;
    }
}
