using RuleEngine.Diagnostics;
using RuleEngine.Extensibility;
using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>Compiled rules. A factory has no facts and may be shared by threads; each session belongs to one.</summary>
public interface ISessionFactory : ISessionSchemaProvider
{
    /// <summary>What happens in all sessions of the factory.</summary>
    IEventProvider Events { get; }

    /// <summary>The resolver new sessions start with.</summary>
    IDependencyResolver DependencyResolver { get; set; }

    /// <summary>The interceptor new sessions start with.</summary>
    IActionInterceptor? ActionInterceptor { get; set; }

    /// <summary>A new session without facts.</summary>
    ISession CreateSession();

    /// <summary>A new session without facts, prepared before the rules that need no facts match.</summary>
    ISession CreateSession(Action<ISession> initializationAction);
}

internal sealed class SessionFactory(Network network, IReadOnlyList<IRuleDefinition> rules, FactIdentityComparer identity, bool shareEqualYields) : ISessionFactory
{
    private readonly EventAggregator _events = new();

    public IEventProvider Events => _events;
    public IDependencyResolver DependencyResolver { get; set; } = new NoDependencies();
    public IActionInterceptor? ActionInterceptor { get; set; }
    public Network Network { get; } = network;
    public IReadOnlyList<IRuleDefinition> Rules { get; } = rules;
    public FactIdentityComparer Identity { get; } = identity;
    public bool ShareEqualYields { get; } = shareEqualYields;

    public IReadOnlyList<RulePlan> GetPlans() => [.. Network.RuleNodes.Select(RulePlan.Of)];

    public ISession CreateSession() => CreateSession(_ => { });

    public ISession CreateSession(Action<ISession> initializationAction)
    {
        var session = new Session(this, _events) { DependencyResolver = DependencyResolver, ActionInterceptor = ActionInterceptor };
        initializationAction(session);
        session.Start();
        return session;
    }
}
