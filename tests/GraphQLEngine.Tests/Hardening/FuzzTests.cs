using GraphQLEngine.Http;
using ToyHost;

namespace GraphQLEngine.Tests.Hardening;

public class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Generated_requests_get_well_formed_answers(int seed)
    {
        var schema = Schema.Build([new SdlDocument("toy.graphql", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "toy.graphql")))], ToySchema.Bind);
        (await new Fuzz(new GraphQLHttpHandler(schema), seed).Run(2_000)).Should().Be(2_000);
    }
}
