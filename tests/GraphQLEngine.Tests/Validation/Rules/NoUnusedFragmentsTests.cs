using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class NoUnusedFragmentsTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<NoUnusedFragments>(document);

    [Fact]
    public void Fragments_reached_by_an_operation_are_used() =>
        Errors("query A { human { ...A } } query B { human { ...C } } fragment A on Human { ...B } fragment B on Human { name } fragment C on Human { name }").Should().BeEmpty();

    [Fact]
    public void Fragments_that_only_reach_each_other_are_not() =>
        Errors("{ human { ...A } }\nfragment A on Human { name }\nfragment B on Human { ...C }\nfragment C on Human { ...B }").Should().Equal(
            "(3:1) Fragment \"B\" is never used.",
            "(4:1) Fragment \"C\" is never used.");
}
