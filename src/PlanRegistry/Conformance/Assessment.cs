using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>The one fact that says for which day, and under which policy, the district is judged.</summary>
public sealed class Assessment(Snapshot snapshot) : IFact
{
    public Snapshot Snapshot { get; } = snapshot;

    public DateOnly AsOf => Snapshot.AsOf;

    public DateOnly RecordsFrom => Snapshot.RecordsFrom;

    public Policy Policy => Snapshot.Policy;

    public RecordId Id => new("assessments", Snapshot.View.Code, AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public FactLine Say() => new("Assessment", null, new Text($"评估日 {AsOf:yyyy-MM-dd}", $"as of {AsOf:yyyy-MM-dd}"));
}
