using RuleEngine.RuleModel;

namespace RuleEngine.Fluent.Dsl;

/// <summary>Conveniences for actions.</summary>
public static class ContextExtensions
{
    /// <summary>Changes a fact and tells the engine.</summary>
    public static void Update<T>(this IContext context, T fact, Action<T> updateAction) where T : notnull
    {
        updateAction(fact);
        context.Update(fact);
    }

    /// <summary>Asks the session's dependency resolver for a service.</summary>
    public static TService Resolve<TService>(this IContext context) where TService : notnull => (TService)context.Resolve(typeof(TService));
}
