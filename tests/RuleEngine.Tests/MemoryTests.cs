using System.Runtime.CompilerServices;

namespace RuleEngine.Tests;

/// <summary>The heap is one for the whole process, so this test runs when no other does.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true), Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Fact]
    public void Everything_comes_back_ten_times_when_everything_is_retracted()
    {
        var session = (Session)Harness.Session(typeof(Flats), typeof(Joins), typeof(NotOne), typeof(Everyone), typeof(Grouped));
        var empty = SessionDigest.Of(session);
        Round(session);
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < 10; round++)
        {
            var facts = Round(session);
            SessionDigest.Of(session).Should().Be(empty);
            session.State.Memories.Should().OnlyContain(m => m.SlotCount == 0 && m.Arrived.Count == 0);
            IsAlive(facts).Should().BeFalse("nothing in the session refers to a fact that has gone");
        }
        (GC.GetTotalMemory(forceFullCollection: true) - heap).Should().BeLessThan(64 * 1024, "ten rounds of 3,000 facts leave no more than one does");
        GC.KeepAlive(session);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Round(Session session)
    {
        object[] facts =
            [.. Enumerable.Range(0, 2_000).Select(i => new Person($"p{i}", $"t{i % 500}", i)), .. Enumerable.Range(0, 1_000).Select(i => new Town($"t{i}", i))];
        session.InsertAll(facts);
        session.Fire();
        session.Query<Note>().Should().NotBeEmpty();
        session.RetractAll(facts);
        session.Fire();
        return new WeakReference(facts[7]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference fact)
    {
        GC.Collect();
        return fact.IsAlive;
    }

    private sealed class Joins : Rule
    {
        public override void Define()
        {
            Person person = null!;
            Town town = null!;

            When().Match(() => person).Match(() => town, t => t.Name == person.City);
            Then().Yield(_ => new Note($"{person} {town}"));
        }
    }

    private sealed class NotOne : Rule
    {
        public override void Define()
        {
            Town town = null!;

            When().Match(() => town).Not<Person>(p => p.City == town.Name).Exists<Person>(p => p.Age == town.Size);
            Then().Yield(_ => new Note($"{town}")).Undo(_ => Nothing());
        }

        private static void Nothing() { }
    }

    private sealed class Everyone : Rule
    {
        public override void Define()
        {
            Town town = null!;

            When().Match(() => town).All<Person>(p => p.City == town.Name, p => p.Age >= 0);
            Then().Yield(_ => new Note($"{town}"));
        }
    }

    private sealed class Grouped : Rule
    {
        public override void Define()
        {
            IGrouping<string, Note> group = null!;

            When().Query(() => group, q => q.Match<Note>(n => n.Text.Length < 9).GroupBy(n => n.Text));
            Then().Do(_ => Nothing());
        }

        private static void Nothing() { }
    }

    private sealed class Flats : Rule
    {
        public override void Define()
        {
            Town town = null!;
            IEnumerable<Person> people = null!;

            When().Match(() => town).Query(() => people, q => q.Match<Person>(p => p.City == town.Name).Collect().OrderBy(p => p.Age));
            Then().Do(_ => Nothing());
        }

        private static void Nothing() { }
    }
}
