namespace PlanRegistry.Server.Storage;

/// <summary>A table of accounts or of what belongs to them, just as it is stored.</summary>
public sealed record AccessTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
