namespace RuleEngine.Tests;

/// <summary>Sessions over rules nested in the test classes, and a log of what fires.</summary>
internal static class Harness
{
    public static ISessionFactory Compile(params Type[] rules) => new RuleCompiler().Compile(Definitions(rules));

    public static IEnumerable<IRuleDefinition> Definitions(params Type[] rules) =>
        new RuleDefinitionFactory().Create(rules.Select(type => (Rule)Activator.CreateInstance(type, nonPublic: true)!));

    public static ISession Session(params Type[] rules) => Compile(rules).CreateSession();

    public static ISession Session<TRule>(params object[] facts) where TRule : Rule
    {
        var session = Session(typeof(TRule));
        session.InsertAll(facts);
        return session;
    }

    /// <summary>Fires, and says which facts each match held.</summary>
    public static IReadOnlyList<string> Firings(this ISession session)
    {
        var log = new List<string>();
        void Note(object? sender, AgendaEventArgs args) => log.Add(string.Join(" ", args.Facts.Select(f => f.Value)));
        session.Events.RuleFiredEvent += Note;
        session.Fire();
        session.Events.RuleFiredEvent -= Note;
        return log;
    }

    public static IReadOnlyList<string> Notes(this ISession session) => [.. session.Query<Note>().AsEnumerable().Select(n => n.Text).Order(StringComparer.Ordinal)];
}

/// <summary>A fact that rules under test yield; reference identity.</summary>
internal sealed class Note(string text)
{
    public string Text { get; } = text;

    public override string ToString() => Text;
}

/// <summary>Mutable facts with reference identity.</summary>
internal class Person(string name, string? city = null, int age = 0)
{
    public string Name { get; set; } = name;
    public string? City { get; set; } = city;
    public int Age { get; set; } = age;
    public int? BossAge { get; set; }

    public override string ToString() => Name;
}

internal sealed class Town(string? name, int size = 0)
{
    public string? Name { get; set; } = name;
    public int Size { get; set; } = size;

    public override string ToString() => Name ?? "nowhere";
}
