using Fuzz;

namespace GraphQLEngine.Tests.Hardening;

/// <summary>A little of <c>make fuzz</c>, always the same inputs.</summary>
public class FuzzTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Generated_requests_get_well_formed_answers(bool limits)
    {
        using var target = await Target.Toy(limits);
        var fuzzer = new Fuzzer(target, seed: 1);
        for (var input = 0; input < 3_000; input++)
            await fuzzer.Send(input);
        target.Unexpected.Should().BeEmpty();
    }
}
