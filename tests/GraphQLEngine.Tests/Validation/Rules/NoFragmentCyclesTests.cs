using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class NoFragmentCyclesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<NoFragmentCycles>(document);

    [Fact]
    public void A_fragment_may_be_spread_many_times() =>
        Errors("fragment A on Human { ...B ...B ... on Human { ...C } } fragment B on Human { ...C } fragment C on Human { ...Unknown }").Should().BeEmpty();

    [Fact]
    public void A_fragment_must_not_spread_itself() =>
        Errors("fragment A on Human { relatives { ...A } }\nfragment B on Pet { ... on Dog { ...B } }").Should().Equal(
            "(1:35) Cannot spread fragment \"A\" within itself.",
            "(2:34) Cannot spread fragment \"B\" within itself.");

    [Fact]
    public void Nor_reach_itself_through_others() =>
        Errors("fragment A on Dog { ...B }\nfragment B on Dog { ...C }\nfragment C on Dog { ...A }").Should().Equal("(1:21, 2:21, 3:21) Cannot spread fragment \"A\" within itself via \"B\", \"C\".");

    [Fact]
    public void Every_circle_is_reported_once() =>
        Errors("fragment A on Dog { ...B }\nfragment B on Dog { ...B ...C }\nfragment C on Dog { ...A ...B }").Should().Equal(
            "(2:21) Cannot spread fragment \"B\" within itself.",
            "(1:21, 2:26, 3:21) Cannot spread fragment \"A\" within itself via \"B\", \"C\".",
            "(2:26, 3:26) Cannot spread fragment \"B\" within itself via \"C\".");
}
