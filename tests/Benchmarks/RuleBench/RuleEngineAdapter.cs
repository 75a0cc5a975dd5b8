namespace PlanBench;

/// <summary>The engine under test, behind the interface of the hand-written one.</summary>
public sealed class RuleEngineAdapter(ISessionFactory factory) : IEngine
{
    public ISession Session { get; } = factory.CreateSession();

    public static ISessionFactory Compile()
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.From(typeof(RuleEngineAdapter).Assembly));
        return repository.Compile();
    }

    public void InsertAll(IEnumerable<object> facts) => Session.InsertAll(facts);

    public void Insert(object fact) => Session.Insert(fact);

    public void Update(object fact) => Session.Update(fact);

    public void Retract(object fact) => Session.Retract(fact);

    public int Fire() => Session.Fire();

    public IEnumerable<Finding> Findings() => Session.Query<Finding>();

    public IEnumerable<DistrictSummary> Summaries() => Session.Query<DistrictSummary>();
}
