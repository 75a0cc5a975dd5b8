namespace GraphQLEngine.Tests;

/// <summary>A small schema for execution tests: whatever a test needs, it writes as SDL and a resolver class.</summary>
internal static class TestSchema
{
    public static Schema Build(string sdl, params Type[] resolvers) => Build(sdl, new EngineOptions(), resolvers);

    public static Schema Build(string sdl, EngineOptions options, params Type[] resolvers) => Schema.Build(
        sdl,
        binding =>
        {
            foreach (var resolver in resolvers)
                binding.Resolvers(resolver);
        },
        options);

    public static IReadOnlyList<string> FaultsOf(string sdl, params Type[] resolvers)
    {
        var build = () => Build(sdl, resolvers);
        return build.Should().Throw<SchemaException>().Which.Faults;
    }
}
