using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class VariablesInAllowedPositionTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<VariablesInAllowedPosition>(document);

    [Theory]
    [InlineData("query ($v: Int) { arguments { int(v: $v) } }")]
    [InlineData("query ($v: Int!) { arguments { int(v: $v) nonNullInt(v: $v) } }")]
    [InlineData("query ($v: Int = 1) { arguments { nonNullInt(v: $v) } }")]
    [InlineData("query ($v: Int) { arguments { defaulted(v: $v) } }")]
    [InlineData("query ($v: [String!]!) { arguments { strings(v: $v) nonNullStrings(v: $v) } }")]
    [InlineData("query ($v: String) { arguments { strings(v: [$v]) } }")]
    [InlineData("query ($v: Boolean) { arguments { complex(v: { required: true, nonNull: $v }) } }")]
    [InlineData("query ($v: Boolean = true) { dog @skip(if: $v) { name } }")]
    [InlineData("query ($v: Int!) { arguments { one(v: { int: $v }) } }")]
    public void A_variable_may_be_used_where_its_type_fits(string document) => Errors(document).Should().BeEmpty();

    [Theory]
    [InlineData("query ($v: Int) { arguments { nonNullInt(v: $v) } }", "(1:8, 1:45) Variable \"$v\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData("query ($v: Int = null) { arguments { nonNullInt(v: $v) } }", "(1:8, 1:52) Variable \"$v\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData("query ($v: Float) { arguments { int(v: $v) } }", "(1:8, 1:40) Variable \"$v\" of type \"Float\" used in position expecting type \"Int\".")]
    [InlineData("query ($v: String) { arguments { strings(v: $v) } }", "(1:8, 1:45) Variable \"$v\" of type \"String\" used in position expecting type \"[String]\".")]
    [InlineData("query ($v: [String]!) { arguments { nonNullStrings(v: $v) } }", "(1:8, 1:55) Variable \"$v\" of type \"[String]!\" used in position expecting type \"[String!]!\".")]
    [InlineData("query ($v: Boolean) { arguments { complex(v: { required: $v }) } }", "(1:8, 1:58) Variable \"$v\" of type \"Boolean\" used in position expecting type \"Boolean!\".")]
    [InlineData("query ($v: Boolean) { dog @skip(if: $v) { name } }", "(1:8, 1:37) Variable \"$v\" of type \"Boolean\" used in position expecting type \"Boolean!\".")]
    [InlineData("query ($v: Int) { arguments { ...F } } fragment F on Arguments { nonNullInt(v: $v) }", "(1:8, 1:80) Variable \"$v\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData("query ($v: Int) { arguments { one(v: { int: $v }) } }", "(1:8, 1:45) Variable \"$v\" is of type \"Int\" but must be non-nullable to be used for OneOf Input Object \"One\".")]
    public void Elsewhere_it_may_not(string document, string error) => Errors(document).Should().Equal(error);

    [Fact]
    public void Unknown_variables_and_types_are_the_affair_of_other_rules() => Errors("query ($a: Nope) { arguments { int(v: $a) b: int(v: $b) } }").Should().BeEmpty();
}
