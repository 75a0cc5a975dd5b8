using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>文件. A number that nobody has described yet makes a stub: title = number, nothing else.</summary>
[Table("documents")]
public sealed record Document : Record
{
    [KeyColumn] public required string Code { get; init; }
    public required string Title { get; init; }
    public string? Number { get; init; }
    public Key<Agency>? Issuer { get; init; }
    public Key<Agency>? OnBehalfOf { get; init; }
    public string? Kind { get; init; }
    public PartialDate? IssuedOn { get; init; }
    public required Secrecy Secrecy { get; init; }
    public string? Sha256 { get; init; }
    public IReadOnlyList<Key<Plan>>? Plans { get; init; }

    public Key<Document> Key => new(Home, Code);
}
