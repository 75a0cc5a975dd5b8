using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class KnownFragmentNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<KnownFragmentNames>(document);

    [Fact]
    public void Defined_fragments_may_be_spread() => Errors("{ human { ...A ... on Human { ...A } } } fragment A on Human { name }").Should().BeEmpty();

    [Fact]
    public void Others_may_not() =>
        Errors("{ human { ...A ... on Human { ...B } } }\nfragment C on Human { ...D }").Should().Equal(
            "(1:14) Unknown fragment \"A\".",
            "(1:34) Unknown fragment \"B\".",
            "(2:26) Unknown fragment \"D\".");
}
