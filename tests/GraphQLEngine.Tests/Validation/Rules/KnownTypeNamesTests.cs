using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class KnownTypeNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<KnownTypeNames>(document);

    [Fact]
    public void Known_types_are_fine() => Errors("query ($a: [String!], $b: Complex) { pet { ... on Dog { name } ...F ... { name } } } fragment F on Pet { name }").Should().BeEmpty();

    [Fact]
    public void Unknown_types_are_named_with_a_suggestion() =>
        Errors("query ($a: [Strin!]) {\n  pet { ... on Dgo { name } ...F }\n}\nfragment F on Elephant { name }").Should().Equal(
            "(1:13) Unknown type \"Strin\". Did you mean \"String\"?",
            "(2:16) Unknown type \"Dgo\". Did you mean \"Dog\"?",
            "(4:15) Unknown type \"Elephant\".");

    [Fact]
    public void Suggestions_can_be_hidden() =>
        RuleHarness.Errors<KnownTypeNames>("{ pet { ... on Dgo { name } } }", hints: false).Should().Equal("(1:16) Unknown type \"Dgo\".");
}
