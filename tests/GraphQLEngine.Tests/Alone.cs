namespace GraphQLEngine.Tests;

/// <summary>Tests that look at the whole process (telemetry) and so run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
