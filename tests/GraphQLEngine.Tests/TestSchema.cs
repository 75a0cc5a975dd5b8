namespace GraphQLEngine.Tests;

/// <summary>A small schema for execution tests: whatever a test needs, it writes as SDL and a resolver class.</summary>
internal static class TestSchema
{
    public static Schema Build(string sdl, params Type[] resolvers) => Build(sdl, new EngineOptions(), resolvers);

    public static Schema Build(string sdl, EngineOptions options, params Type[] resolvers) => Build(
        sdl,
        binding =>
        {
            foreach (var resolver in resolvers)
                binding.Resolvers(resolver);
        },
        options);

    public static Schema Build(string sdl, Action<SchemaBinding> bind, EngineOptions? options = null) => Schema.Build([new SdlDocument("test.graphql", sdl)], bind, options);

    public static IReadOnlyList<string> FaultsOf(string sdl, params Type[] resolvers)
    {
        var build = () => Build(sdl, resolvers);
        return build.Should().Throw<SchemaException>().Which.Faults;
    }
}

/// <summary>What the resolvers of one test may ask for as a [Service], by its type.</summary>
internal sealed class TestServices(params object[] services) : IServiceProvider
{
    public object? GetService(Type serviceType) => Array.Find(services, serviceType.IsInstanceOfType);
}
