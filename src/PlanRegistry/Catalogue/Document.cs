using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>文件. A number that nobody has described yet makes a stub: title = number, nothing else.</summary>
[Table("documents", "文件")]
public sealed record Document : Record
{
    [KeyColumn, Column("文件代码", WhenSecret.AsCode)]
    public required string Code { get; init; }

    [Column("名称", WhenSecret.TitleOnly, IsName = true)]
    public required string Title { get; init; }

    [Column("文号", WhenSecret.AsCode)]
    public string? Number { get; init; }

    [Column("印发单位", WhenSecret.Told)]
    public Key<Agency>? Issuer { get; init; }

    /// <summary>Those that issued it together: 区委办公室、区政府办公室联合印发.</summary>
    [Column("联合印发单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? CoIssuers { get; init; }

    [Column("委托单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? OnBehalfOf { get; init; }

    [Column("类型")]
    public string? Kind { get; init; }

    [Column("印发日期", WhenSecret.Told, Happened = true)]
    public PartialDate? IssuedOn { get; init; }

    [Column("密级", WhenSecret.Told)]
    public required Secrecy Secrecy { get; init; }

    [Column("文件校验值")]
    public string? Sha256 { get; init; }

    [Column("涉及规划", WhenSecret.Told)]
    public IReadOnlyList<Key<Plan>>? Plans { get; init; }

    /// <summary>What the file is called whose bytes are stored under <see cref="Sha256"/>; null where none is stored here.</summary>
    [Column("电子文件", Length = 220)]
    public string? File { get; init; }

    /// <summary>Whose paper it is: one body's, or that of several together.</summary>
    public IEnumerable<Key<Agency>> Issuers => Issuer is { } first ? [first, .. CoIssuers ?? []] : CoIssuers ?? [];

    /// <summary>《名称》（文号）; one that is known by its number alone, by that.</summary>
    public Text Named => Number is null ? Wording.Title(Title)
        : Number == Title ? Number
        : new Text($"{Wording.Title(Title).Zh}（{Number}）", $"{Title} ({Number})");

    public Key<Document> Key => new(Home, Code);
}
