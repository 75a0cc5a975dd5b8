namespace PlanRegistry.Server.Packs;

/// <summary>
/// How much of a pack is read at all, counted while it is read and whether or not it is kept. A district has some ten thousand rows; what
/// is far larger is no district, or an attack.
/// </summary>
public sealed record PackLimits
{
    /// <summary>Of a .zip as it lies there.</summary>
    public long ZipBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Of one file, unpacked.</summary>
    public long FileBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>Of all files together, unpacked.</summary>
    public long Bytes { get; init; } = 64L * 1024 * 1024;

    public int Files { get; init; } = 200;

    /// <summary>Of all files together, blank ones and those that are no CSV too.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Cells of a row.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Characters of a cell; the longest that a column takes is shorter, and says so itself.</summary>
    public int CellLength { get; init; } = 32_767;

    public static PackLimits Default { get; } = new();
}
