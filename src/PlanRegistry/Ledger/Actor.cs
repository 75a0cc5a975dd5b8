namespace PlanRegistry.Ledger;

/// <summary>Who acts: the id stays the same when the name changes; the role is the one acted in, null until there are accounts.</summary>
public sealed record Actor(string Id, string Name, string? Role = null)
{
    /// <summary>Somebody without an account: the name is all that is known of them.</summary>
    public static Actor Named(string name) => new(name, name);
}
