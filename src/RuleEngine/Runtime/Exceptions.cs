using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>A rule failed while the session ran.</summary>
public class RuleExecutionException : Exception
{
    /// <summary>With the message and its cause.</summary>
    public RuleExecutionException(string message, Exception? innerException = null) : base(message, innerException) { }
}

/// <summary>An expression of a rule failed.</summary>
public class RuleExpressionEvaluationException(string message, string expression, Exception? innerException)
    : RuleExecutionException(message, innerException)
{
    /// <summary>The expression as it was written.</summary>
    public string Expression { get; } = expression;
}

/// <summary>A condition failed. The same condition may belong to several rules.</summary>
public class RuleLhsExpressionEvaluationException(string message, string expression, Exception? innerException)
    : RuleExpressionEvaluationException(message, expression, innerException);

/// <summary>An action failed.</summary>
public class RuleRhsExpressionEvaluationException(string message, IRuleDefinition rule, string expression, Exception? innerException)
    : RuleExpressionEvaluationException(message, expression, innerException)
{
    /// <summary>The rule whose action failed.</summary>
    public IRuleDefinition Rule { get; } = rule;
}

/// <summary>An agenda filter failed.</summary>
public class AgendaExpressionEvaluationException(string message, IRuleDefinition rule, string expression, Exception? innerException)
    : RuleExpressionEvaluationException(message, expression, innerException)
{
    /// <summary>The rule whose filter failed.</summary>
    public IRuleDefinition Rule { get; } = rule;
}

/// <summary>A rule could not be compiled.</summary>
public class RuleCompilationException(string message, IRuleDefinition rule, Exception? innerException) : Exception(message, innerException)
{
    /// <summary>The rule.</summary>
    public IRuleDefinition Rule { get; } = rule;
}
