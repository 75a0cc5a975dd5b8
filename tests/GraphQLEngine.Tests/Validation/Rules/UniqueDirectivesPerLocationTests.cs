using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class UniqueDirectivesPerLocationTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<UniqueDirectivesPerLocation>(document);

    [Fact]
    public void Different_directives_and_repeatable_ones_are_fine() =>
        Errors("query @many @many { dog @skip(if: false) @include(if: true) @many @many { name @skip(if: true) } cat @skip(if: true) { name } }").Should().BeEmpty();

    [Fact]
    public void The_same_directive_twice_is_not() =>
        Errors("{ dog @onField @onField @onField { name @onField @onField } ... @onOperation @onOperation { __typename } }").Should().Equal(
            "(1:7, 1:16) The directive \"@onField\" can only be used once at this location.",
            "(1:7, 1:25) The directive \"@onField\" can only be used once at this location.",
            "(1:41, 1:50) The directive \"@onField\" can only be used once at this location.",
            "(1:65, 1:78) The directive \"@onOperation\" can only be used once at this location.");

    [Fact]
    public void Unknown_directives_are_the_affair_of_another_rule() => Errors("{ dog @x @x { name } }").Should().BeEmpty();
}
