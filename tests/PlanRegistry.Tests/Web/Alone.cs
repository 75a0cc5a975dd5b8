namespace PlanRegistry.Tests.Web;

/// <summary>Tests of what is measured: meters belong to the process, so no other server may run beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
