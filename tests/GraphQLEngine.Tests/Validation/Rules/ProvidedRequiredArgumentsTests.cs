using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class ProvidedRequiredArgumentsTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<ProvidedRequiredArguments>(document);

    [Fact]
    public void Required_arguments_given_and_optional_ones_left_out_are_fine() =>
        Errors("{ arguments { int defaulted nonNullInt(v: 1) two(b: 1, a: 2) @needs(a: 1) unknown } }").Should().BeEmpty();

    [Fact]
    public void Missing_arguments_of_fields_are_named() =>
        Errors("{ arguments { nonNullInt two(b: 1) } __type { name } }").Should().Equal(
            "(1:15) Argument \"Arguments.nonNullInt(v:)\" of type \"Int!\" is required, but it was not provided.",
            "(1:26) Argument \"Arguments.two(a:)\" of type \"Int!\" is required, but it was not provided.",
            "(1:38) Argument \"<meta>.__type(name:)\" of type \"String!\" is required, but it was not provided.");

    [Fact]
    public void And_of_directives() =>
        Errors("{ dog @include @needs(b: 1) { name } }").Should().Equal(
            "(1:7) Argument \"@include(if:)\" of type \"Boolean!\" is required, but it was not provided.",
            "(1:16) Argument \"@needs(a:)\" of type \"Int!\" is required, but it was not provided.");
}
