using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class FragmentsOnCompositeTypesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<FragmentsOnCompositeTypes>(document);

    [Fact]
    public void Objects_interfaces_and_unions_are_fine() =>
        Errors("fragment A on Dog { name } fragment B on Pet { ... on Cat { name } ... { name } } fragment C on CatOrDog { __typename }").Should().BeEmpty();

    [Fact]
    public void Leaf_and_input_types_are_not() =>
        Errors("fragment A on Int { bad }\nfragment B on Complex { bad }\nfragment C on Pet { ... on Color { bad } }").Should().Equal(
            "(1:15) Fragment \"A\" cannot condition on non composite type \"Int\".",
            "(2:15) Fragment \"B\" cannot condition on non composite type \"Complex\".",
            "(3:28) Fragment cannot condition on non composite type \"Color\".");

    [Fact]
    public void Unknown_types_are_the_affair_of_another_rule() => Errors("fragment A on Nope { bad }").Should().BeEmpty();
}
