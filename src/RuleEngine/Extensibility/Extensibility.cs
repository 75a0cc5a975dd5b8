using RuleEngine.RuleModel;

namespace RuleEngine.Extensibility;

/// <summary>Finds the services rules ask for.</summary>
public interface IDependencyResolver
{
    /// <summary>The service.</summary>
    object Resolve(IResolutionContext context, Type serviceType);
}

/// <summary>Who asks for a service.</summary>
public interface IResolutionContext
{
    /// <summary>The session the rule fires in.</summary>
    ISession Session { get; }

    /// <summary>The rule that asks.</summary>
    IRuleDefinition Rule { get; }
}

/// <summary>Runs around the actions of every match that fires; it decides whether and how to invoke them.</summary>
public interface IActionInterceptor
{
    /// <summary>Called instead of the actions.</summary>
    void Intercept(IContext context, IReadOnlyCollection<IActionInvocation> actions);
}

/// <summary>One action that is about to run.</summary>
public interface IActionInvocation
{
    /// <summary>The values of the matched facts.</summary>
    IReadOnlyList<object?> Arguments { get; }

    /// <summary>What made the action run.</summary>
    ActionTrigger Trigger { get; }

    /// <summary>Runs the action.</summary>
    void Invoke();
}

internal sealed class NoDependencies : IDependencyResolver
{
    public object Resolve(IResolutionContext context, Type serviceType) => throw new InvalidOperationException(
        $"The rule {context.Rule.Name} asks for {serviceType.FullName}, and the session has no dependency resolver.");
}
