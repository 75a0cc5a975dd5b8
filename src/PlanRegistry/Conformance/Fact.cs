using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>What a rule matches: a record, or something computed from records, that can say what it is in a finding.</summary>
public interface IFact : IRecord
{
    FactLine Say();
}

/// <summary>One fact of a finding: what kind of thing, which record (none for a computed value), and a sentence about it.</summary>
public sealed record FactLine(string Type, RecordId? Record, Text Text);
