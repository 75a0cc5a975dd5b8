using System.Collections;
using PlanRegistry.Ledger;

namespace PlanRegistry.Rules;

/// <summary>The facts that a finding rests on, each told as a line, in the order in which the rule names them.</summary>
internal sealed class FactList(RegistryView view)
{
    private readonly List<MatchedFact> facts = [];

    public IReadOnlyList<MatchedFact> All => facts;

    /// <summary>The records among them.</summary>
    public IEnumerable<RecordId> Records => facts.Select(f => f.Record).OfType<RecordId>();

    /// <summary>In an order of its own: what a query collects comes in that of insertion, which must not matter.</summary>
    public void AddMatched(string name, object? value)
    {
        var start = facts.Count;
        Add(name, value);
        facts.Sort(start, facts.Count - start,
            Comparer<MatchedFact>.Create((a, b) => string.CompareOrdinal($"{a.Record}|{a.Text.Zh}", $"{b.Record}|{b.Text.Zh}")));
    }

    public void Add(string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case Conformance.IFact fact:
                var line = fact.Say();
                facts.Add(new MatchedFact(name, line.Type, line.Record, line.Text));
                break;
            case Record record:
                var said = RecordLines.Say(record, view);
                facts.Add(new MatchedFact(name, said.Type, said.Record, said.Text));
                break;
            case Text text:
                facts.Add(new MatchedFact(name, "Text", null, text));
                break;
            case string or ValueType:
                facts.Add(new MatchedFact(name, value.GetType().Name, null,
                    Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!));
                break;
            case IEnumerable many:
                foreach (var one in many)
                {
                    Add(name, one);
                }
                break;
            default:
                throw new InvalidOperationException($"A fact of type {value.GetType().Name} cannot say what it is: implement IFact.");
        }
    }
}
