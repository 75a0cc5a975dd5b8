namespace PlanRegistry.Server.Packs;

/// <summary>
/// How much of a pack is read at all. A district has some ten thousand rows; what is far larger is no district, or an attack.
/// </summary>
public sealed record PackLimits
{
    public long FileBytes { get; init; } = 256L * 1024 * 1024;
    public int Rows { get; init; } = 1_000_000;
    public int Files { get; init; } = 200;

    public static PackLimits Default { get; } = new();
}
