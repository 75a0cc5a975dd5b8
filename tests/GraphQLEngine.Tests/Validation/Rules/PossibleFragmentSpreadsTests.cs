using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class PossibleFragmentSpreadsTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<PossibleFragmentSpreads>(document);

    [Theory]
    [InlineData("fragment A on Dog { ...B } fragment B on Dog { name }")]
    [InlineData("fragment A on Pet { ... on Dog { name } }")]
    [InlineData("fragment A on Dog { ... on Pet { name } }")]
    [InlineData("fragment A on CatOrDog { ... on Pet { name } }")]
    [InlineData("fragment A on Pet { ... on DogOrHuman { __typename } }")]
    [InlineData("fragment A on Pet { ... on Canine { name } }")]
    [InlineData("fragment A on Dog { ... on Nope { name } ... { name } }")]
    public void Types_that_share_an_object_may_be_spread_in_each_other(string document) => Errors(document).Should().BeEmpty();

    [Theory]
    [InlineData("fragment A on Cat { ... on Dog { name } }", "(1:21) Fragment cannot be spread here as objects of type \"Cat\" can never be of type \"Dog\".")]
    [InlineData("fragment A on Cat { ...B } fragment B on Dog { name }", "(1:21) Fragment \"B\" cannot be spread here as objects of type \"Cat\" can never be of type \"Dog\".")]
    [InlineData("fragment A on Human { ... on Pet { name } }", "(1:23) Fragment cannot be spread here as objects of type \"Human\" can never be of type \"Pet\".")]
    [InlineData("fragment A on CatOrDog { ... on Human { name } }", "(1:26) Fragment cannot be spread here as objects of type \"CatOrDog\" can never be of type \"Human\".")]
    [InlineData("fragment A on Pet { ...B } fragment B on Human { name }", "(1:21) Fragment \"B\" cannot be spread here as objects of type \"Pet\" can never be of type \"Human\".")]
    public void Others_may_not(string document, string error) => Errors(document).Should().Equal(error);
}
