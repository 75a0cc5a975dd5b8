using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Conformance;

namespace PlanRegistry.Server.GraphQL;

/// <summary>What whoever asks may read: every answer begins here. One per request.</summary>
public sealed class Reach(Judgements judgements, Caller caller)
{
    public Judgements Judgements { get; } = judgements;

    public Caller Caller { get; } = caller;

    /// <summary>For a field that the caller may use; else it throws.</summary>
    public Reach For(string coordinate)
    {
        Caller.Require(coordinate);
        return this;
    }

    /// <summary>Null for a district that is unknown, or none of the caller's.</summary>
    public Scope? Scope(DistrictCode district, DateOnly? asOf = null, DateTimeOffset? knownAt = null) =>
        Judgements.Scope(district, Caller, asOf, knownAt) is { } scope && Caller.Sees(scope.Snapshot.View) ? scope : null;

    /// <summary>The districts that there are for the caller.</summary>
    public IReadOnlyList<DistrictCode> Districts() => RequestErrors.Telling(() =>
        Judgements.Registry.Districts().Where(d => Caller.Sees(d, () => Judgements.Registry.View(d))).ToList());
}
