namespace GraphQLEngine;

/// <summary>The SDL is wrong, or the resolvers do not fit it. All faults are named at once, each with its schema coordinate.</summary>
public sealed class SchemaException : Exception
{
    internal SchemaException(IReadOnlyList<string> faults)
        : base($"The schema cannot be built: {faults.Count} fault{(faults.Count == 1 ? "" : "s")}.\n  {string.Join("\n  ", faults)}") => Faults = faults;

    /// <summary>Every fault, in the order of the SDL, each beginning with a schema coordinate such as <c>Plan.findings(filter:)</c>.</summary>
    internal IReadOnlyList<string> Faults { get; }
}
