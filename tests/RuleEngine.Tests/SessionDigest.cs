using RuleEngine.Aggregation;
using RuleEngine.Rete;

namespace RuleEngine.Tests;

/// <summary>
/// Everything a session knows, in its order, as text: facts and who yielded them, memories and their indexes, partial and
/// whole matches with what decides them, query results, what each match has fired and yielded, and the agenda. Two equal
/// digests are sessions that will say and do the same.
/// </summary>
internal static class SessionDigest
{
    public static string Of(ISession session, Func<object?, string>? show = null)
    {
        var (real, text) = ((Session)session, show ?? (value => $"{value}"));
        var state = real.State;
        return string.Join('\n',
        [
            .. real.AllFacts.Select(f => $"fact {text(f.Value)} of {f.Type.Name} by {(f.Link is null ? "hand" : Show(f.Link, text))}"),
            .. state.Memories.SelectMany(memory => Lines(memory, text)),
            .. state.LeftIndexes.SelectMany((index, node) => (index?.Rings.All() ?? []).Select(slot => $"index {node}: {Show(index![slot], text)} {index[slot].Hash}")),
            .. state.RootTokens.SelectMany(root => Tree(root, text, 0)),
            .. ((Agenda)session.Agenda).Waiting.Select(match => $"waits {Show(match, text)}"),
            .. state.Linked.Select(owed => $"owed {owed.Action} {text(owed.Fact.Value)}"),
            $"shared {real.LinkedFacts.SharedCount}, noted {state.Journal.Count}",
        ]);
    }

    private static IEnumerable<string> Lines(AlphaMemory memory, Func<object?, string> text)
    {
        var facts = Enumerable.Range(0, memory.SlotCount).Select(slot => memory[slot]).OfType<WorkingFact>();
        yield return $"memory {memory.Node.Id}: {string.Join(' ', facts.Select(f => text(f.Value)))}";
        foreach (var index in memory.Indexes) yield return $"  {string.Join(' ', index.All().Select(slot => text(memory[slot]!.Value)))}";
    }

    private static IEnumerable<string> Tree(Token token, Func<object?, string> text, int depth)
    {
        yield return $"{new string(' ', depth)}{token.Node.Id} {(token.Fact is null ? "" : Value(token.Fact, text))}{State(token, text)}";
        for (var child = (token as MemoryToken)?.FirstChild; child is not null; child = child.NextSibling)
            foreach (var line in Tree(child, text, depth + 1)) yield return line;
    }

    private static string State(Token token, Func<object?, string> text) => token switch
    {
        Activation match => $" {match.Trigger} {match.HasFired} [{string.Join(',', match.Keys ?? [])}] {string.Join(' ', match.Linked.Select(l => text(l.Fact.Value)))}",
        WitnessToken decided => $" by {(decided.Witness is { } witness ? text(witness.Fact!.Value) : "nothing")}{(decided.IsIndexed ? " indexed" : "")}",
        QueryRow row => $" row {Value(row.Item, text)}",
        _ => "",
    };

    private static string Value(Fact fact, Func<object?, string> text) => fact.Value is System.Collections.IEnumerable many and not string
        ? $"[{string.Join(' ', many.Cast<object?>().Select(text))}]"
        : text(fact.Value);

    private static string Show(Token token, Func<object?, string> text) =>
        $"{token.Node.Id}({string.Join(',', ReteState.FactsOf(token, null).Select(f => Value((Fact)f, text)))})";
}
